"""Whether a symptom is true: established before any cause is looked for."""

from collections.abc import Callable
from dataclasses import dataclass

from diagnostics.check import Need, needs_of
from diagnostics.question import Symptom
from diagnostics.report import Established, Truth


@dataclass(frozen=True, slots=True)
class SymptomCheck:
    """How to see whether one symptom is true: the facts it needs, and the function that judges them."""

    symptom: Symptom
    needs: tuple[Need, ...]
    judge: Callable[..., Established]


def symptom(which: Symptom) -> Callable[[Callable[..., Established]], SymptomCheck]:
    """Make a symptom check of a function whose parameters are annotated with facts."""
    return lambda judge: SymptomCheck(which, needs_of(judge), judge)


def confirmed(says: str, *because: object) -> Established:
    """The systems show it, too."""
    return Established(None, Truth.CONFIRMED, says, because)


def refuted(says: str, *because: object) -> Established:
    """The systems show the opposite: there is nothing to explain."""
    return Established(None, Truth.REFUTED, says, because)


def unverified(says: str) -> Established:
    """Nobody but the person who asks could see it."""
    return Established(None, Truth.UNVERIFIED, says)
