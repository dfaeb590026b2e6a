"""Finding Salesforce errors in pasted text, whatever its shape, and grouping those that are the same."""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

from diagnostics.errors.as_json import in_json
from diagnostics.errors.as_lines import in_lines
from diagnostics.errors.as_table import in_table
from diagnostics.errors.catalogue import ECHOES, ambiguous, lookup
from diagnostics.errors.entry import Entry
from diagnostics.errors.quoted import ADDRESS, RECORD, Quoted, records_in

LONGEST = 2_000_000  # characters that are read: an export of some ten thousand rows
_EXAMPLES, _RECORDS = 3, 10
_LINK = re.compile(r"<((?:mailto:|https?://)[^<>|\n]{1,2000})(?:\|([^<>\n]{1,500}))?>")
_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\x00]")
_QUOTE_MARK = re.compile(r"^[ \t]{0,8}>[ \t]?", re.MULTILINE)
_BROKEN_CODE = re.compile(r"(?<=[A-Z]_)\n(?=[A-Z]+\b)")
# Apex tells the rest of one error on lines of its own.
_CONTINUED = re.compile(r"\n[ \t\n]{0,9}(?=caused by:|(?:Trigger|Class)\.\w)")
# "Email: invalid email address: XX": field, fault, and the value, which differs from record to record.
_VALUE = re.compile(r"(?P<same>[^:]{1,60}: [^:]{3,80}: ).*?(?P<end>\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*)", re.DOTALL)
_QUANTITY = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class WriteError:
    """One error as quoted: its code, Salesforce's message, the fields it names, and its entry in the catalogue.

    `count`: how often it stands in the text, values, ids and addresses in its message aside; `examples`: whom or which
    records it is about; `records`: ids that its message points to, else those of the records themselves. Without an
    entry it looks like an error and its code is not known (or, the code being empty, not told).
    """

    code: str
    message: str = ""
    fields: tuple[str, ...] = ()
    entry: Entry | None = None
    count: int = 1
    examples: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether its code alone does not tell the cause, and its message, perhaps translated, does not, either."""
        return self.entry is not None and ambiguous(self.entry, self.message)


@lru_cache(maxsize=4)  # the facts of one diagnosis read the same text, which may be a long export
def read(text: str) -> tuple[WriteError, ...]:
    """All distinct errors in the text, the most frequent first; those that only echo another one are left out.

    Reads REST, collection, composite and OAuth answers, JSON lines, exports with a header, lines of Unify's errors page and
    prose, with Slack's mark-up around them. Goes by the codes, so that messages may be in any language. Never raises.
    """
    text = _plain(text[:LONGEST])
    of_rows, rest = in_table(text)
    of_values, rest = in_json(rest)
    quoted = [*of_rows, *of_values, *in_lines(rest)]
    quoted = [q for q in quoted if q.code not in ECHOES] or quoted
    # In running text a code that stands there once more without its message is no other error.
    told = {q.code for q in quoted if q.message or not q.alone}
    return _grouped([q for q in quoted if q.message or not q.alone or q.code not in told])


def apart(text: str) -> tuple[str, str]:
    """The words of a message, and the export that is pasted under them; all words where there is none."""
    plain = _plain(text[:LONGEST])
    errors, before = in_table(plain)
    return (before.strip(), plain[len(before) :]) if errors else (text, "")


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", _LINK.sub(_unlinked, text))
    text = _QUOTE_MARK.sub("", html.unescape(text)).replace("```", "\n")
    return _CONTINUED.sub(" ", _BROKEN_CODE.sub("", text))


def _unlinked(link: re.Match[str]) -> str:
    """An address that Slack made a link of, as it was typed; a link of somebody's own stays as it is."""
    target, label = link[1].removeprefix("mailto:"), link[2] or ""
    return (label or target) if label in target else link[0]


@dataclass(slots=True)
class _Group:
    first: Quoted
    entry: Entry | None
    count: int = 0
    examples: dict[str, None] = field(default_factory=dict)
    records: dict[str, None] = field(default_factory=dict)

    def add(self, error: Quoted) -> None:
        self.count += 1
        if len(self.records) >= _RECORDS and len(self.examples) >= _EXAMPLES:
            return
        pointed_to = records_in(error.message)
        self.records |= dict.fromkeys(pointed_to or (a for a in error.about if "@" not in a))
        self.examples |= dict.fromkeys([a for a in error.about if a not in pointed_to][:1])

    def told(self) -> WriteError:
        code, message, fields = self.first.code, self.first.message, self.first.fields
        examples, records = tuple(self.examples)[:_EXAMPLES], tuple(self.records)[:_RECORDS]
        return WriteError(code, message, fields, self.entry, self.count, examples, records)


def _grouped(errors: list[Quoted]) -> tuple[WriteError, ...]:
    groups: dict[object, _Group] = {}
    spelled: dict[tuple[str, str], _Group] = {}  # by code and the very words: most of an export are the same
    for error in errors:
        group = spelled.get((error.code, error.message))
        if group is None:
            entry = lookup(error.code, error.message)
            key = error.code, entry, _same(error.code, error.message)
            group = groups.setdefault(key, _Group(error, entry))
            spelled[error.code, error.message] = group
        group.add(error)
    return tuple(sorted((g.told() for g in groups.values()), key=lambda e: -e.count))


def _same(code: str, message: str) -> str:
    """What a message has in common with those of the same error about other records."""
    if code != "FIELD_CUSTOM_VALIDATION_EXCEPTION" and (with_value := _VALUE.fullmatch(message)):
        message = with_value["same"] + with_value["end"]  # a rule's message is an admin's own words, and kept
    return _QUANTITY.sub("0", RECORD.sub("…", ADDRESS.sub("…", message)))
