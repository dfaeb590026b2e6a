"""Answers in a person's own words: addresses, times, fields, pasted errors."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from diagnostics.question import Role
from handlers.understanding import addresses, codes, records
from handlers.understanding.choices import NOT_SURE, TOPICS
from handlers.understanding.markup import pasted
from handlers.understanding.patterns import any_of
from handlers.understanding.sent import bounds
from handlers.understanding.times import Moment, moments
from handlers.understanding.wording import Wording

_NOTHING = any_of(
    r"^(?:it says |it is |there is |there was |i see |shows? )?(?:nothing|none|empty|no (?:errors?|rows?|entr(?:y|ies)"
    r"|lines?|records?|such row)|not (?:there|listed|in there)|clean|zero|0|nada|no)\b",
    r"\b(?:page|list|tab) is (?:empty|clean)\b",
    r"\bnot (?:listed|on (?:it|the list))\b",
)
_NOTHING_THERE = any_of(
    r"\b(?:nothing|no (?:errors?|rows?|entries|line)) (?:\w+ ){0,2}?(?:there|listed|on (?:it|that page|the page)"
    r"|about|for|shown)\b"
)
_ERRORLIKE = any_of(
    r"\b(?:errors?|exception|failed|failure|invalid|required|missing|insufficient|denied|exceeded|limit|duplicate"
    r"|rejected|not allowed|unable|can not|bad value|skipped|too (?:long|large))\b"
)
_VAGUE_TIMES = (
    (
        any_of(r"\b(?:just now|right now|minutes ago|moments ago|under 30 ?min\w*|less than (?:30|half)\w*)\b"),
        "under-30-min",
    ),
    (any_of(r"\b(?:few|some|couple of) hours ago\b", r"\b(?:under|less than) (?:4|four) ?h\w*\b"), "under-4-h"),
    (any_of(r"\b(?:today|this morning|this afternoon|tonight|this evening)\b"), "today"),
    (
        any_of(
            r"\blast (?:week|month|quarter|year)\b",
            r"\b(?:weeks?|months?|ages|few days|some days) ago\b",
            r"\b(?:long ago|older|before today)\b",
        ),
        "older",
    ),
)
_UNCHANGED = any_of(
    r"\b(?:not|never) (?:been )?(?:changed|touched)\b",
    r"\bunchanged\b",
    r"\bno changes?\b",
    r"\bnever\b",
    r"\bnobody (?:has )?(?:changed|touched)\b",
    r"\balways (?:been )?(?:like|the same)\b",
    r"^no(?:pe)?\b",
)
_API_NAME = re.compile(r"\b[A-Za-z]\w{0,60}__c\b")
_QUOTED = re.compile(r"[\"`]([^\"`\n]{2,60})[\"`]")
_LEAD_IN = re.compile(
    r"^(?:(?:it|that|this)(?:'s| is| was)|the (?:field|one)(?: is)?(?: called)?|field:?|called|named|i mean|for)\s+"
    r"(?:the |our |a )?",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\s+(?:field|one))?[.!,;:]{0,3}$", re.IGNORECASE)
_LABEL_WORDS = 5
_CHATTER = any_of(r"\b(?:i|you|we|me|will|can|let|ask|check|moment|please|thanks)\b")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in the thread: as written, as plain text, as the rules read it; what is open; when and where it is."""

    raw: str
    plain: str
    words: Wording
    open_keys: Collection[str]
    at: datetime
    tz: str

    @property
    def alone(self) -> bool:
        """Whether it can only answer one question."""
        return len(self.open_keys) == 1

    def speaks_of(self, key: str) -> bool:
        return TOPICS[key].search(self.words.text) is not None


def _write_error(reply: Reply) -> str:
    if codes.find(reply.plain):
        return pasted(reply.raw)
    topical = reply.alone or reply.speaks_of("write-error")
    if _NOTHING_THERE.search(reply.words.text) or (topical and _NOTHING.search(reply.words.text)):
        return "none"
    quoted = "`" in reply.raw or re.search(r"^(?:>|&gt;)", reply.raw, re.MULTILINE)
    a_line = ":" in reply.plain and len(reply.plain.split()) >= 4 and not reply.plain.endswith("?")
    return pasted(reply.raw) if _ERRORLIKE.search(reply.words.text) and (quoted or a_line) else ""


def _contact(reply: Reply) -> str:
    named = addresses.find(reply.plain)
    of_the_user = "integration-user" in reply.open_keys and reply.speaks_of("integration-user")
    only = len(named) == 1
    to = [a.address for a in named if (not of_the_user if only else a.role is Role.RECIPIENT)]
    to = to or [i for i in records.find(reply.plain) if records.kind(i) in ("contact", "lead")]
    return to[0] if len(to) == 1 else ""


def _integration_user(reply: Reply) -> str:
    if "contact" in reply.open_keys and not reply.speaks_of("integration-user"):
        return ""
    named = addresses.find(reply.plain)
    users = [a.address for a in named if len(named) == 1 or a.role is not Role.RECIPIENT]
    return users[0] if len(users) == 1 else ""


def _sent_at(reply: Reply) -> str:
    times = _moments(reply)
    exact = [m for m in times if m.exact]
    if len(exact) == 1:
        return exact[0].at.isoformat()
    vague = next((choice for pattern, choice in _VAGUE_TIMES if pattern.search(reply.words.text)), "")
    if vague and not exact:
        return vague  # "this morning" is no time of day to search by
    return times[0].at.isoformat() if len(times) == 1 else ""


def _mapping_changed(reply: Reply) -> str:
    times = _moments(reply)
    if len(times) == 1:
        return times[0].at.isoformat()
    topical = reply.alone or "change" in reply.words.text
    return "not-changed" if topical and _UNCHANGED.search(reply.words.text) else ""


def _moments(reply: Reply) -> list[Moment]:
    return [m for m in moments(reply.words.text, reply.at, reply.tz) if not bounds(reply.words.text, m)]


def _field(reply: Reply) -> str:
    api_name, quoted = _API_NAME.search(reply.plain), _QUOTED.search(reply.raw) or _QUOTED.search(reply.plain)
    if api_name:
        return api_name[0]
    if quoted:
        return quoted[1].strip()
    label = _TAIL.sub("", _LEAD_IN.sub("", reply.plain)).strip()
    told = _LEAD_IN.match(reply.plain) and reply.speaks_of("field")
    short = 0 < len(label.split()) <= _LABEL_WORDS and "\n" not in reply.plain and not reply.plain.endswith("?")
    doubtful = NOT_SURE.search(reply.words.text) or _CHATTER.search(reply.words.text)
    return label if short and (reply.alone or told) and not doubtful else ""


FREE: dict[str, Callable[[Reply], str]] = {
    "write-error": _write_error,
    "contact": _contact,
    "integration-user": _integration_user,
    "sent-at": _sent_at,
    "mapping-changed": _mapping_changed,
    "field": _field,
}
