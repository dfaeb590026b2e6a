"""Gathering facts: all plans advance together, one de-duplicated look-up a round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from diagnostics.asks import Ask, Found, Human, LookUp, Missing, Plan, Reason
from diagnostics.check import Fact
from diagnostics.question import Question, Subject
from diagnostics.report import Breakage

FactKey = tuple[type[Fact], Subject]
_ROUNDS = 12  # more rounds than this is a plan that never ends


@dataclass(slots=True)
class Gathered:
    """Facts by type and subject, each with the asks that led to it; everything the world answered; what broke."""

    facts: dict[FactKey, Fact | Missing] = field(default_factory=dict)
    trails: dict[FactKey, list[Ask]] = field(default_factory=dict)
    found: dict[Ask, Found | Missing] = field(default_factory=dict)
    breakages: list[Breakage] = field(default_factory=list)


@dataclass(slots=True)
class _Running:
    key: FactKey
    plan: Plan[Fact]
    wants: tuple[Ask, ...] = ()
    alone: bool = True  # it yielded a single ask, so it is sent a single answer


def gather(keys: Iterable[FactKey], question: Question, look_up: LookUp) -> Gathered:
    """Run the plans of all facts in `keys` to their end. Never raises: what breaks becomes `Missing`."""
    got = Gathered()
    running = []
    for key in dict.fromkeys(keys):
        fact, subject = key
        got.trails[key] = []
        running.append(_Running(key, fact.ask(question, subject)))
    running = [r for r in running if _advance(r, got, start=True)]
    for _ in range(_ROUNDS):
        if not running:
            break
        # What people said is known already: asking for it first costs no round of its own.
        while said := [ask for ask in _wanted(running, got) if isinstance(ask, Human)]:
            got.found |= _ask(said, look_up, got)
            running = [r for r in running if _advance(r, got)]
        if wanted := _wanted(running, got):
            got.found |= _ask(wanted, look_up, got)
            running = [r for r in running if _advance(r, got)]
    for r in running:
        got.facts[r.key] = _broken(r.key[0].__name__, RuntimeError("the plan does not end"), got)
    _let_go(got)
    return got


def _let_go(got: Gathered) -> None:
    """What is missing was raised; as a fact it must not hold on to where: that is a circle, and all of this in it."""
    for answer in (*got.found.values(), *got.facts.values()):
        if isinstance(answer, Missing):
            answer.__traceback__ = answer.__context__ = answer.__cause__ = None


def _wanted(running: Iterable[_Running], got: Gathered) -> list[Ask]:
    return list(dict.fromkeys(ask for r in running for ask in r.wants if ask not in got.found))


def _ask(wanted: Iterable[Ask], look_up: LookUp, got: Gathered) -> Mapping[Ask, Found | Missing]:
    asks = tuple(wanted)
    try:
        answers = look_up(asks)
    except Exception as error:  # noqa: BLE001 - the seam to the world: whatever it throws costs these asks, never the report
        silence = _broken("look-up", error, got)
        return dict.fromkeys(asks, silence)
    return {ask: answers.get(ask, Missing(Reason.DOWN, "no answer came")) for ask in asks}


def _advance(run: _Running, got: Gathered, *, start: bool = False) -> bool:
    """Feed a plan everything already known; true if it still waits for an answer."""
    try:
        while True:
            if start:
                yielded = next(run.plan)
                start = False
            else:
                if any(a not in got.found for a in run.wants):
                    return True
                answers = [got.found[a] for a in run.wants]
                silent = next((a for a in answers if isinstance(a, Missing)), None)
                values: list[Any] = [
                    a if isinstance(ask, Human) else a.value
                    for ask, a in zip(run.wants, answers, strict=True)
                    if isinstance(a, Found)
                ]
                yielded = run.plan.throw(silent) if silent else run.plan.send(values[0] if run.alone else values)
            run.alone = not isinstance(yielded, tuple)
            run.wants = yielded if isinstance(yielded, tuple) else (yielded,)
            got.trails[run.key].extend(a for a in run.wants if a not in got.trails[run.key])
    except StopIteration as end:
        got.facts[run.key] = end.value
    except Missing as silence:
        got.facts[run.key] = silence
    except Exception as error:  # noqa: BLE001 - a broken fact costs one unknown, never the report
        got.facts[run.key] = _broken(run.key[0].__name__, error, got)
    return False


def _broken(where: str, error: BaseException, got: Gathered) -> Missing:
    got.breakages.append(Breakage(where, error))
    return Missing(Reason.BROKEN, "something of mine broke while checking this")
