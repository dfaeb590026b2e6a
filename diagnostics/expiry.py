"""When to warn of an end: at 30, 14, 7, 3, 1 and 0 days, at 10:00 of the admin's own day, each once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from diagnostics.asks import LookUp, Missing
from diagnostics.facts.expiries import ENDS, End
from diagnostics.gather import gather
from diagnostics.question import Org, Question

STAGES = (30, 14, 7, 3, 1, 0)
HOUR = time(10)


@dataclass(frozen=True, slots=True)
class Outlook:
    """All dated ends, soonest first, and what could not be looked at."""

    ends: tuple[End, ...]
    silent: tuple[Missing, ...]


def outlook(question: Question, look_up: LookUp) -> Outlook:
    """Every end that Salesforce lets the bot see."""
    got = gather(((fact, Org()) for fact in ENDS), question, look_up)
    ends: list[End] = []
    silent: list[Missing] = []
    for fact in got.facts.values():
        if isinstance(fact, Missing):
            silent.append(fact)
        else:
            ends.extend(getattr(fact, "ends", ()))
    return Outlook(tuple(sorted(ends, key=lambda end: end.ends)), tuple(dict.fromkeys(silent)))


def days_left(end: End, now: datetime, tz: str) -> int:
    """Calendar days in the admin's zone, 0 on the day itself, negative after it."""
    zone = ZoneInfo(tz)
    return (end.ends.astimezone(zone).date() - now.astimezone(zone).date()).days


def due(end: End, now: datetime, tz: str, sent: Collection[int]) -> int | None:
    """The stage to warn of now, or None. `sent` holds the stages already warned of for this very end.

    After a pause only the latest stage is made up for. What is renewed by use is stages shorter than half its lifetime.
    """
    local = now.astimezone(ZoneInfo(tz))
    left = days_left(end, now, tz)
    if left < 0 or local.time() < HOUR:
        return None
    stages = [s for s in STAGES if end.lifetime is None or timedelta(days=s) < end.lifetime / 2]
    reached = [s for s in stages if left <= s]
    if not reached or any(s <= reached[-1] for s in sent):
        return None
    return reached[-1]
