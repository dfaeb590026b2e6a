"""Finding error codes in text: as Salesforce writes them, and as people do ("unable to lock row")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diagnostics.errors.catalogue import CATALOGUE
from diagnostics.errors.of_sign_in import OF_SIGN_IN

KNOWN = frozenset(entry.code for entry in CATALOGUE)
# Those of the token endpoint: no record was tried. A lost session also answers a write.
OF_TOKENS = frozenset(entry.code for entry in OF_SIGN_IN) - {
    "INVALID_SESSION_ID",
    "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
}
# Written with spaces these are plain English ("not found in Salesforce"): only an underscore or quotation marks make
# them codes.
_PLAIN_ENGLISH = {
    "DELETE_FAILED",
    "DUPLICATE_VALUE",
    "INSUFFICIENT_ACCESS",
    "INVALID_CLIENT",
    "INVALID_FIELD",
    "INVALID_STATUS",
    "INVALID_TYPE",
    "LIMIT_EXCEEDED",
    "METHOD_NOT_ALLOWED",
    "MISSING_ARGUMENT",
}
_PAIRS = ('""', "''", "``", "“”")
_SPOKEN = {
    code.lower().replace("_", " "): code for code in KNOWN - {"NOT_FOUND"} if "_" in code
}  # that is said of too much else
_SPOKEN["insufficient access or read only"] = "INSUFFICIENT_ACCESS_OR_READONLY"
# Words joined by single underscores (Slack's own around them are mark-up), or the one code that is a single word.
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9@.])(?<!\w_)(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|FORBIDDEN)(?![A-Za-z0-9@]|_\w)"
)
_FAILURE = re.compile(
    r"EXCEPTION|ERROR|INVALID|EXCEED|MISSING|CANNOT|FAIL|DENIED|LIMIT|LOCK|DUPLICATE|INSUFFICIENT|NOT_"
)
_LONGEST = 80
_GAPS = str.maketrans("-\t\n", "   ")


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a text; `known`: the catalogue has it; `spoken`: written with spaces."""

    start: int
    end: int
    code: str
    known: bool = True
    spoken: bool = False


def find(text: str) -> Iterator[Found]:
    """The codes written as codes, in order; those that the catalogue does not have, where they are in capitals."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if len(word) > _LONGEST:
            continue
        code = word.upper()
        if code in KNOWN:
            yield Found(token.start(), token.end(), code)
        elif word == code and _FAILURE.search(word):
            yield Found(token.start(), token.end(), code, known=False)


def find_spoken(text: str) -> list[Found]:
    """Known codes written with spaces or hyphens, in order; the longer one where two begin at the same word."""
    lower = text.lower().translate(_GAPS)
    if len(lower) != len(text):
        return []  # a letter that grows in lower case would shift the places
    found: dict[int, Found] = {}
    for spoken, code in _SPOKEN.items():
        start = lower.find(spoken)
        while start >= 0:
            end = start + len(spoken)
            before, after = lower[max(0, start - 1) : start], lower[end : end + 1]
            whole = not (before.isalnum() or after.isalnum())
            whole = whole and (code not in _PLAIN_ENGLISH or bool(before and after and before + after in _PAIRS))
            if whole and (start not in found or found[start].end < end):
                found[start] = Found(start, end, code, spoken=True)
            start = lower.find(spoken, end)
    return [found[start] for start in sorted(found)]


def find_any(text: str) -> list[Found]:
    """The codes written either way, in order; what stands within another is left out."""
    found: list[Found] = []
    for code in sorted((*find(text), *find_spoken(text)), key=lambda f: (f.start, -f.end)):
        if not found or code.start >= found[-1].end:
            found.append(code)
    return found
