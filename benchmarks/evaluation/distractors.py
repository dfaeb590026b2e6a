"""True things that are not the reason: standing faults that cannot produce the symptom, and other people's troubles."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from playground.company import Company


@dataclass(frozen=True, slots=True)
class Distractor:
    """`spares` are the symptoms that it cannot produce; `true` are causes that it makes true, if any."""

    differs: Callable[[Company], None]
    spares: Collection[str]
    true: tuple[str, ...] = ()


DISTRACTORS: dict[str, Distractor] = {}
