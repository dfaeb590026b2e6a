"""The ideas of a sentence: which nouns, faults and qualifiers it names, and which of them belong together."""

from handlers.understanding.absences import ABSENCES
from handlers.understanding.faults import FAULTS
from handlers.understanding.nouns import NOUNS
from handlers.understanding.qualifiers import QUALIFIERS

_PATTERNS = {**NOUNS, **ABSENCES, **FAULTS, **QUALIFIERS}


def ideas(sentence: str) -> frozenset[str]:
    """The ideas named in a normalised sentence (wording.py)."""
    named = {name for name, pattern in _PATTERNS.items() if pattern.search(sentence)}
    if "reply" in named and "email" not in named:
        named.add("reply-only")
    if "opens" in named and "everything-listed" not in named:
        named.add("opens-only")
    if {"into-unify", "person"} <= named and "email-sent" not in named:
        named.add("person-missing")
    return frozenset(named)
