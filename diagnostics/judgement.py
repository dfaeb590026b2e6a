"""What a check says about its facts, and what there is to do about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from diagnostics.asks import Missing, Reason


class Verdict(StrEnum):
    """The five things that can be said of a cause."""

    CAUSE = "cause"
    SUSPECT = "suspect"
    UNKNOWN = "unknown"
    CLEAR = "clear"
    EXPLAINED = "explained"


# How often a suspicion is so: where the evidence leaves hardly anything else, where it fits, and where it is only possible.
# Held against what `make evaluate` measures.
LIKELY, OPEN, FAINT = 0.9, 0.62, 0.2


class Who(StrEnum):
    """Who can do something about it."""

    REP = "you"
    SALESFORCE_ADMIN = "your Salesforce admin"
    UNIFY_ADMIN = "your Unify admin"
    BOTH_ADMINS = "your Salesforce admin and your Unify admin"
    UNIFY_SUPPORT = "Unify support"
    NOBODY = "nobody: it passes by itself"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `private` steps name users, permission sets or limits: only admins see them, never a channel."""

    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do, by whom where it is not whom the check names. `usual`: what brings it about as a rule; `note`: what else
    to know."""

    title: str
    steps: tuple[Step, ...]
    note: str = ""
    who: Who | None = None
    usual: str = ""

    @property
    def remarks(self) -> str:
        """What usually brings it about, and what else to know."""
        return " ".join(filter(None, (self.usual, self.note)))

    def __post_init__(self) -> None:
        if not self.title or not self.steps:
            raise ValueError("a remedy needs a title and at least one step")

    def plus(self, *steps: Step, note: str = "") -> "Remedy":
        """This remedy with more steps at the end."""
        return replace(self, steps=self.steps + steps, note=note or self.note)


@dataclass(frozen=True, slots=True)
class Counted:
    """One of the errors that a judgement covers: what it is, how often it was quoted, and some of whom or what it is about."""

    what: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons. `says` is fit for any channel; `details` names what only admins may see.

    `because` holds the facts that decided; `until` is when a thing that passes by itself should have passed; `aside` is
    true, but cannot produce what was asked about: shown as also found; `counted` are the errors quoted that it covers,
    the most frequent first.
    """

    verdict: Verdict
    says: str
    because: tuple[Any, ...] = ()
    confidence: float = 0.0
    remedy: Remedy | None = None
    details: str = ""
    until: datetime | None = None
    reason: Reason | None = None
    aside: bool = False
    counted: tuple[Counted, ...] = ()

    @property
    def count(self) -> int:
        """How many of the errors quoted it covers."""
        return sum(c.count for c in self.counted)

    def __post_init__(self) -> None:
        if self.verdict in (Verdict.CAUSE, Verdict.SUSPECT) and not (self.remedy and self.because):
            raise ValueError(f"a {self.verdict} needs a remedy and the facts it rests on")


def cause(
    says: str,
    *because: object,
    remedy: Remedy,
    details: str = "",
    until: datetime | None = None,
    counted: tuple[Counted, ...] = (),
) -> Judgement:
    """Proved by evidence; how sure that makes it is the kind of evidence's to say (confidence.py)."""
    return Judgement(Verdict.CAUSE, says, because, 1.0, remedy, details, until, counted=counted)


def suspect(
    says: str,
    *because: object,
    remedy: Remedy,
    confidence: float = OPEN,
    details: str = "",
    until: datetime | None = None,
    counted: tuple[Counted, ...] = (),
) -> Judgement:
    """Evidence points there, but does not decide."""
    return Judgement(Verdict.SUSPECT, says, because, confidence, remedy, details, until, counted=counted)


def aside(says: str, *because: object, remedy: Remedy, details: str = "") -> Judgement:
    """True by evidence, and not the reason of what was asked about."""
    return Judgement(Verdict.CAUSE, says, because, 1.0, remedy, details, aside=True)


def clear(says: str, *because: object) -> Judgement:
    """Checked and excluded."""
    return Judgement(Verdict.CLEAR, says, because)


def unknown(missing: Missing) -> Judgement:
    """Could not be checked, and why."""
    return Judgement(Verdict.UNKNOWN, missing.says, reason=missing.reason)
