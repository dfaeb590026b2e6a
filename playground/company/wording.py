"""When something was, as people say it."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo


def ago_in_words(at: datetime, now: datetime, zone: ZoneInfo, chance: Random, *, to_the_minute: bool = False) -> str:
    """`at` as somebody in `zone` would say it at `now`: true to a few minutes, or (not `to_the_minute`) a whole day."""
    age, here, today = now - at, at.astimezone(zone), now.astimezone(zone).date()
    if age < timedelta(minutes=58):
        return f"{round(age.total_seconds() / 60)} minutes ago"
    clock = f"{here:%H:%M}"
    hours = round(age.total_seconds() / 3600)
    whole = abs(age - timedelta(hours=hours)) < timedelta(minutes=6)
    said = [f"{hours} hours ago"] if whole and 2 <= hours <= 12 else []
    if here.date() == today:
        return chance.choice([*said, f"today at {clock}"])
    day = "yesterday" if here.date() == today - timedelta(days=1) else f"{here:%A}"
    if age > timedelta(days=6):
        return f"{here:%d %B}"
    return f"{day} at {clock}" if to_the_minute else chance.choice([day, f"{day} at {clock}"])
