"""Whether an outcome is right, by what its kind of case tests; and the figures over many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from benchmarks.evaluation.case import Case, Kind
from benchmarks.evaluation.run import Outcome


@dataclass(frozen=True, slots=True)
class Mark:
    """A case with what came of it. `wrong` says what is wrong with it, "" where it is right.

    `misread`: the complaint's symptom was not understood; such cases are counted apart, for reading is measured elsewhere.
    """

    case: Case
    outcome: Outcome
    wrong: str

    @property
    def right(self) -> bool:
        return not self.wrong

    @property
    def misread(self) -> bool:
        return self.outcome.read_as != self.case.complaint.symptom

    @property
    def false_causes(self) -> tuple[str, ...]:
        """What was said to be proved, and is not so."""
        return tuple(s.id for s in self.outcome.causes if s.id not in self.case.truth.present)

    @property
    def false_suspects(self) -> tuple[str, ...]:
        """What was suspected, and is not so."""
        return tuple(s.id for s in self.outcome.suspects if s.id not in self.case.truth.present)

    @property
    def recognised(self) -> bool:
        """Of a healthy or by-design case: that what is so was said, too."""
        truth, outcome = self.case.truth, self.outcome
        said = {s.id for s in outcome.causes}
        return self.right and said >= set(truth.causes) and (not truth.refuted or outcome.state == "refuted")


def mark(case: Case, outcome: Outcome) -> Mark:
    """Judge one outcome."""
    if outcome.broke:
        return Mark(case, outcome, f"something broke: {'; '.join(outcome.broke)}")
    test = {
        Kind.SINGLE: _first,
        Kind.DISTRACTED: _first,
        Kind.SEVERAL: _all_and_no_more,
        Kind.CHAIN: _upstream,
        Kind.HEALTHY: _nothing_false,
        Kind.MISLED: _nothing_false,
        Kind.REMOVED: _no_guess,
    }[case.kind]
    return Mark(case, outcome, test(case, outcome))


def _first(case: Case, outcome: Outcome) -> str:
    """The first of the causes; the first suspect where the truth can only be suspected."""
    truth = case.truth
    if outcome.causes:
        return "" if outcome.causes[0].id in truth.causes else f"proved {outcome.causes[0].id}"
    if outcome.suspects:
        return "" if outcome.suspects[0].id in truth.suspects else f"suspected {outcome.suspects[0].id}"
    return "nothing named"


def _all_and_no_more(case: Case, outcome: Outcome) -> str:
    truth, said = case.truth, {s.id for s in outcome.causes}
    missing = set(truth.causes) - said | set(truth.suspects) - {s.id for s in outcome.suspects}
    extra = said - set(truth.causes) - set(truth.besides)
    return "; ".join(filter(None, (_listed("not named", missing), _listed("too much", extra))))


def _upstream(case: Case, outcome: Outcome) -> str:
    """The cause upstream is named; what follows from it is only explained, what stands beside it only also found."""
    truth = case.truth
    faults = [_all_and_no_more(case, outcome)]
    faults.append(_listed("not explained", set(truth.explained) - set(outcome.explained)))
    faults.append(_listed("not also found", set(truth.also_found) - set(outcome.also_found)))
    loose = {s.id for s in outcome.suspects} & {*truth.explained, *truth.also_found}
    faults.append(_listed("still suspected", loose))
    return "; ".join(filter(None, faults))


def _nothing_false(case: Case, outcome: Outcome) -> str:
    return _listed("proved", {s.id for s in outcome.causes} - case.truth.present)


def _no_guess(case: Case, outcome: Outcome) -> str:
    """Without a source: nothing false is proved, and what is so is not called excluded."""
    elsewhere = {s.id for s in (*outcome.causes, *outcome.suspects)} | {
        *outcome.explained,
        *outcome.also_found,
        *outcome.unknown,
    }
    excluded = {*case.truth.causes, *case.truth.suspects} & set(outcome.clear) - elsewhere
    return "; ".join(filter(None, (_nothing_false(case, outcome), _listed("called excluded", excluded))))


def _listed(word: str, ids: Iterable[str]) -> str:
    names = ", ".join(sorted(ids))
    return f"{word} {names}" if names else ""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.of if self.of else 0.0


def rate(marks: Iterable[Mark]) -> Rate:
    """How many are right."""
    judged = [m.right for m in marks]
    return Rate(sum(judged), len(judged))


def false_rate(marks: Iterable[Mark]) -> Rate:
    """In how many something false was said to be proved."""
    judged = [bool(m.false_causes) for m in marks]
    return Rate(sum(judged), len(judged))


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that is not below `part` of all (nearest rank); 0 of nothing."""
    ordered = sorted(values)
    return ordered[max(0, ceil(part * len(ordered)) - 1)] if ordered else 0.0


@dataclass(frozen=True, slots=True)
class Tenth:
    """What was said with a confidence in one tenth: how many, the mean of what was stated, how much of it was so."""

    lowest: float
    count: int
    stated: float
    measured: float

    @property
    def off(self) -> float:
        """Percentage points between what was stated and what was so."""
        return 100 * abs(self.stated - self.measured)


def calibration(marks: Iterable[Mark]) -> tuple[Tenth, ...]:
    """Stated confidence of causes and suspects against how often they were so, by tenths; empty tenths are left out."""
    said: dict[int, list[tuple[float, bool]]] = {}
    for one in marks:
        for claim in (*one.outcome.causes, *one.outcome.suspects):
            tenth = min(9, int(claim.confidence * 10))
            said.setdefault(tenth, []).append((claim.confidence, claim.id in one.case.truth.present))
    return tuple(
        Tenth(
            tenth / 10,
            len(claims),
            sum(c for c, _ in claims) / len(claims),
            sum(so for _, so in claims) / len(claims),
        )
        for tenth, claims in sorted(said.items())
    )
