"""Reading and saying times. Never asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import overload
from zoneinfo import ZoneInfo


@overload
def parse(text: str) -> datetime | None: ...
@overload
def parse(text: None) -> None: ...
def parse(text: str | None) -> datetime | None:
    """An ISO 8601 time as Salesforce (`…+0000`) and Unify (`…Z`) write it, timezone-aware; None if it is none."""
    try:
        time = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def moment(text: str) -> datetime:
    """The same for a time that is always there; raises ValueError if it is none."""
    time = parse(text)
    if time is None:
        raise ValueError(f"not a time: {text!r}")
    return time


def floor(time: datetime, step: timedelta) -> datetime:
    """`time` rounded down to a multiple of `step`, so that questions asked close together are the same question."""
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return time - (time - epoch) % step


def span(length: timedelta) -> str:
    """A length of time in words: "4 minutes", "3 hours", "12 days"."""
    minutes = max(0, round(length.total_seconds() / 60))
    for size, unit in ((1440, "day"), (60, "hour")):
        if minutes >= 2 * size:
            return f"{minutes // size} {unit}s"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def ago(time: datetime, now: datetime) -> str:
    """How long ago `time` was: "4 minutes ago"."""
    return f"{span(now - time)} ago"


def local(time: datetime, now: datetime, tz: str) -> str:
    """The time as the clock in `tz` shows it; with the date where it is another day."""
    there = time.astimezone(ZoneInfo(tz))
    return f"{there:%H:%M}" if there.date() == now.astimezone(ZoneInfo(tz)).date() else f"{there:%d %b %H:%M}"


@dataclass(frozen=True, slots=True)
class Clock:
    """The asker's clock at the moment of the diagnosis: facts say their times by it."""

    as_of: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    tz: str = "UTC"

    def at(self, time: datetime) -> str:
        """ "14:04" for today, "12 Nov 14:04" for another day."""
        return local(time, self.as_of, self.tz)

    def day(self, time: datetime) -> str:
        """ "12 Nov"."""
        return f"{time.astimezone(ZoneInfo(self.tz)):%d %b}"


UTC_CLOCK = Clock()  # for facts that are made without a question
