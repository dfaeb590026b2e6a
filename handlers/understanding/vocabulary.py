"""German, Spanish and French, as the English that the rules are written in.

Not a translation: only the words that the rules read. Phrases go first, because their word order differs.
"""

import re
from dataclasses import dataclass

from handlers.understanding import french, german, spanish
from handlers.understanding.patterns import words

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[-'][^\W\d_]+)*")
_ENGLISH = words(
    "the is are were and to of for my our your not with that this it have has from we why does did what how you be"
    " but or all any none since there they isn aren doesn can no a on me i us so was by at if who its per again which our"
)
_SHORT = 6  # words: answers, too few to count hints in
_SAMPLE = 2000  # characters that tell the language of the rest


@dataclass(frozen=True, slots=True)
class _Language:
    hints: frozenset[str]
    sure: frozenset[str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    english: dict[str, str]

    def in_english(self, text: str) -> str:
        for pattern, english in self.phrases:
            text = pattern.sub(english, text)
        text = _WORD.sub(lambda m: self.english.get(m[0], m[0]), text)
        # "vor 20 Minuten" names the direction first; English says it last.
        return re.sub(r"@ago (\w+) (\w+)", r"\1 \2 ago", text)


def _language(hints: str, sure: str, phrases: tuple[tuple[str, str], ...], pairs: str) -> _Language:
    return _Language(
        words(hints),
        words(sure),
        tuple((re.compile(p), e) for p, e in phrases),
        {foreign: english for foreign, _, english in (pair.partition("=") for pair in pairs.split())},
    )


_LANGUAGES = tuple(_language(m.HINTS, m.SURE, m.PHRASES, m.WORDS) for m in (german, spanish, french))


def in_english(text: str) -> str:
    """Lower-case `text` with the words the rules read in English; English text, and any other language, as it is."""
    sample = _WORD.findall(text[:_SAMPLE])
    if len(sample) <= _SHORT:
        language = next((known for known in _LANGUAGES if known.sure.intersection(sample)), None)
        return language.in_english(text) if language else text
    hits = [sum(w in known.hints for w in sample) for known in _LANGUAGES]
    most = max(hits)
    if most < 2 or most <= sum(w in _ENGLISH for w in sample):
        return text
    return _LANGUAGES[hits.index(most)].in_english(text)
