"""The evaluation: a fixed part of it is run, in which nothing false may be proved; and its scores can fail."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.evaluation.case import Case, Kind
from benchmarks.evaluation.cases import cases
from benchmarks.evaluation.run import Asked, Bench, Outcome, Said
from benchmarks.evaluation.score import Mark, calibration, false_rate, mark, percentile, rate
from benchmarks.evaluation.write import markdown
from diagnostics.checks import LADDER
from playground.faults import Truth, faults
from playground.faults.fault import rep

SEED = 7
CASES = cases(SEED)
LADDER_IDS = {check.id for check in LADDER}
_SHARES = {
    Kind.SINGLE: 14,
    Kind.SEVERAL: 5,
    Kind.CHAIN: 6,
    Kind.HEALTHY: 7,
    Kind.MISLED: 2,
    Kind.REMOVED: 6,
    Kind.DISTRACTED: 3,
}


def _some() -> list[Case]:
    """A few of each kind, evenly spread."""
    chosen = []
    for kind, count in _SHARES.items():
        mine = [c for c in CASES.values() if c.kind is kind]
        chosen += mine[:: max(1, len(mine) // count)][:count]
    return chosen


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Bench() as bench:
        yield bench


@pytest.mark.parametrize("case", _some(), ids=lambda case: case.id)
def test_nothing_false_is_proved(bench: Bench, case: Case) -> None:
    """Whatever is wrong or not, known or not: what is said to be proved is so, and nothing of ours breaks."""
    missing = sorted(case.truth.present - LADDER_IDS)
    if missing:
        pytest.skip(f"there is no check yet for {', '.join(missing)}")
    outcome = bench.tell(case)
    assert mark(case, outcome).false_causes == ()
    assert outcome.broke == ()
    assert outcome.repeated == ()


def test_every_check_has_its_fault() -> None:
    """A cause that is looked for can come about."""
    assert set(faults()) >= LADDER_IDS


def test_a_seed_makes_the_same_company() -> None:
    """Figures can be had again: same seed, same words; another seed, others."""
    id = next(i for i, c in CASES.items() if "{contact}" in c.complaint.text)
    assert cases(SEED)[id].build().text == CASES[id].build().text
    assert cases(SEED + 1)[id].build().text != CASES[id].build().text


def _case(kind: Kind, **truth: Any) -> Case:
    return Case("case", kind, "seed", "a", lambda company: None, rep("late", "late"), Truth(**truth))


def _outcome(**said: Any) -> Outcome:
    return replace(Outcome("case", "late", "late", "unverified"), **said)


def _said(*ids: str, confidence: float = 0.9) -> tuple[Said, ...]:
    return tuple(Said(id, confidence) for id in ids)


A, B = ("a",), ("b",)
TABLE = [
    # kind, truth, said, right
    (Kind.SINGLE, {"causes": A}, {"causes": _said("a")}, True),
    (Kind.SINGLE, {"causes": A}, {"causes": _said("a", "b")}, True),
    (Kind.SINGLE, {"causes": A}, {"causes": _said("b", "a")}, False),
    (Kind.SINGLE, {"causes": A}, {"suspects": _said("a")}, False),
    (Kind.SINGLE, {"causes": A}, {}, False),
    (Kind.SINGLE, {"suspects": A}, {"suspects": _said("a")}, True),
    (Kind.SINGLE, {"suspects": A}, {"suspects": _said("b", "a")}, False),
    (Kind.SINGLE, {"suspects": A}, {"causes": _said("a")}, False),
    (Kind.DISTRACTED, {"causes": A, "besides": B}, {"causes": _said("b", "a")}, False),
    (Kind.SEVERAL, {"causes": A + B}, {"causes": _said("b", "a")}, True),
    (Kind.SEVERAL, {"causes": A + B}, {"causes": _said("a")}, False),
    (Kind.SEVERAL, {"causes": A + B}, {"causes": _said("a", "b", "c")}, False),
    (Kind.CHAIN, {"causes": A, "explained": B}, {"causes": _said("a"), "explained": B}, True),
    (Kind.CHAIN, {"causes": A, "explained": B}, {"causes": _said("a")}, False),
    (Kind.CHAIN, {"causes": A, "explained": B}, {"causes": _said("a", "b")}, False),
    (Kind.CHAIN, {"causes": A, "explained": B}, {"causes": _said("a"), "suspects": _said("b"), "explained": B}, False),
    (Kind.CHAIN, {"causes": A, "also_found": B}, {"causes": _said("a"), "also_found": B}, True),
    (Kind.CHAIN, {"causes": A, "also_found": B}, {"causes": _said("a"), "explained": B}, False),
    (Kind.HEALTHY, {}, {"suspects": _said("a")}, True),
    (Kind.HEALTHY, {}, {"causes": _said("a")}, False),
    (Kind.HEALTHY, {"causes": A}, {"causes": _said("a")}, True),
    (Kind.MISLED, {"besides": A}, {"causes": _said("b")}, False),
    (Kind.REMOVED, {"causes": A}, {"unknown": A}, True),
    (Kind.REMOVED, {"causes": A}, {"clear": A}, False),
    (Kind.REMOVED, {"suspects": A}, {"clear": A, "unknown": A}, True),
    (Kind.REMOVED, {"causes": A}, {"causes": _said("b"), "unknown": A}, False),
    (Kind.SINGLE, {"causes": A}, {"causes": _said("a"), "broke": ("x: oops",)}, False),
]


@pytest.mark.parametrize(("kind", "truth", "said", "right"), TABLE)
def test_what_counts_as_right(kind: Kind, truth: dict[str, Any], said: dict[str, Any], right: bool) -> None:
    assert mark(_case(kind, **truth), _outcome(**said)).right is right


def _marks() -> list[Mark]:
    return [
        mark(_case(Kind.SINGLE, causes=A), _outcome(causes=_said("a", confidence=0.95))),
        mark(_case(Kind.SINGLE, causes=A), _outcome(causes=_said("b", confidence=0.97))),
        mark(_case(Kind.SINGLE, causes=A), _outcome(suspects=_said("a", confidence=0.4))),
        mark(_case(Kind.SINGLE, suspects=A), _outcome(suspects=_said("a", confidence=0.5))),
    ]


def test_rates() -> None:
    assert rate(_marks()).percent == 50
    assert false_rate(_marks()).hits == 1
    assert rate([]).percent == 0


def test_confidence_is_held_against_what_is_so() -> None:
    """One of two that were stated at 0.96 on average is so: 46 points off."""
    tenths = {t.lowest: t for t in calibration(_marks())}
    assert [t.count for t in tenths.values()] == [1, 1, 2]
    assert tenths[0.9].measured == 0.5
    assert round(tenths[0.9].off) == 46
    assert tenths[0.4].measured == 1


@pytest.mark.parametrize(
    ("values", "part", "found"), [([], 0.5, 0), ([3], 0.95, 3), ([1, 2, 3, 4], 0.5, 2), (range(1, 101), 0.95, 95)]
)
def test_percentile(values: list[float], part: float, found: float) -> None:
    assert percentile(values, part) == found


def test_questions_asked_twice_are_seen() -> None:
    outcome = _outcome(asked=(Asked("origin", "not-sure"), Asked("contact", "x"), Asked("origin", "gmail")))
    assert outcome.repeated == ("origin",)


def test_the_page_lists_misses_and_misread_cases_apart() -> None:
    """A miss stands there with what was said instead; a misread case is in no rate."""
    misread = mark(_case(Kind.SINGLE, causes=A), _outcome(read_as="write-error"))
    page = markdown(SEED, [*_marks(), misread])
    assert "50.0 % (2 of 4)" in page
    assert "| proved b | b (0.97) | a |" in page
    assert "| case | late | write-error |" in page
