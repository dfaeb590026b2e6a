"""The figures, as tables: goals first, then where they come from, then every case that went wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.evaluation.case import Kind
from benchmarks.evaluation.score import Mark, Rate, calibration, false_rate, percentile, rate
from diagnostics.checks import LADDER


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def grids(marks: Sequence[Mark]) -> list[Grid]:
    """Everything there is to show."""
    read = [m for m in marks if not m.misread]
    kinds = {kind: [m for m in read if m.case.kind is kind] for kind in Kind}
    return [
        _goals(marks, kinds),
        _kinds(marks, kinds),
        _per_cause(kinds[Kind.SINGLE], read),
        _removed(kinds[Kind.REMOVED]),
        _costs(read),
        _calibration(read),
        *_lists(marks, kinds),
    ]


def _goals(marks: Sequence[Mark], kinds: Mapping[Kind, list[Mark]]) -> Grid:
    healthy = kinds[Kind.HEALTHY]
    questions = [len(m.outcome.asked) for m in _answerable(kinds)]
    tenths = calibration(m for ms in kinds.values() for m in ms)
    close = [t for t in tenths if t.off <= 5]
    before, after = _with_and_without(kinds)
    loss = before.percent - after.percent
    misread = Rate(sum(m.misread for m in marks), len(marks))
    rows = [
        _goal("single fault: named first", rate(kinds[Kind.SINGLE]), 98),
        _goal("two or three faults: all named, none extra", rate(kinds[Kind.SEVERAL]), 90),
        _goal("chains: the fault upstream named, the rest only explained or also found", rate(kinds[Kind.CHAIN]), 95),
        _at_most("healthy or by design: a false cause", false_rate(healthy), 1),
        _goal("a source removed: nothing false proved, nothing true called excluded", rate(kinds[Kind.REMOVED]), 99),
        (
            "distractors: points lost",
            f"{loss:.1f} ({before.percent:.1f} → {after.percent:.1f} %)",
            "≤ 2",
            _met(loss <= 2),
        ),
        _plain("questions to a person, median", percentile(questions, 0.5), 1),
        _plain("questions to a person, 95th percentile", percentile(questions, 0.95), 3),
        (
            "confidence within 5 points of what is measured, tenths",
            f"{len(close)} of {len(tenths)}",
            "all",
            _met(close == list(tenths)),
        ),
        ("any kind: a false cause", _shown(false_rate(m for ms in kinds.values() for m in ms)), "–", ""),
        ("symptom misread (counted apart, in no other figure)", _shown(misread), "–", ""),
    ]
    return Grid("Goals", ("what", "measured", "goal", "met"), tuple(rows))


def _answerable(kinds: Mapping[Kind, list[Mark]]) -> list[Mark]:
    """Cases in which all sources were there."""
    return [m for kind, marks in kinds.items() if kind is not Kind.REMOVED for m in marks]


def _with_and_without(kinds: Mapping[Kind, list[Mark]]) -> tuple[Rate, Rate]:
    """The same cases, without their distractors and with them."""
    plain = {m.case.seed: m for m in kinds[Kind.SINGLE]}
    both = [(plain[m.case.seed], m) for m in kinds[Kind.DISTRACTED] if m.case.seed in plain]
    return rate(a for a, _ in both), rate(b for _, b in both)


def _kinds(marks: Sequence[Mark], kinds: Mapping[Kind, list[Mark]]) -> Grid:
    rows = []
    for kind, judged in kinds.items():
        of_kind = [m for m in marks if m.case.kind is kind]
        untrue = sum(len(m.false_suspects) for m in judged)
        rows.append(
            (
                kind.value,
                str(len(of_kind)),
                str(sum(m.misread for m in of_kind)),
                _shown(rate(judged)),
                str(sum(bool(m.false_causes) for m in judged)),
                str(untrue),
            )
        )
    healthy = kinds[Kind.HEALTHY]
    seen = Rate(sum(m.recognised for m in healthy), len(healthy))
    return Grid(
        "By kind",
        ("kind", "cases", "misread", "right", "with a false cause", "untrue suspicions"),
        tuple(rows),
        f"Healthy and by-design cases in which what is so was said as well (refuted, too early, …): {_shown(seen)}.",
    )


def _per_cause(single: Sequence[Mark], read: Sequence[Mark]) -> Grid:
    rows = []
    for cause in dict.fromkeys(m.case.about for m in single):
        mine = [m for m in single if m.case.about == cause]
        wrongly = sum(cause in m.false_causes for m in read)
        rows.append((cause, _shown(rate(mine)), str(wrongly)))
    head = ("cause", "named first", "proved where it is not so (all kinds)")
    unchecked = sorted({m.case.about for m in single} - {check.id for check in LADDER})
    rest = rate(m for m in single if m.case.about not in unchecked)
    note = f"No check looks for {', '.join(unchecked)}: misses. Without these {_shown(rest)}." if unchecked else ""
    return Grid("Single faults by cause", head, tuple(rows), note)


def _removed(marks: Sequence[Mark]) -> Grid:
    rows = []
    for source in dict.fromkeys(m.case.without for m in marks):
        mine = [m for m in marks if m.case.without == source]
        wanted = [(m, {*m.case.truth.causes, *m.case.truth.suspects}) for m in mine]
        proved = sum(bool(ids & {s.id for s in m.outcome.causes}) for m, ids in wanted)
        suspected = sum(bool(ids & {s.id for s in m.outcome.suspects}) for m, ids in wanted)
        rows.append((source, _shown(rate(mine)), str(proved), str(suspected), str(len(mine) - proved - suspected)))
    return Grid(
        "Sources removed",
        ("without", "right", "still proved", "suspected", "neither (unknown or not judged)"),
        tuple(rows),
    )


def _costs(read: Sequence[Mark]) -> Grid:
    def row(what: str, values: Sequence[float]) -> tuple[str, ...]:
        return (what, f"{percentile(values, 0.5):g}", f"{percentile(values, 0.95):g}", f"{max(values, default=0):g}")

    outcomes = [m.outcome for m in read if m.case.without == ""]
    repeated = sum(bool(m.outcome.repeated) for m in read)
    return Grid(
        "What a first diagnosis costs, nothing remembered",
        ("what", "median", "95th percentile", "most"),
        (
            row("Salesforce API calls", [o.salesforce_calls for o in outcomes]),
            row("Unify requests", [o.unify_calls for o in outcomes]),
            row("rounds of Salesforce look-ups, one after the other", [o.rounds for o in outcomes]),
            row("questions until nothing is open", [len(o.asked) for o in outcomes]),
        ),
        f"Cases in which a question was asked twice: {repeated}.",
    )


def _calibration(read: Sequence[Mark]) -> Grid:
    rows = tuple(
        (
            f"{t.lowest:.1f}–{t.lowest + 0.1:.1f}",
            str(t.count),
            f"{100 * t.stated:.0f} %",
            f"{100 * t.measured:.0f} %",
            f"{t.off:.0f}",
        )
        for t in calibration(read)
    )
    return Grid(
        "Confidence of causes and suspects",
        ("tenth", "said", "stated, mean", "so", "points apart"),
        rows,
        "How often a suspicion is so depends on the mix of cases: each cause is equally often the true one, told by people who "
        "know and by people who do not, and in the misled cases things stand there that could be the reason and are not.",
    )


def _lists(marks: Sequence[Mark], kinds: Mapping[Kind, list[Mark]]) -> Iterable[Grid]:
    head = ("case", "what is wrong", "said", "so")
    for kind, judged in kinds.items():
        missed = [m for m in judged if not m.right]
        if missed:
            yield Grid(f"Misses: {kind.value}", head, tuple(map(_miss, missed)))
    blind = [m for m in kinds[Kind.HEALTHY] if m.right and not m.recognised]
    if blind:
        yield Grid("Healthy or by design, and not recognised as such", head, tuple(map(_miss, blind)))
    misread = [m for m in marks if m.misread]
    if misread:
        rows = tuple((m.case.id, m.case.complaint.symptom or "–", m.outcome.read_as or "–") for m in misread)
        yield Grid("Misread", ("case", "symptom", "read as"), rows)
    twice = [(m.case.id, ", ".join(m.outcome.repeated)) for m in marks if m.outcome.repeated]
    if twice:
        yield Grid("Asked twice", ("case", "question"), tuple(twice))


def _miss(one: Mark) -> tuple[str, ...]:
    truth, outcome = one.case.truth, one.outcome
    said = [f"{s.id} ({s.confidence:.2f})" for s in outcome.causes]
    said += [f"{s.id}? ({s.confidence:.2f})" for s in outcome.suspects]
    so = [*truth.causes, *(f"{s}?" for s in truth.suspects), *(["refuted"] if truth.refuted else [])]
    return (
        one.case.id,
        one.wrong or f"complaint {outcome.state}",
        ", ".join(said) or "nothing",
        ", ".join(so) or "nothing wrong",
    )


def _shown(rate: Rate) -> str:
    return f"{rate.percent:.1f} % ({rate.hits} of {rate.of})" if rate.of else "–"


def _goal(what: str, rate: Rate, goal: int) -> tuple[str, ...]:
    return what, _shown(rate), f"≥ {goal} %", _met(rate.percent >= goal)


def _at_most(what: str, rate: Rate, goal: int) -> tuple[str, ...]:
    return what, _shown(rate), f"≤ {goal} %", _met(rate.percent <= goal)


def _plain(what: str, value: float, goal: int) -> tuple[str, ...]:
    return what, f"{value:g}", f"≤ {goal}", _met(value <= goal)


def _met(yes: bool) -> str:
    return "yes" if yes else "no"
