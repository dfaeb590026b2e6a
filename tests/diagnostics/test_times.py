"""Times are read as Salesforce and Unify write them, and said as people read them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.times import ago, floor, local, parse, span
from tests.diagnostics.checks.facts import NOW

WITH_ZONE = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-24T15:00:00.000+0000", NOW),
        ("2026-11-24T15:00:00Z", NOW),
        ("2026-11-24T10:00:00-05:00", NOW),
        ("2026-11-24T15:00:00", NOW),
        ("2026-11-24", NOW.replace(hour=0)),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_parse(text: str | None, time: datetime | None) -> None:
    assert parse(text) == time


@given(st.text())
def test_parsing_never_fails(text: str) -> None:
    time = parse(text)
    assert time is None or time.tzinfo


@given(WITH_ZONE)
def test_what_is_written_is_read(time: datetime) -> None:
    assert parse(time.isoformat()) == time


@given(WITH_ZONE, st.integers(1, 10_000))
def test_a_floor_is_a_multiple_below(time: datetime, minutes: int) -> None:
    step = timedelta(minutes=minutes)
    below = floor(time, step)
    assert timedelta() <= time - below < step
    assert floor(below, step) == below


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=-9), "0 minutes"),
        (timedelta(seconds=70), "1 minute"),
        (timedelta(minutes=4), "4 minutes"),
        (timedelta(minutes=119), "119 minutes"),
        (timedelta(hours=2), "2 hours"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=12), "12 days"),
    ],
)
def test_span(length: timedelta, said: str) -> None:
    assert span(length) == said


def test_ago_and_local() -> None:
    assert ago(NOW - timedelta(minutes=4), NOW) == "4 minutes ago"
    assert local(NOW, NOW, "America/New_York") == "10:00"
    assert local(NOW - timedelta(hours=11), NOW, "America/New_York") == "23 Nov 23:00"
