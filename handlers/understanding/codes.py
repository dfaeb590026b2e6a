"""Salesforce error codes, however people write them: `REQUIRED_FIELD_MISSING`, "required field missing"."""

import re
from itertools import pairwise

from diagnostics.errors.catalogue import CATALOGUE
from handlers.understanding.patterns import words

KNOWN = frozenset(entry.code for entry in CATALOGUE if "_" in entry.code)
OAUTH = words(
    "INVALID_GRANT INVALID_CLIENT INVALID_CLIENT_ID UNSUPPORTED_GRANT_TYPE OAUTH_APP_BLOCKED"
    " OAUTH_APPROVAL_ERROR_GENERIC"
)

# Written with spaces these are plain English ("not found in Salesforce"), so only the underscore makes them codes.
_PLAIN_ENGLISH = words(
    "DELETE_FAILED DUPLICATE_VALUE INSUFFICIENT_ACCESS INVALID_CLIENT INVALID_FIELD INVALID_STATUS INVALID_TYPE"
    " LIMIT_EXCEEDED METHOD_NOT_ALLOWED MISSING_ARGUMENT NOT_FOUND"
)

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_GAP = re.compile(r"[ \t\n_-]{1,3}")
_SHOUTED = re.compile(r"(?<![A-Za-z0-9_.])[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,12}(?![A-Za-z0-9_])")
_FAILURE = re.compile(
    r"EXCEPTION|ERROR|INVALID|EXCEED|MISSING|CANNOT|FAIL|DENIED|LIMIT|LOCK|DUPLICATE|INSUFFICIENT|NOT_"
)

_BY_FIRST_WORD: dict[str, list[list[str]]] = {}
for _code in sorted(KNOWN, key=lambda code: (-len(code), code)):
    _words = _code.split("_")
    _BY_FIRST_WORD.setdefault(_words[0], []).append(_words)


def find(text: str) -> tuple[str, ...]:
    """Codes in `text`, upper case, each once, in order. Codes not known here count where they are written as one."""
    return tuple(dict.fromkeys(code for _, _, code in _spans(text)))


def mask(text: str) -> str:
    """`text` with each code replaced by the word "errorcode", or "oautherror" where it is one of signing in."""
    parts, at = [], 0
    for start, end, code in _spans(text):
        parts += [text[at:start], " oautherror " if code in OAUTH else " errorcode "]
        at = end
    return "".join(parts) + text[at:]


def _spans(text: str) -> list[tuple[int, int, str]]:
    found = list(_WORD.finditer(text))
    spans = {}
    n = 0
    while n < len(found):
        code = _at(text, found, n)
        if code:
            length = code.count("_") + 1
            spans[found[n].start()] = (found[n].start(), found[n + length - 1].end(), code)
            n += length
        else:
            n += 1
    rest = list(text)
    for start, end, _ in spans.values():
        rest[start:end] = " " * (end - start)
    for shout in _SHOUTED.finditer("".join(rest)):
        if _FAILURE.search(shout[0]):
            spans[shout.start()] = (*shout.span(), shout[0])
    return [spans[start] for start in sorted(spans)]


def _at(text: str, found: list[re.Match[str]], n: int) -> str:
    """The longest known code whose words stand at `found[n:]`, or ""."""
    candidates = _BY_FIRST_WORD.get(found[n][0].upper())
    before = text[found[n].start() - 1 : found[n].start()] if candidates else ""
    if not candidates or before.isalnum() or before == "_":
        return ""
    for code_words in candidates:
        run = found[n : n + len(code_words)]
        if [w[0].upper() for w in run] != code_words:
            continue
        gaps = [text[a.end() : b.start()] for a, b in pairwise(run)]
        after = text[run[-1].end() : run[-1].end() + 1]
        if after == "_" or after.isalnum() or not all(_GAP.fullmatch(gap) for gap in gaps):
            continue
        code = "_".join(code_words)
        as_code = "_" in "".join(gaps)
        if code in _PLAIN_ENGLISH and not as_code:
            continue
        return code
    return ""
