"""Finding error codes in text: as Salesforce writes them, and as people do ("unable to lock row")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from diagnostics.errors.catalogue import CATALOGUE
from diagnostics.errors.of_sign_in import OF_SIGN_IN

KNOWN = frozenset(entry.code for entry in CATALOGUE)
# Those of the token endpoint: no record was tried. A lost session also answers a write.
OF_TOKENS = frozenset(entry.code for entry in OF_SIGN_IN) - {
    "INVALID_SESSION_ID",
    "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
}
# Written with spaces these are plain English ("not found in Salesforce"): only an underscore, quotation marks or
# capitals make them codes.
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
_HEAD = 4  # letters of a spoken code's first word that have to be right
_LONG = 5  # letters: in a word of so many one may be wrong, missing or too much, or two have changed places
_ROOM = 3  # words: of a shorter code each has to be right, unless something marks it as a code
_BETWEEN = " \t\n-"
_NEXT = re.compile(rf"[{_BETWEEN}][a-z]+")


def _spoken() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By the first letters: the words of each code, the longest first, and the code."""
    said = {tuple(code.lower().split("_")): code for code in KNOWN - {"NOT_FOUND"} if "_" in code}
    said["insufficient", "access", "or", "read", "only"] = "INSUFFICIENT_ACCESS_OR_READONLY"
    said["invalid", "or", "null", "for", "restricted", "pick", "list"] = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words in sorted(said, key=len, reverse=True):
        heads.setdefault(words[0][:_HEAD], []).append((words, said[words]))
    return heads


_SPOKEN = _spoken()
_BEGINS = re.compile(rf"(?<![a-z0-9_])(?:{'|'.join(_SPOKEN)})[a-z]*(?=[{_BETWEEN}][a-z])")
# Words joined by single underscores (Slack's own around them are mark-up), or the one code that is a single word.
_TOKEN = re.compile(
    r"(?<![A-Za-z0-9@.])(?<!\w_)(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|FORBIDDEN)(?![A-Za-z0-9@]|_\w)"
)
_FAILURE = re.compile(
    r"EXCEPTION|ERROR|INVALID|EXCEED|MISSING|CANNOT|FAIL|DENIED|LIMIT|LOCK|DUPLICATE|INSUFFICIENT|NOT_"
)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a text; `known`: the catalogue has it; `spoken`: written with spaces."""

    start: int
    end: int
    code: str
    known: bool = True
    spoken: bool = False


def find(text: str) -> Iterator[Found]:
    """The codes written as codes, in order; cut off, misspelt or unknown to the catalogue, where they are in capitals."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if len(word) > _LONGEST:
            continue
        code = word.upper()
        if code in KNOWN:
            yield Found(token.start(), token.end(), code)
        elif word == code and (meant := _meant(word)):
            yield Found(token.start(), token.end(), meant)
        elif word == code and _FAILURE.search(word):
            yield Found(token.start(), token.end(), code, known=False)


def find_spoken(text: str) -> list[Found]:
    """Known codes written with spaces or hyphens, in order, slight misspellings too; the longest of those that begin alike."""
    lower = text.lower()
    if len(lower) != len(text):
        return []  # a letter that grows in lower case would shift the places
    found = []
    for first in _BEGINS.finditer(lower):
        said = [first]
        for spoken, code in _SPOKEN.get(first[0][:_HEAD], ()):
            off = _slips(lower, said, spoken)
            if off is None:
                continue
            end = said[len(spoken) - 1].end()
            if _is_meant(text, first.start(), end, code, slips=off, words=len(spoken)):
                found.append(Found(first.start(), end, code, spoken=True))
                break
    return found


def _slips(lower: str, said: list[re.Match[str]], spoken: tuple[str, ...]) -> int | None:
    """How many of the words that begin with `said` are not quite those of `spoken`; None: one is another word.

    `said` grows by the words that were looked at.
    """
    off = 0
    for n, word in enumerate(spoken):
        if n == len(said):
            following = _NEXT.match(lower, said[-1].end())
            if following is None:
                return None
            said.append(following)
        if (read := said[n][0].lstrip(_BETWEEN)) == word:
            continue
        if not _alike(read, word):
            return None
        off += 1
    return off


def _is_meant(text: str, start: int, end: int, code: str, *, slips: int, words: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after.isalnum():
        return False
    marked = bool(before and after and before + after in _PAIRS) or text[start:end].isupper()
    return marked or (code not in _PLAIN_ENGLISH and (words >= _ROOM or not slips))


@lru_cache(maxsize=2048)
def _alike(said: str, word: str) -> bool:
    """Whether one slip of the pen at most, after the first letter, parts them."""
    if said in (word, word + "s") or (word == "too" and said == "to"):
        return True
    if said[0] != word[0] or max(len(said), len(word)) < _LONG or abs(len(said) - len(word)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(said, word, strict=False)) if a != b), min(len(said), len(word)))
    a, b = said[same:], word[same:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _meant(token: str) -> str:
    """The one known code that `token`, in capitals and no code, is the beginning of or a slip from; else ""."""
    parts = token.lower().split("_")
    near = {code for words, code in _SPOKEN.get(parts[0][:_HEAD], ()) if _begins(parts, words)}
    return near.pop() if len(near) == 1 else ""


def _begins(parts: list[str], words: tuple[str, ...]) -> bool:
    if len(parts) == len(words) and all(map(_alike, parts, words)):
        return True
    cut = len(parts) - 1  # the last word may have been cut off
    if not 0 < cut < len(words) or parts[:cut] != [*words[:cut]] or not words[cut].startswith(parts[cut]):
        return False
    # "INVALID_ID" is no beginning of "INVALID_ID_FIELD", but a code of its own.
    return cut > 1 or parts[cut] != words[cut]


def find_any(text: str) -> list[Found]:
    """The codes written either way, in order; what stands within another is left out."""
    found: list[Found] = []
    for code in sorted((*find(text), *find_spoken(text)), key=lambda f: (f.start, -f.end)):
        if not found or code.start >= found[-1].end:
            found.append(code)
    return found
