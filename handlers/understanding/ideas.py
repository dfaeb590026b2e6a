"""The ideas of a sentence: which nouns, faults and qualifiers it names, and which of them belong together."""

from handlers.understanding.absences import ABSENCES
from handlers.understanding.faults import FAULTS
from handlers.understanding.nouns import NOUNS
from handlers.understanding.patterns import any_of
from handlers.understanding.qualifiers import QUALIFIERS

# "It is not that they are late", "nothing missing": what is denied is not complained about.
_DENIED = any_of(
    r"\b(?:it|this|that) (?:is|was) not (?:that |about |a |an |the |just |only |my |her |his |any )*(?:\w+ ){0,3}?"
    r"(?:missing|late|delay\w*|lost|gone|error|slow|timing)(?: \w+)?(?=[,.;:])",
    r"\bnothing (?:is )?(?:missing|late|lost|wrong)\b",
    r"\bnot (?:missing|late|lost|an error|a delay|slow)\b",
    r"\bno (?:complaints|problems?|issues?) (?:there|with \w+)\b",
)

_PATTERNS = {**NOUNS, **ABSENCES, **FAULTS, **QUALIFIERS}


def ideas(sentence: str) -> frozenset[str]:
    """The ideas named in a normalised sentence (wording.py)."""
    sentence = _DENIED.sub(" ", sentence)
    named = {name for name, pattern in _PATTERNS.items() if pattern.search(sentence)}
    if "reply" in named and "email" not in named:
        named.add("reply-only")
    if "opens" in named and "everything-listed" not in named:
        named.add("opens-only")
    if {"into-unify", "person"} <= named and "email-sent" not in named:
        named.add("person-missing")
    return frozenset(named)
