"""All cases of a seed."""

from collections.abc import Iterator
from itertools import product
from random import Random

from benchmarks.evaluation.case import Case, Kind
from benchmarks.evaluation.sources import SOURCES
from playground.faults import Fault, Variant, faults

_PER_FAULT = 9


def cases(seed: int) -> dict[str, Case]:
    """Every case by its id."""
    found = list(_all(seed))
    by_id = {case.id: case for case in found}
    assert len(by_id) == len(found), "two cases with one id"
    return by_id


def _all(seed: int) -> Iterator[Case]:
    for fault in faults().values():
        yield from _single(seed, fault)
    for fault in faults().values():
        yield from _removed(seed, fault)


def _single(seed: int, fault: Fault) -> Iterator[Case]:
    """Each way, told in turn by different people, until there are enough."""
    rounds = max(2, -(-_PER_FAULT // len(fault.variants)))
    for number, variant in product(range(rounds), fault.variants):
        yield _case(seed, Kind.SINGLE, fault.cause, variant, number)


def _removed(seed: int, fault: Fault) -> Iterator[Case]:
    """Each way without each of the sources that its proof rests on."""
    for variant in fault.variants:
        gone = [name for name, source in SOURCES.items() if source.gives in variant.needs]
        for number, name in enumerate(gone):
            yield _case(seed, Kind.REMOVED, fault.cause, variant, number, without=name)


def _case(seed: int, kind: Kind, cause: str, variant: Variant, number: int, *, without: str = "") -> Case:
    place = f"{cause}/{variant.name}/{number}"
    chance = Random(f"{seed}/{place}")
    complaint = variant.complaints[number % len(variant.complaints)]
    return Case(
        id="/".join(filter(None, (kind.value, place, without))),
        kind=kind,
        seed=f"{seed}/{place}/world",
        about=cause,
        differs=variant.differs,
        complaint=complaint,
        truth=variant.truth,
        named=variant.named or chance.random() < 0.75,
        unsure=variant.unsure,
        without=without,
    )
