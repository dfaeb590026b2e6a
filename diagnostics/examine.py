"""Judging on what was gathered: the facts that a check, a symptom or a stage needs of one subject, and a check's verdict."""

from collections.abc import Sequence
from typing import Any

from diagnostics.asks import Missing, Reason
from diagnostics.check import Check, Need
from diagnostics.gather import FactKey, Gathered
from diagnostics.judgement import Judgement, unknown
from diagnostics.question import Org, Person, Subject
from diagnostics.report import Breakage

BROKEN = "something of mine broke while checking this"
_NOBODY = Missing(Reason.ABSENT, "no single person is asked about")


def keys_of(needs: Sequence[Need], subject: Subject) -> tuple[FactKey, ...]:
    """Under which each need is gathered: a fact about people only where a person is asked about."""
    keys = (_key(need, subject) for need in needs)
    return tuple(key for key in keys if not (key[0].about is Person and isinstance(key[1], Org)))


def given(needs: Sequence[Need], subject: Subject, got: Gathered) -> list[Any]:
    """The facts, or why they are missing, in the order of the parameters."""
    return [got.facts.get(_key(need, subject), _NOBODY) for need in needs]


def silent(needs: Sequence[Need], facts: Sequence[Any]) -> Missing | None:
    """The first that is missing, of those that cannot be done without."""
    return next((f for f, n in zip(facts, needs, strict=True) if isinstance(f, Missing) and not n.optional), None)


def examine(check: Check, subject: Subject, got: Gathered) -> tuple[Judgement, list[Any]]:
    """The check's judgement, and the facts that it judged. Never raises: a broken check costs one *unknown*."""
    facts = given(check.needs, subject, got)
    if missing := silent(check.needs, facts):
        return unknown(missing), facts
    try:
        return check.judge(*facts), facts
    except Exception as error:  # noqa: BLE001 - never the report
        got.breakages.append(Breakage(check.id, error))
        return unknown(Missing(Reason.BROKEN, BROKEN)), facts


def _key(need: Need, subject: Subject) -> FactKey:
    return need.fact, (subject if need.fact.about is Person else Org())
