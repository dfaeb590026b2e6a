"""Patterns and word lists, written so that each alternative reads on its own."""

import re
from itertools import groupby

_START = r"\b"
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that finds any of `alternatives`. They are for normalised text (wording.py): lower case, English.

    Neighbours that begin at a word's edge share the look for one: within a word none of them is then tried.
    """
    return re.compile(
        "|".join(
            rf"{_START}(?:{'|'.join(a.removeprefix(_START) for a in run)})" if at_edge else "|".join(run)
            for at_edge, run in groupby(alternatives, _at_edge)
        )
    )


def words(text: str) -> frozenset[str]:
    """The words of `text`, a list written as prose."""
    return frozenset(text.split())


def _at_edge(pattern: str) -> bool:
    """Whether all that `pattern` finds begins at a word's edge, by its first sign."""
    return pattern.startswith(_START) and "|" not in _outermost(_ESCAPED.sub("", pattern))


def _outermost(pattern: str) -> str:
    inner = _GROUP.sub("", pattern)
    return inner if inner == pattern else _outermost(inner)
