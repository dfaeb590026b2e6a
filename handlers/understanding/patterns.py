"""Patterns and word lists, written so that each alternative reads on its own."""

import re


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that finds any of `alternatives`. They are for normalised text (wording.py): lower case, English."""
    return re.compile("|".join(alternatives))


def words(text: str) -> frozenset[str]:
    """The words of `text`, a list written as prose."""
    return frozenset(text.split())
