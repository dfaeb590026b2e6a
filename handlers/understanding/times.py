"""Points in time as people write them: "20 min ago", "yesterday at 4:30pm", "on Nov 20", "8:45am PT"."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

_MONTHS = {
    m: n
    for n, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march märz",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for m in names.split()
}
_DAYS = {
    d: n
    for n, names in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "saturday",
            "sunday",
        )
    )
    for d in names.split()
}
_PARTS = {
    "this morning": (0, time(9)),
    "this afternoon": (0, time(15)),
    "tonight": (0, time(20)),
    "this evening": (0, time(20)),
    "last night": (1, time(20)),
    "yesterday morning": (1, time(9)),
    "yesterday afternoon": (1, time(15)),
    "yesterday evening": (1, time(20)),
    "today": (0, None),
    "earlier today": (0, None),
    "yesterday": (1, None),
    "the day before yesterday": (2, None),
    "day before yesterday": (2, None),
}
_PART_OF_DAY = {"morning": time(9), "afternoon": time(15), "evening": time(20), "night": time(20)}
# The hours that such a part of a day has room for, from the midnight before.
_ROOM = {time(9): (0, 13), time(15): (11, 19), time(20): (16, 28)}
_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_COUNTS |= {
    "a": 1,
    "an": 1,
    "couple": 2,
    "ein": 1,
    "einer": 1,
    "eine": 1,
    "una": 1,
    "un": 1,
    "une": 1,
    "zwei": 2,
    "drei": 3,
    "dos": 2,
    "tres": 3,
    "deux": 2,
    "trois": 3,
}
_UNITS = {"min": 1, "minute": 1, "h": 60, "hr": 60, "hour": 60, "std": 60}

ZONES = {
    **dict.fromkeys(("pt", "pst", "pdt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain"), "America/Denver"),
    **dict.fromkeys(("ct", "cst", "cdt", "central"), "America/Chicago"),
    **dict.fromkeys(("et", "est", "edt", "eastern"), "America/New_York"),
    **dict.fromkeys(("gmt", "utc", "z"), "UTC"),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    "bst": "Europe/London",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    "sgt": "Asia/Singapore",
}
# Before "time": places whose zone has another name. Those that name a zone ("lagos time") need no entry.
_PLACES = {
    **dict.fromkeys(["uk", "british", "english"], "Europe/London"),
    **dict.fromkeys(["irish", "ireland"], "Europe/Dublin"),
    **dict.fromkeys(["german", "munich", "münchen", "hamburg", "frankfurt", "cologne"], "Europe/Berlin"),
    **dict.fromkeys(["french", "lyon"], "Europe/Paris"),
    **dict.fromkeys(["spanish", "barcelona"], "Europe/Madrid"),
    **dict.fromkeys(["italian", "milan"], "Europe/Rome"),
    **dict.fromkeys(["dutch"], "Europe/Amsterdam"),
    **dict.fromkeys(["polish", "krakow"], "Europe/Warsaw"),
    **dict.fromkeys(["swiss", "geneva"], "Europe/Zurich"),
    **dict.fromkeys(
        ["india", "indian", "bengaluru", "bangalore", "mumbai", "delhi", "hyderabad", "chennai", "pune"], "Asia/Kolkata"
    ),
    **dict.fromkeys(["japan", "japanese", "osaka"], "Asia/Tokyo"),
    **dict.fromkeys(("brasília", "brasilia", "são paulo", "brazil"), "America/Sao_Paulo"),
    **dict.fromkeys(("san francisco", "seattle", "california"), "America/Los_Angeles"),
    **dict.fromkeys(("boston", "atlanta", "miami", "washington", "east coast", "nyc"), "America/New_York"),
    **dict.fromkeys(("austin", "dallas", "houston", "texas"), "America/Chicago"),
    "west coast": "America/Los_Angeles",
}

_ZONE = (
    r"(?: ?\(?(?:(?P<zone>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")(?: time)?"
    r"|(?P<place>[^\W\d_]+(?: [^\W\d_]+)?) time)\b\)?)?"
)
_CLOCK = re.compile(
    r"(?<![\w:.,/-])(?:(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?)? ?(?P<half>am|pm)\b"
    r"|(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?::[0-5]\d)?(?!\w|:\d)|(?P<word>noon|midday|midnight)\b"
    r"|(?:(?<=at )|(?<=day ))(?P<h4>[01]?\d|2[0-3])h\b|(?<!\d)(?P<h5>[01]?\d|2[0-3])h(?P<m5>[0-5]\d)(?!\w)"
    r"|(?P<h6>[01]?\d|2[0-3]) o'clock\b"
    r"|(?<=at )(?P<h3>[01]?\d|2[0-3])(?![\w:.%/-]|\d| (?:of|per|reps|people|emails)))" + _ZONE
)
_RELATIVE = re.compile(
    r"(?<![\w.])(?P<half>half an hour|a half hour|half hour)(?: or so)? ago|(?<![\w.])(?P<n>\d{1,3}|"
    + "|".join(_COUNTS)
    + r")(?: of)?(?: ?(?P<and>and a half|1/2))?"
    r" ?(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?)(?P<half2> and a half)?"
    r"(?: or so)? (?:ago|back)\b"
)
_DAY = re.compile(
    r"(?<!\w)(?:(?P<part>" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")"
    r"|(?:(?P<last>last|this|past) )?(?P<weekday>" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")\b\.?"
    r"(?: (?P<dayhalf>morning|afternoon|evening|night))?(?: (?:the )?[0-3]?\d(?=,? at\b))?(?!'s)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?=t?\b)"
    r"|(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
    r" (?P<dom>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])"
    r"(?:,? (?P<year>20\d\d))?"
    r"|(?:(?:(?<=the )|(?<=day )|(?<=mon )|(?<=tue )|(?<=wed )|(?<=thu )|(?<=fri ))"
    r"(?P<dom3>[0-3]?\d)(?:st|nd|rd|th)(?! (?:of )?[a-z]+day)(?! (?:of )?(?:" + "|".join(_MONTHS) + r")\b)"
    r"(?! (?:time|e-?mail|mail|message|step|account|attempt|floor|one)\b))"
    r"|(?P<dom2>[0-3]?\d)(?:st|nd|rd|th|\.)?(?: of| de)? (?P<month2>"
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")\b\.?(?: (?:de )?(?P<year2>20\d\d))?"
    r"|(?!24/7)(?P<a>[0-3]?\d)(?P<sep>[/.])(?P<b>[0-3]?\d)(?:(?P=sep)(?P<year3>(?:20)?\d\d)?)?(?![\w/]))(?!\w)"
)
_ISO_TIME = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:z|[+-]\d\d:?\d\d)?(?!\w)")

_JOIN = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?[\s,]*(?:at|around|about|@|on|-|~|the|in|by|\(|of|from|(?:e-?mail"
    r"|mail|message|note) \(|i sent(?: \w+){1,5}|(?:(?:e-?mail|mail|message|one|note) )(?:of|from|on))?"
    r"[\s,]*(?:at|around|about|@|the)?\s*"
)

_SAME_DAY = re.compile(r",? (?:on )?(?:(?:the|that) same|that) day\b")
_THAT_DAY = re.compile(r"\b(?:the|that) same day,? (?:at|around|about) $")

_EARLIEST = 7  # an hour below it, said without am or pm, is one of the afternoon
_SUPPER = 5  # an earlier hour of an evening may be one after midnight
_SOON = timedelta(hours=4)  # a part of the day that is this near has begun, roughly
_MOST = 40  # times of one kind in a message: a person names a few, a pasted log hundreds


@dataclass(frozen=True, slots=True)
class Moment:
    """A time found at `start:end` of the text; `exact` where it is a time of day, not only a day or a part of one.

    A part of a day is `at` the hour that stands for it, and anywhere `within`.
    """

    at: datetime
    start: int
    end: int
    exact: bool
    within: tuple[datetime, datetime] | None = None


def zone(tz: str) -> tzinfo:
    """The zone of an IANA name; UTC where the name is none."""
    try:
        return ZoneInfo(tz)
    except (ValueError, OSError, KeyError):
        return UTC


def moments(text: str, asked_at: datetime, tz: str) -> tuple[Moment, ...]:
    """The points in time that lower-case `text` names, in order, in the asker's zone.

    Days are the most recent such days not after `asked_at`. A day without a time is 00:00.
    """
    return _Reader(asked_at.astimezone(zone(tz))).read(text)


class _Reader:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def read(self, text: str) -> tuple[Moment, ...]:
        found: list[Moment] = []
        for m in islice(_ISO_TIME.finditer(text), _MOST):
            found += self._stamp(m)
        days: list[tuple[int, int, date, time | None]] = []
        for m in islice(_RELATIVE.finditer(text), _MOST):
            relative = self._relative(m)
            if relative.exact:
                found.append(relative)
            else:
                days.append((m.start(), m.end(), relative.at.date(), None))  # "2 days ago at 10am"
        days += [
            (m.start(), m.end(), day, at)
            for m in islice(_DAY.finditer(text), _MOST)
            if not _covered(m, found)
            for day, at in [self._day(m)]
            if day
        ]
        clocks = [m for m in islice(_CLOCK.finditer(text), _MOST) if not _covered(m, found)]
        for start, end, day, at in days:
            clock = next((c for c in clocks if _beside(text, start, end, c)), None)
            if clock:
                clocks.remove(clock)
                found.append(self._at(day, clock, min(start, clock.start()), max(end, clock.end()), at))
            else:
                found.append(
                    Moment(self._local(day, at or time()), start, end, exact=False, within=self._room(day, at))
                )
        for c in clocks:
            if _SAME_DAY.match(text, c.end()) or _THAT_DAY.search(text, max(0, c.start() - 30), c.start()):
                before = [day for _, end, day, _ in days if end <= c.start()]
                found.append(self._at(before[-1] if before else None, c, c.start(), c.end()))
            elif not c["h3"]:  # "stuck at 3" is no time
                found.append(self._at(None, c, c.start(), c.end()))
        return tuple(sorted(found, key=lambda m: m.start))

    def _local(self, day: date, at: time, there: tzinfo | None = None) -> datetime:
        """A wall time as a moment; one that the clocks skip is read as if they had not changed yet."""
        naive = datetime.combine(day, at)
        return naive.replace(tzinfo=there or self.now.tzinfo).astimezone(UTC).astimezone(self.now.tzinfo)

    def _room(self, day: date, part: time | None) -> tuple[datetime, datetime] | None:
        if part is None:
            return None
        begin, end = (self._local(day + timedelta(days=h // 24), time(h % 24)) for h in _ROOM[part])
        # No email comes from the future.
        return (begin, min(end, self.now)) if begin <= self.now else None

    def _stamp(self, m: re.Match[str]) -> list[Moment]:
        try:
            at = datetime.fromisoformat(m[0].upper())
            at = at if at.tzinfo else at.replace(tzinfo=self.now.tzinfo)
            return [Moment(at.astimezone(self.now.tzinfo), m.start(), m.end(), exact=True)]
        except (ValueError, OverflowError):
            return []

    def _relative(self, m: re.Match[str]) -> Moment:
        if m["half"]:
            count, unit = 0.5, "hour"
        else:
            count = float(m["n"]) if m["n"].isdigit() else _COUNTS[m["n"]]
            count, unit = count + (0.5 if m["and"] or m["half2"] else 0), m["unit"]
        if unit.startswith(("day", "week")):
            day = (self.now - timedelta(days=count * (7 if unit.startswith("week") else 1))).date()
            return Moment(self._local(day, time()), m.start(), m.end(), exact=False)
        minutes = count * _UNITS[unit.rstrip("s")]
        at = (self.now.astimezone(UTC) - timedelta(minutes=minutes)).astimezone(self.now.tzinfo)
        return Moment(at, m.start(), m.end(), exact=True)

    def _at(self, day: date | None, clock: re.Match[str], start: int, end: int, part: time | None = None) -> Moment:
        there, said = _there(clock), _time(clock)
        if part and part.hour > 12 and not clock["half"] and _SUPPER <= said.hour < 12:
            said = said.replace(hour=said.hour + 12)  # "last night at half eleven"
        at = self._local(day or self.now.date(), said, there)
        # "at 11pm" asked in the morning was last night, and "today, 5pm PT" may be yesterday's date there.
        if at > self.now and (day is None or there):
            at = self._local((day or self.now.date()) - timedelta(days=1), said, there)
        return Moment(at, start, end, exact=True)

    def _day(self, m: re.Match[str]) -> tuple[date | None, time | None]:
        today = self.now.date()
        if m["part"]:
            back, at = _PARTS[m["part"]]
            if at and back == 0 and self._local(today, at) > self.now + _SOON:
                back = 1  # "this morning", said after midnight
            return today - timedelta(days=back), at
        if m["weekday"]:
            back = (today.weekday() - _DAYS[m["weekday"]]) % 7
            back = back if back or m["last"] == "this" else 7
            return today - timedelta(days=back), _PART_OF_DAY.get(m["dayhalf"] or "")
        if m["iso"]:
            return _date(*map(int, m["iso"].split("-"))), None
        if m["dom3"]:
            return _latest(today, int(m["dom3"])), None
        year = m["year"] or m["year2"] or m["year3"]
        if m["month"] or m["month2"]:
            month, dom = _MONTHS[m["month"] or m["month2"]], int(m["dom"] or m["dom2"])
        else:
            month, dom = self._numeric(int(m["a"]), int(m["b"]), m["sep"])
            if m["sep"] == "." and not m[0].endswith(".") and not year:
                return None, None  # 2.5 is a number, 2.5. a date
        if year:
            return _date(int(year) + (2000 if len(year) == 2 else 0), month, dom), None
        day = _date(today.year, month, dom)
        return (day if day is None or day <= today else _date(today.year - 1, month, dom)), None

    def _numeric(self, a: int, b: int, sep: str) -> tuple[int, int]:
        """(month, day) of "11/20": the month first in the Americas, unless that is no month."""
        name = getattr(self.now.tzinfo, "key", "")
        month_first = sep == "/" and name.startswith(("America/", "US/", "Pacific/Honolulu"))
        return (a, b) if (month_first and a <= 12) or b > 12 else (b, a)


def _there(clock: re.Match[str]) -> tzinfo | None:
    name = ZONES.get(clock["zone"] or "") or _zone_of(clock["place"] or "")
    return ZoneInfo(name) if name else None


def _zone_of(place: str) -> str | None:
    return _PLACES.get(place) or _cities().get(place) if place else None


@cache
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2].replace("_", " ").lower(): name for name in sorted(available_timezones())}


def _time(clock: re.Match[str]) -> time:
    if clock["word"]:
        return time(0) if clock["word"] == "midnight" else time(12)
    hour = int(clock["h"] or clock["h2"] or clock["h3"] or clock["h4"] or clock["h5"] or clock["h6"])
    minute = int(clock["m"] or clock["m2"] or clock["m5"] or 0)
    if clock["half"] and hour <= 12:
        hour = hour % 12 + (12 if clock["half"] == "pm" else 0)
    elif (
        1 <= hour < _EARLIEST
        and (clock["h2"] or clock["h3"] or clock["h6"] or "")[:1] != "0"
        and not (clock["h4"] or clock["h5"])
    ):
        hour += 12
    return time(hour, minute)


def _latest(today: date, day: int) -> date | None:
    """The most recent day of a month that has that number."""
    month = today.replace(day=1)
    for _ in range(3):
        found = _date(month.year, month.month, day)
        if found and found <= today:
            return found
        month = (month - timedelta(days=1)).replace(day=1)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _covered(m: re.Match[str], found: list[Moment]) -> bool:
    return any(f.start < m.end() and m.start() < f.end for f in found)


def _beside(text: str, start: int, end: int, clock: re.Match[str]) -> bool:
    between = text[end : clock.start()] if clock.start() >= end else text[clock.end() : start]
    apart = clock.start() >= end or clock.end() <= start
    return apart and len(between) <= 40 and _JOIN.fullmatch(between) is not None
