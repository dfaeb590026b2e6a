"""What a reply in the thread takes back: "no, the other contact", "I meant bob@acme.com", "actually it was sent at 3"."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.understanding import addresses, records
from handlers.understanding.markup import plain
from handlers.understanding.patterns import any_of
from handlers.understanding.sent import bounds
from handlers.understanding.times import moments, zone
from handlers.understanding.wording import wording

_TAKES_BACK = any_of(
    r"^(?:no|nope|nah|wait|sorry|oops|actually|correction|my (?:mistake|bad)|i mean|i meant|nein|non)\b",
    r"\b(?:actually|i meant|correction|rather than that|wrong (?:contact|person|address|one|time|day))\b",
)
_OTHER = any_of(r"\bother (?:contact|person|lead|address|one|guy)\b", r"\banderen? (?:kontakt|adresse)\b")
_HOUR = re.compile(r"\bat (?P<h>1[0-2]|[1-9])(?::(?P<m>[0-5]\d))?(?: o'clock)?(?![\w:%])")
_EARLIEST = 7  # an hour below it, said without am or pm, is one of the afternoon
_MOST = 30  # words: longer ones are a new story


@dataclass(frozen=True, slots=True)
class Correction:
    """`contact`: an address or a record id; `other`: another of those named before; `sent_at`: a time. Or nothing."""

    contact: str = ""
    other: bool = False
    sent_at: datetime | None = None


def correction(text: str, *, at: datetime, tz: str, known: datetime | None) -> Correction | None:
    """What `text`, said at `at`, puts right; None where it takes nothing back. `known`: the time of sending so far.

    A bare hour is one of the known day.
    """
    said = plain(text)
    words = wording(said)
    if "?" in said or len(words.text.split()) > _MOST or not _TAKES_BACK.search(words.text):
        return None
    named = [a.address for a in addresses.find(said)]
    named += [i for i in records.find(said) if records.kind(i) in ("contact", "lead")]
    times = [m.at for m in moments(words.text, at, tz) if m.exact and not bounds(words.text, m)]
    found = Correction(
        contact=named[0] if len(named) == 1 else "",
        other=not named and _OTHER.search(words.text) is not None,
        sent_at=times[0] if len(times) == 1 else None if times else _hour(words.text, at.astimezone(zone(tz)), known),
    )
    return found if found != Correction() else None


def _hour(text: str, now: datetime, known: datetime | None) -> datetime | None:
    said = _HOUR.search(text)
    if not said:
        return None
    hour = int(said["h"]) + (12 if int(said["h"]) < _EARLIEST else 0)
    day = known.astimezone(now.tzinfo) if known else now
    at = day.replace(hour=hour % 24, minute=int(said["m"] or 0), second=0, microsecond=0)
    return at if at <= now else at - timedelta(days=1) if known is None else None
