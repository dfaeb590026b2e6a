"""Gathering: plans advance together, one de-duplicated look-up a round, and nothing that breaks costs more than itself."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self, cast

from diagnostics.asks import Ask, Found, Human, Json, Missing, Plan, Reason, Rest, each
from diagnostics.check import Fact, Kind
from diagnostics.gather import Gathered, gather
from diagnostics.question import Org, Person, Question, Subject
from tests.diagnostics.checks.facts import NOW

QUESTION = Question("", NOW, NOW)
A, B, C = Rest("a"), Rest("b"), Rest("c")
SILENCE = Missing(Reason.DENIED, "not yours to read")


@dataclass(frozen=True, slots=True)
class Told(Fact):
    """What a plan came back with."""

    about: ClassVar[Kind] = Org
    plan: ClassVar[Callable[[], Plan[Json]]]
    value: Json

    @property
    def says(self) -> str:
        return str(self.value)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        return cls((yield from cls.plan()))


def by(plan: Callable[[], Plan[Json]]) -> type[Told]:
    """The fact that this plan finds."""
    return cast(type[Told], type(plan.__name__, (Told,), {"plan": staticmethod(plan), "__slots__": ()}))


@dataclass
class World:
    """Answers from a dict; whatever is not in it is left out. Keeps the rounds."""

    answers: Mapping[Ask, Found | Missing]
    rounds: list[tuple[Ask, ...]]

    def __call__(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        self.rounds.append(tuple(asks))
        return {a: self.answers[a] for a in asks if a in self.answers}


def world(**more: Found | Missing) -> World:
    """`a`, `b` and `c` answer with their own names."""
    answers: dict[Ask, Found | Missing] = {ask: Found(ask.path) for ask in (A, B, C)}
    return World(answers | {Human(key): found for key, found in more.items()}, [])


def found(*facts: type[Told], world: Callable[[Collection[Ask]], Mapping[Ask, Found | Missing]]) -> Gathered:
    """Gather them for the organisation."""
    return gather([(f, Org()) for f in facts], QUESTION, world)


def value(fact: type[Told], got: Gathered) -> Any:
    """What the plan returned, or the silence."""
    result = got.facts[fact, Org()]
    return result.value if isinstance(result, Told) else result


def first() -> Plan[Json]:
    return (yield A)


def chained() -> Plan[Json]:
    return (yield A) + (yield B)


def other() -> Plan[Json]:
    return (yield C) + (yield B)


def test_what_several_want_is_asked_once_a_round() -> None:
    here = world()
    got = found(*map(by, (first, chained, other)), world=here)
    assert [set(r) for r in here.rounds] == [{A, C}, {B}]
    assert sorted(str(f.says) for f in got.facts.values() if isinstance(f, Told)) == ["a", "ab", "cb"]
    assert all(len(r) == len(set(r)) for r in here.rounds)


def test_what_is_known_is_never_asked_again() -> None:
    def again() -> Plan[Json]:
        return [(yield A), (yield A), (yield B), (yield A)]

    here, fact = world(), by(again)
    assert value(fact, found(fact, world=here)) == ["a", "a", "b", "a"]
    assert here.rounds == [(A,), (B,)]


def test_one_fact_of_one_subject_is_gathered_once() -> None:
    here, fact = world(), by(first)
    got = gather([(fact, Org()), (fact, Org()), (fact, Person("jane@acme.com"))], QUESTION, here)
    assert len(got.facts) == 2
    assert here.rounds == [(A,)]


def test_several_asks_at_once_come_back_in_order() -> None:
    def both() -> Plan[Json]:
        return (yield (B, A))

    here, fact = world(), by(both)
    assert value(fact, found(fact, world=here)) == ["b", "a"]
    assert here.rounds == [(B, A)]


def test_silence_is_thrown_into_the_plan_which_may_fall_back() -> None:
    def fallback() -> Plan[Json]:
        try:
            return (yield A)
        except Missing as silence:
            return f"{silence.says}, so {(yield B)}"

    here = world()
    here.answers = {**here.answers, A: SILENCE}
    fact, strict = by(fallback), by(chained)
    got = found(fact, strict, world=here)
    assert value(fact, got) == "not yours to read, so b"
    assert value(strict, got) == SILENCE
    assert got.breakages == []


def test_of_several_asks_some_may_stay_unanswered() -> None:
    def some() -> Plan[Json]:
        return (yield from each(A, B, C))

    here = world()
    here.answers = {A: Found("a"), B: SILENCE, C: Found("c")}
    fact = by(some)
    assert value(fact, found(fact, world=here)) == ["a", SILENCE, "c"]
    assert len(here.rounds) == 1


def test_people_are_heard_first_and_cost_no_round_of_their_own() -> None:
    def after_a_word() -> Plan[Json]:
        heard: Found = yield Human("origin")
        return heard.value + (yield A)

    here = world(origin=Found("gmail ", NOW, "Dana"))
    fact = by(after_a_word)
    assert value(fact, found(fact, by(first), world=here)) == "gmail a"
    assert here.rounds == [(Human("origin"),), (A,)]


def test_what_breaks_costs_itself_only() -> None:
    def broken() -> Plan[Json]:
        return (yield A)["no such key"]

    fact, fine = by(broken), by(first)
    got = found(fact, fine, world=world())
    assert isinstance(value(fact, got), Missing)
    assert value(fact, got).reason is Reason.BROKEN
    assert value(fine, got) == "a"
    assert [(b.where, type(b.error)) for b in got.breakages] == [("broken", TypeError)]


def test_a_look_up_that_throws_costs_what_it_was_asked() -> None:
    def down(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        if B in asks:
            raise ConnectionError("reset")
        return {a: Found("a") for a in asks}

    fact, fine = by(chained), by(first)
    got = found(fact, fine, world=down)
    assert value(fact, got).reason is Reason.BROKEN
    assert value(fine, got) == "a"
    assert [b.where for b in got.breakages] == ["look-up"]


def test_an_ask_that_is_left_out_is_silence() -> None:
    fact = by(first)
    assert value(fact, found(fact, world=World({}, []))) == Missing(Reason.DOWN, "no answer came")


def test_a_plan_without_end_is_ended() -> None:
    def endless() -> Plan[Json]:
        n = 0
        while True:
            yield Rest(str(n := n + 1))

    def anything(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        return {a: Found("a") for a in asks}

    fact = by(endless)
    got = found(fact, world=anything)
    assert value(fact, got).reason is Reason.BROKEN
    assert [b.where for b in got.breakages] == ["endless"]


def test_the_trail_holds_every_ask_that_led_to_a_fact() -> None:
    fact = by(chained)
    got = found(fact, by(other), world=world())
    assert got.trails[fact, Org()] == [A, B]
    assert set(got.found) == {A, B, C}


def test_what_is_missing_holds_on_to_nothing() -> None:
    """Raised in a plan or thrown into one: all that was gathered would be a circle, for the garbage collector to find."""

    def silent() -> Plan[Json]:
        yield A
        raise SILENCE

    def consoled() -> Plan[Json]:
        try:
            yield B
        except Missing as why:
            raise Missing(Reason.ABSENT, "nor is this there") from why
        return None

    asked = World({A: Found("a"), B: Missing(Reason.DENIED, "not yours to read")}, [])
    got = found(by(silent), by(consoled), world=asked)
    everything = (*got.found.values(), *got.facts.values())
    missing = [m for m in everything if isinstance(m, Missing)]
    assert len(missing) == 3
    assert [(m.__traceback__, m.__context__, m.__cause__) for m in missing] == [(None, None, None)] * 3
