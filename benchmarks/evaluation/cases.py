"""All cases of a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from random import Random

from benchmarks.evaluation.case import Case, Kind
from benchmarks.evaluation.distractors import DISTRACTORS
from benchmarks.evaluation.sources import SOURCES
from playground.combinations import CHAINS, SEVERAL
from playground.false_alarms import FALSE_ALARMS, OUTDATED
from playground.faults import Variant, faults
from playground.misleading import MISLEADING

_PER_FAULT, _PER_COMBINATION, _DISTRACTED_PER_FAULT = 9, 3, 3
_SAID_HOURS_AGO = 3


def cases(seed: int) -> dict[str, Case]:
    """Every case by its id."""
    found = list(_all(seed))
    by_id = {case.id: case for case in found}
    assert len(by_id) == len(found), "two cases with one id"
    return by_id


def _all(seed: int) -> Iterator[Case]:
    single = {cause: list(_single(seed, cause, fault.variants)) for cause, fault in faults().items()}
    for told in single.values():
        yield from told
    for kind, about, variants in (
        (Kind.SEVERAL, "independent", SEVERAL),
        (Kind.CHAIN, "upstream", CHAINS),
        (Kind.HEALTHY, "fine", FALSE_ALARMS),
        (Kind.MISLED, "unsaid", MISLEADING),
    ):
        for number, variant in product(range(_PER_COMBINATION), variants):
            yield _case(seed, kind, about, variant, number)
    for number, variant in product(range(_PER_COMBINATION), OUTDATED):
        yield replace(_case(seed, Kind.HEALTHY, "outdated", variant, number), asked_hours_ago=_SAID_HOURS_AGO)
    for cause, fault in faults().items():
        for variant in fault.variants:
            yield from _removed(seed, cause, variant, set(variant.needs))
            if "person" in variant.needs:
                yield from (_case(seed, Kind.REMOVED, cause, variant, n, without="not-sure") for n in (1, 2))
        yield from _removed(seed, cause, fault.variants[0], {"salesforce", "rights"})
    for variant in FALSE_ALARMS:
        one = Random(f"{seed}/{variant.name}").choice(_GIVES)
        yield from _removed(seed, "fine", variant, {*variant.needs, one})
    for told in single.values():
        yield from (_distracted(case) for case in told[:_DISTRACTED_PER_FAULT])


_GIVES = sorted({source.gives for source in SOURCES.values()})


def _single(seed: int, cause: str, variants: Sequence[Variant]) -> Iterator[Case]:
    """Each way, told in turn by different people, until there are enough."""
    for number, variant in product(range(max(2, -(-_PER_FAULT // len(variants)))), variants):
        yield _case(seed, Kind.SINGLE, cause, variant, number)


def _removed(seed: int, about: str, variant: Variant, given: set[str]) -> Iterator[Case]:
    """One way without each of the sources that give this."""
    for name, source in SOURCES.items():
        if source.gives in given:
            yield _case(seed, Kind.REMOVED, about, variant, 0, without=name)


def _distracted(case: Case) -> Case:
    """The same case in the same company, with two things that cannot be the reason."""
    truth = case.truth
    fit = [
        name
        for name, d in DISTRACTORS.items()
        if case.complaint.symptom not in d.can_cause and not truth.present.intersection(d.true)
    ]
    chosen = tuple(sorted(Random(f"{case.seed}/distractors").sample(fit, 2)))
    true = tuple(id for name in chosen for id in DISTRACTORS[name].true)
    return replace(
        case,
        id="/".join((Kind.DISTRACTED, case.id.partition("/")[2], "+".join(chosen))),
        kind=Kind.DISTRACTED,
        truth=replace(truth, besides=(*truth.besides, *true)),
        distractors=chosen,
    )


def _case(seed: int, kind: Kind, about: str, variant: Variant, number: int, *, without: str = "") -> Case:
    place = f"{about}/{variant.name}/{number}"
    complaint = variant.complaints[number % len(variant.complaints)]
    return Case(
        id="/".join(filter(None, (kind.value, place, without))),
        kind=kind,
        seed=f"{seed}/{place}/world",
        about=about,
        differs=variant.differs,
        complaint=complaint,
        truth=variant.truth,
        named=variant.named or Random(f"{seed}/{place}").random() < 0.75,
        unsure=variant.unsure,
        without=without,
    )
