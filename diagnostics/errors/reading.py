"""Finding Salesforce errors in pasted text: REST and OAuth JSON, lines of the errors page, exports, prose."""

import re
from dataclasses import dataclass

from diagnostics.errors.catalogue import CATALOGUE, Entry, lookup

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
_JSON_FIELDS = re.compile(r'"fields"\s*:\s*\[(?P<fields>[^\]]{0,500})\]')
_TRAILING_FIELDS = re.compile(r"\[(?P<fields>[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\]")
_FIELD_NAME = re.compile(r"[A-Za-z]\w*")


@dataclass(frozen=True, slots=True)
class WriteError:
    """One error as quoted: its code, Salesforce's message, the fields it names, and its catalogue entry."""

    code: str
    message: str = ""
    fields: tuple[str, ...] = ()
    entry: Entry | None = None


def read(text: str) -> tuple[WriteError, ...]:
    """All distinct errors in the text, in order; those that only echo another one are left out. Never raises."""
    text = text[:_LONGEST_TEXT]
    found: dict[tuple[str, str], WriteError] = {}
    for match in _CODE.finditer(text):
        code = (match["exact"] or match["loose"]).upper().replace(" ", "_")
        line_end = _line_end(text, match.end())
        message, fields = _around(text, match.start(), match.end(), line_end)
        error = WriteError(code, message, fields, lookup(code, message))
        found.setdefault((code, message), error)
    errors = [e for e in found.values() if e.code not in _ECHOES] or list(found.values())
    # The same code once with and once without its message is one error.
    told = {e.code for e in errors if e.message}
    return tuple(e for e in errors if e.message or e.code not in told)


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
