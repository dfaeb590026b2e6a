"""What the model sees of a message: word beginnings, alone and in pairs, pieces of words, and what the rules say.

Beginnings of five letters stand for a word's forms, pairs that skip up to two words for what belongs together, pieces of a
word for misspellings and for other languages. The rules'
findings count as evidence like any other: training finds out how far each is to be believed.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from diagnostics.question import Symptom
from handlers.understanding.symptoms import best
from handlers.understanding.wording import Wording

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[?!#%{}]")
_BEGINNING = 5
_NEAR = 3  # words: from a word to the one it makes a pair with
_PIECES = (3, 4, 5)
_MOST = 600  # words: more than anybody writes by hand


def features(
    words: Wording,
    ideas: tuple[frozenset[str], ...],
    found: Mapping[Symptom, tuple[float, int]],
    verdicts: tuple[str, ...],
) -> frozenset[str]:
    """The features of a message: its `words`, the `ideas` of its sentences, the symptoms `found`, other `verdicts`."""
    return frozenset((*_wordings(words.text), *_pieces(words.original), *_rules(ideas, found), *verdicts))


def _wordings(text: str) -> Iterator[str]:
    beginnings = [token[:_BEGINNING] for token in _tokens(text)]
    for n, a in enumerate(beginnings):
        yield f"b {a}"
        for apart, b in enumerate(beginnings[n + 1 : n + 1 + _NEAR]):
            yield f"k {a} {b}" if apart else f"b {a} {b}"


def _tokens(text: str) -> list[str]:
    return ["#" if token.isdigit() else token for token in _TOKEN.findall(text)[:_MOST]]


def _pieces(text: str) -> Iterator[str]:
    for token in set(_tokens(text)):
        framed = f"<{token}>"
        for length in _PIECES:
            yield from (f"p {framed[i : i + length]}" for i in range(len(framed) - length + 1))


def _rules(ideas: tuple[frozenset[str], ...], found: Mapping[Symptom, tuple[float, int]]) -> Iterator[str]:
    for n, sentence in enumerate(ideas):
        yield from (f"i {idea}" for idea in sentence)
        yield from (f"i {a} {b}" for a, b in combinations(sorted(sentence), 2))
        if n == 0:
            yield from (f"1 {idea}" for idea in sentence)
    for symptom, (weight, _) in found.items():
        yield from (f"s {symptom} {step}" for step in range(1, min(9, round(weight)) + 1, 2))
    yield f"best {' '.join(best(found)) or 'none'}"
