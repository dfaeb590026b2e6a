from datetime import datetime

import pytest

from handlers.understanding.times import moments, zone

NOON = datetime.fromisoformat("2026-11-18T12:00:00-05:00")  # a Wednesday; the clocks went back on 1 November


def read(text: str, tz: str = "America/New_York", at: datetime = NOON) -> list[tuple[str, bool]]:
    return [(m.at.isoformat(timespec="minutes"), m.exact) for m in moments(text, at, tz)]


@pytest.mark.parametrize(
    ("text", "at", "exact"),
    [
        ("20 min ago", "2026-11-18T11:40-05:00", True),
        ("half an hour ago", "2026-11-18T11:30-05:00", True),
        ("two and a half hours ago", "2026-11-18T09:30-05:00", True),
        ("3 days ago", "2026-11-15T00:00-05:00", False),
        ("yesterday at 4:30pm", "2026-11-17T16:30-05:00", True),
        ("at 4.30 pm yesterday", "2026-11-17T16:30-05:00", True),
        ("yesterday", "2026-11-17T00:00-05:00", False),
        ("this morning", "2026-11-18T09:00-05:00", False),
        ("this afternoon", "2026-11-18T15:00-05:00", False),
        ("last night", "2026-11-17T20:00-05:00", False),
        ("8:02 this morning", "2026-11-18T08:02-05:00", True),
        ("on tuesday at 9", "2026-11-17T09:00-05:00", True),
        ("last wednesday", "2026-11-11T00:00-05:00", False),
        ("friday morning", "2026-11-13T09:00-05:00", False),
        ("on oct 31 at 5pm", "2026-10-31T17:00-04:00", True),
        ("31 october 2025", "2025-10-31T00:00-04:00", False),
        ("nov 20", "2025-11-20T00:00-05:00", False),
        ("11/16", "2026-11-16T00:00-05:00", False),
        ("2026-11-02", "2026-11-02T00:00-05:00", False),
        ("2026-11-02t10:30:00z", "2026-11-02T05:30-05:00", True),
        ("today at 8:45am pt", "2026-11-18T11:45-05:00", True),
        ("today 14:30 berlin time", "2026-11-18T08:30-05:00", True),
        ("today 14:00 bengaluru time", "2026-11-18T03:30-05:00", True),
        ("my note from 11 o'clock", "2026-11-18T11:00-05:00", True),
        ("noon today", "2026-11-18T12:00-05:00", True),
        ("11pm", "2026-11-17T23:00-05:00", True),
        ("last night at 11:30", "2026-11-17T23:30-05:00", True),
        ("monday evening at 7", "2026-11-16T19:00-05:00", True),
        ("yesterday afternoon, at 4", "2026-11-17T16:00-05:00", True),
        ("the day before yesterday evening 7:15 pm", "2026-11-16T19:15-05:00", True),
        ("2 days ago at 10am", "2026-11-16T10:00-05:00", True),
        ("saturday 14 at 11:45", "2026-11-14T11:45-05:00", True),
        ("yesterday 14h", "2026-11-17T14:00-05:00", True),
        ("the 9:40 i sent tom out of unify yesterday", "2026-11-17T09:40-05:00", True),
        ("friday mail (16:20, from unify)", "2026-11-13T16:20-05:00", True),
        ("yesterday at 11:30am lagos time", "2026-11-17T05:30-05:00", True),
        ("today at 9am munich time", "2026-11-18T03:00-05:00", True),
        ("today at 9am last time", "2026-11-18T09:00-05:00", True),
    ],
)
def test_moments(text: str, at: str, exact: bool) -> None:
    assert read(text) == [(at, exact)]


@pytest.mark.parametrize(
    "text",
    [
        "stuck at 3",
        "sat at 0",
        "2.5 hours",
        "version 1.2.3",
        "25:70",
        "feb 31",
        "24/7 support",
        "tomorrow",
        "ratio 3:1",
        "80% of 40 reps",
    ],
)
def test_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("this morning", "2026-11-18T00:00-05:00", "2026-11-18T12:00-05:00"),  # it is noon
        ("yesterday afternoon", "2026-11-17T11:00-05:00", "2026-11-17T19:00-05:00"),
        ("last night", "2026-11-17T16:00-05:00", "2026-11-18T04:00-05:00"),
    ],
)
def test_a_part_of_a_day_is_anywhere_within_it(text: str, begin: str, end: str) -> None:
    (moment,) = moments(text, NOON, "America/New_York")
    assert moment.within == (datetime.fromisoformat(begin), datetime.fromisoformat(end))


@pytest.mark.parametrize("text", ["at 9am", "yesterday", "8:02 this morning", "this wednesday evening"])
def test_a_time_of_day_a_bare_day_and_what_has_not_begun_are_no_part_of_one(text: str) -> None:
    (moment,) = moments(text, NOON, "America/New_York")
    assert moment.within is None


def test_the_same_day_is_the_one_named_before() -> None:
    assert read("wrote on friday, he answered at 14:32 the same day") == [
        ("2026-11-13T00:00-05:00", False),
        ("2026-11-13T14:32-05:00", True),
    ]


def test_days_and_months_by_zone() -> None:
    assert read("5/10", "Europe/London")[0][0].startswith("2026-10-05")
    assert read("5/10", "America/Chicago")[0][0].startswith("2026-05-10")
    assert read("20.10.", "Europe/Berlin")[0][0].startswith("2026-10-20")


def test_a_time_that_the_clocks_skip_is_moved_on() -> None:
    at = datetime.fromisoformat("2026-03-08T12:00:00-04:00")
    assert read("today at 2:30am", at=at) == [("2026-03-08T03:30-04:00", True)]


def test_minutes_are_counted_across_the_change_of_clocks() -> None:
    at = datetime.fromisoformat("2026-11-01T01:15:00-05:00")  # the second 1:15 of that night
    assert read("30 minutes ago", at=at) == [("2026-11-01T01:45-04:00", True)]


def test_an_unknown_zone_is_utc() -> None:
    assert str(zone("Mars/Olympus")) == "UTC"
    assert str(zone("../etc/passwd")) == "UTC"
    assert str(zone("")) == "UTC"


@pytest.mark.parametrize(
    ("text", "tz", "at", "expected"),
    [
        ("saturday at 11pm", "Europe/London", "2026-03-30T09:00:00+01:00", "2026-03-28T23:00+00:00"),
        ("sunday 3:30am", "Europe/London", "2026-03-30T09:00:00+01:00", "2026-03-29T03:30+01:00"),
        ("on saturday at 10:30am", "America/New_York", "2026-11-02T09:25:00-05:00", "2026-10-31T10:30-04:00"),
        ("sunday at 1:30am", "Australia/Sydney", "2026-10-06T10:10:00+11:00", "2026-10-04T01:30+10:00"),
    ],
)
def test_each_day_has_its_own_offset(text: str, tz: str, at: str, expected: str) -> None:
    assert read(text, tz, datetime.fromisoformat(at)) == [(expected, True)]


def test_a_part_of_the_day_that_is_far_ahead_was_yesterday() -> None:
    at = datetime.fromisoformat("2026-11-25T00:14:00-05:00")
    assert read("this morning", at=at) == [("2026-11-24T09:00-05:00", False)]
    early = datetime.fromisoformat("2026-11-25T08:30:00-05:00")
    assert read("this morning", at=early) == [("2026-11-25T09:00-05:00", False)]
