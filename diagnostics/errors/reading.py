"""Finding Salesforce errors in pasted text: REST and OAuth JSON, lines of the errors page, exports, prose."""

import re
from dataclasses import dataclass, replace

from diagnostics.errors.catalogue import CATALOGUE, lookup
from diagnostics.errors.entry import Entry

_MOST = 400  # characters of a message that are kept: Salesforce's own end at 255
_LONGEST_TEXT = 200_000
# Undone or not tried because of another record: the other one is the error.
_ECHOES = {"ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED"}
# A code in capitals, or known and written in lower case or with spaces. Longest first, so that a code is not cut short.
_KNOWN = sorted({e.code for e in CATALOGUE}, key=len, reverse=True)
# Words of everyday English that are also codes are read as codes in capitals only.
_SPOKEN = [
    c
    for c in _KNOWN
    if c.count("_") >= 1 and c not in {"LIMIT_EXCEEDED", "INVALID_STATUS", "INVALID_TYPE", "INVALID_FIELD"}
]
_CODE = re.compile(
    r"(?<![\w@.])(?:(?P<exact>"
    + "|".join(_KNOWN)
    + r")|(?P<loose>(?i:"
    + "|".join(c.replace("_", "[ _]") for c in _SPOKEN)
    + r")))(?![\w@])"
)
_MESSAGE_AFTER = re.compile(r"[\"'`*_\])]*\s*(?:[:;|,–—-]|\bwith\b)\s*[\"'`“”*_]*(?P<message>[^\n\r]+)")
_JSON_MESSAGE = re.compile(r'"(?:message|error_description)"\s*:\s*"(?P<message>(?:[^"\\]|\\.){0,500})"')
_JSON_CODE = re.compile(r'"(?:errorCode|statusCode|exceptionCode|error)"\s*:\s*"')
_INNER = re.compile(r"first error:\s*$")
_JSON_FIELDS = re.compile(r'"fields"\s*:\s*\[(?P<fields>[^\]]{0,500})\]')
_TRAILING_FIELDS = re.compile(r"\[(?P<fields>[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\]")
_FIELD_NAME = re.compile(r"[A-Za-z]\w*")
# Whom or what a row is about: an address, or a record id (15 or 18 characters with a digit among them).
_ABOUT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w|\b(?=[A-Za-z]*\d)[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\b")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class WriteError:
    """One error as quoted: its code, Salesforce's message, the fields it names, and its catalogue entry.

    `count`: how often it stands in the text, in other words the same; `examples`: whom or which records it is about.
    """

    code: str
    message: str = ""
    fields: tuple[str, ...] = ()
    entry: Entry | None = None
    count: int = 1
    examples: tuple[str, ...] = ()


def read(text: str) -> tuple[WriteError, ...]:
    """All distinct errors in the text, the most frequent first; those that only echo another one are left out.

    Reads an export of hundreds of rows as well as one line: the same code with the same message, ids and addresses in it
    aside, is one error with a count. Never raises.
    """
    text = text[:_LONGEST_TEXT]
    found: dict[tuple[str, str], WriteError] = {}
    exact_to = -1  # where the line of the last code in capitals ends
    for match in _CODE.finditer(text):
        # Behind a code its own words in small letters are its message.
        if (match["loose"] and match.start() < exact_to) or _quoted_by_another(text, match.start()):
            continue
        exact_to = max(exact_to, _line_end(text, match.end()))
        code = (match["exact"] or match["loose"]).upper().replace(" ", "_")
        start, end = text.rfind("\n", 0, match.start()) + 1, _line_end(text, match.end())
        message, fields = _around(text, match.start(), match.end(), end)
        about = tuple(dict.fromkeys(_ABOUT.findall(text[start:end])))[:1]
        key = code, _ABOUT.sub("…", message)
        known = found.get(key)
        if known is None:
            found[key] = WriteError(code, message, fields, lookup(code, message), 1, about)
        else:
            examples = tuple(dict.fromkeys((*known.examples, *about)))[:_EXAMPLES]
            found[key] = replace(known, count=known.count + 1, examples=examples)
    errors = [e for e in found.values() if e.code not in _ECHOES] or list(found.values())
    # The same code once with and once without its message is one error.
    told = {e.code for e in errors if e.message}
    return tuple(sorted((e for e in errors if e.message or e.code not in told), key=lambda e: -e.count))


def _quoted_by_another(text: str, start: int) -> bool:
    """Whether the code stands inside the message of another error, as what Apex ran into, or as words of a sentence."""
    if _INNER.search(text, max(0, start - 40), start):
        return True
    before = text.rfind("{", max(0, start - 1500), start)
    said = _JSON_MESSAGE.search(text, before, start + 600) if before >= 0 else None
    if not said or not said.start("message") <= start < said.end("message"):
        return False
    closing = text.find("}", said.end(), said.end() + 1500)
    return bool(_JSON_CODE.search(text, before, closing if closing >= 0 else said.end() + 1500))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _around(text: str, start: int, end: int, line_end: int) -> tuple[str, tuple[str, ...]]:
    """The message and fields of the code at start:end: beside it in its JSON object, else behind it on its line."""
    before = text.rfind("{", max(0, start - 1500), start)
    if before >= 0 and '"' in text[max(0, start - 1) : start]:
        closing = text.find("}", end, end + 1500)
        inside = text[before : closing if closing >= 0 else end + 1500]
        said = _JSON_MESSAGE.search(inside)
        named = _JSON_FIELDS.search(inside)
        message = _clean(said["message"].replace('\\"', '"')) if said else ""
        fields = tuple(_FIELD_NAME.findall(named["fields"])) if named else _trailing(message)
        return message, fields
    after = _MESSAGE_AFTER.match(text[end : min(line_end, end + 2 * _MOST)])
    quote = text[max(0, start - 1) : start]
    said_after = after["message"] if after else ""
    if quote in ("`", '"', "“") and said_after:  # quoted as a whole: the message ends where the quotation does
        said_after = said_after.partition({"“": "”"}.get(quote, quote))[0]
    message = _clean(said_after)
    return message, _trailing(message)


def _clean(message: str) -> str:
    return message.strip().strip("`*_\"'“”").strip()[:_MOST]


def _trailing(message: str) -> tuple[str, ...]:
    """Salesforce ends messages with the fields in brackets: "Required fields are missing: [Region__c]"."""
    named = _TRAILING_FIELDS.findall(message)
    return tuple(name.strip() for name in named[-1].split(",")) if named else ()
