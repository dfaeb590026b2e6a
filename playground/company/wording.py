"""When something was, as people say it."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

_PARTS = {"morning": (6, 12), "afternoon": (13, 18), "evening": (18, 24)}


def ago_in_words(at: datetime, now: datetime, zone: ZoneInfo, chance: Random, *, to_the_minute: bool = False) -> str:
    """`at` as somebody in `zone` would say it at `now`: true to minutes, or to a day or its part (not `to_the_minute`)."""
    age, here, today = now - at, at.astimezone(zone), now.astimezone(zone).date()
    if age < timedelta(minutes=58):
        return f"{round(age.total_seconds() / 60)} minutes ago"
    clock = f"{here:%H:%M}"
    hours = round(age.total_seconds() / 3600)
    whole = abs(age - timedelta(hours=hours)) < timedelta(minutes=6)
    said = [f"{hours} hours ago"] if whole and 2 <= hours <= 12 else []
    vague = [] if to_the_minute else _parts_of(here, (today - here.date()).days)
    if here.date() == today:
        return chance.choice([*said, *vague, f"today at {clock}"])
    if age > timedelta(days=6):
        return f"{here:%d %B}"
    day = "yesterday" if here.date() == today - timedelta(days=1) else f"{here:%A}"
    return chance.choice([f"{day} at {clock}", *vague, *([] if to_the_minute else [day])])


def _parts_of(here: datetime, days_ago: int) -> list[str]:
    """How people call that part of the day; nights they tell by the clock."""
    part = next((name for name, (begin, end) in _PARTS.items() if begin <= here.hour < end), "")
    if not part:
        return []
    if days_ago == 0:
        return [f"this {part}"]
    if days_ago == 1:
        return ["last night" if part == "evening" else f"yesterday {part}"]
    return [f"{here:%A} {part}"]
