"""A message in the shape the rules read: lower case, one language, no contractions, names of things masked."""

import re
from dataclasses import dataclass

from handlers.understanding import addresses, codes, records
from handlers.understanding.spoken_times import in_figures
from handlers.understanding.vocabulary import in_english

# What a person writes fits in here; longer messages carry pasted logs, of which only ids, codes and addresses count.
_HEAD, _TAIL = 1200, 600

# Where a mail program puts the message that is answered. (Libraries for this take seconds for a few thousand odd characters:
# docs/understanding.md.)
_ANSWERED = re.compile(
    r"^(?:(?:on|am|le|el) [^\n]{5,150}(?:wrote|schrieb|a écrit|escribió)[^\n]{0,80}:[ \t]*"
    r"|-{2,20} ?(?:original|forwarded|weitergeleitete|ursprüngliche)[^\n]{0,40}|_{10,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH = 20  # characters before it: less is no message of its own

_CONTRACTIONS = (
    (re.compile(r"\b(can|won|shan)'?t\b"), r"\1 not"),
    (re.compile(r"\bcannot\b"), "can not"),
    (re.compile(r"\bain'?t\b"), "is not"),
    (re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n'?t\b"), r"\1 not"),
    (
        re.compile(
            r"\b(i|you|he|she|it|we|they|that|there|what|who|here|nothing|everything|everyone|one)'(?:s|re|m)\b"
        ),
        r"\1 is",
    ),
    (re.compile(r"\b(i|you|we|they)'ve\b"), r"\1 have"),
    (re.compile(r"\b(i|you|he|she|it|we|they)'(?:d|ll)\b"), r"\1 will"),
    (re.compile(r"\b(there|that)s\b"), r"\1 is"),
    (re.compile(r"\b([ap])\. ?m\.?(?!\w)"), r"\1m"),
    (re.compile(r"\b(i\.e|e\.g|vs|approx|z\.b)\.,?"), " "),
    (re.compile(r"\bw/o\b"), "without"),
    (re.compile(r"\bnot a (?:single )?thing\b"), "nothing"),
    (re.compile(r"\bacc?ts?\b"), "account"),
    (re.compile(r"\baddr\b"), "address"),
    (re.compile(r"\bdiff\b"), "different"),
    (re.compile(r"\boutta\b"), "out of"),
    (re.compile(r"\barvo\b"), "afternoon"),
    (re.compile(r"(?:\bat )?\b(\d{1,2})-?ish\b"), r"at \1"),
    (re.compile(r"\b(?:yest|y'?day)\b"), "yesterday"),
    # "writeback not being enabled"
    (
        re.compile(
            r"\b(?<!\bis )(?<!\bare )(?<!\bwas )(not )?being (?=(?:on|off|enabled|disabled|ticked|unticked|active"
            r"|inactive|activated|deactivated)\b)"
        ),
        r"is \1",
    ),
    # "writeback's on", "the connection's healthy"
    (
        re.compile(
            r"(?<=\w)'s (?=(?:(?:still|also|already|definitely|all|been|not) )?(?:on|off|ticked|running|enabled"
            r"|disabled|active|fine"
            r"|okay|ok|good"
            r"|healthy|green|valid|expired|up|working|turned|switched|set)\b)"
        ),
        " is ",
    ),
    (
        re.compile(
            r"\b(unify|salesforce)'s (?=(?:still |currently "
            r"|now )?(?:pull|import|load|sync|backfill|begg|ask)ing\b)"
        ),
        r"\1 is ",
    ),
    # "yesterday's 3pm email", "Mondays mail"
    (
        re.compile(
            r"\b(noon|yesterday|today|last night|this morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'?s"
            r" (?=(?:\S+ )?(?:e-?mail|mail|message|note|reply|answer|one)\b(?! activit)|\d)"
        ),
        r"\1 ",
    ),
    (re.compile(r"\b(\d{1,2})[.:](\d\d) ?(?:hrs|hours)\b"), r"\1:\2"),
    (re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?) (?:o'clock )?(?:in the|this) morning\b"), r"\1am this morning"),
    (re.compile(r"\b((?:1[0-2]|\d)(?:[:.]\d\d)?) (?:o'clock )?(?:in the|this) afternoon\b"), r"\1pm this afternoon"),
    (re.compile(r"\b((?:1[0-2]|\d)(?:[:.]\d\d)?) (?:o'clock )?(?:in the evening|at night)\b"), r"\1pm"),
    (
        re.compile(r"((?<=anaddress )\(|\((?=\w+, )|(?<=, )(?=\w+, to an))(unify|gmail|outlook)(?=[,)])"),
        r"\1sent from \2",
    ),
    (
        re.compile(
            r"\bsfdc\b|\bsales[- ]force\b|\bsf\b|\b(?:the "
            r"|our )?crm\b|\bsalesf(?:roce|orse)\b|\bsaleforce\b"
        ),
        "salesforce",
    ),
)
_BREAK = re.compile(
    r"(?<=[.!?])(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?<!\bdr\.)(?<!\bm\.)(?<!\bsr\.)(?<!\bsra\.)(?!(?<=\d\.) "
    r"(?:jan|feb|mar|m[äa]rz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)|(?:(?<=\d\.\d\d\.)"
    r"|(?<=\d\.\d\.))\s+at\b)[\"')]*\s+|\n+|(?<=;)\s"
)
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u25e6]|\d{1,2}[.)])\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wording:
    """`text` is the whole as one line; `sentences` are its parts, closing punctuation kept; `original` is untranslated."""

    text: str
    sentences: tuple[str, ...]
    original: str


def wording(plain: str) -> Wording:
    """`plain` (markup.plain) as the rules read it. Addresses become "anaddress", ids "contactid", codes "errorcode"."""
    text = codes.mask(addresses.mask(records.mask(_relevant(plain)))).lower()
    for pattern, full in _CONTRACTIONS:
        text = pattern.sub(full, text)
    original = _BULLET.sub("", text)
    text = in_figures(in_english(original))
    sentences = tuple(s for s in (" ".join(p.split()) for p in _BREAK.split(text)) if s)
    return Wording(" ".join(sentences), sentences, original)


def _relevant(plain: str) -> str:
    """What is newest of a long message, and of that its beginning and its end."""
    if len(plain) <= _HEAD + _TAIL:
        return plain
    answered = _ANSWERED.search(plain)
    if answered and answered.start() >= _ENOUGH:
        plain = plain[: answered.start()]
    return plain if len(plain) <= _HEAD + _TAIL else plain[:_HEAD] + "\n" + plain[-_TAIL:]
