"""Explicit times for vague words."""

from datetime import datetime, timedelta

import pytest

from diagnostics.question import Question, Symptom
from diagnostics.window import Window, sending, window
from tests.diagnostics.checks.facts import NOW, ago

QUARTER, DAY = timedelta(minutes=15), timedelta(days=1)
MIDNIGHT = datetime.fromisoformat("2026-11-23T00:00:00-05:00")
SPAN = (ago(hours=4), ago(minutes=30))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(Question("", NOW, NOW), Window(ago(days=14), NOW), id="no time: 14 days"),
        pytest.param(Question("", NOW, NOW, sent_at=ago(hours=2)),
                     Window(ago(hours=2) - QUARTER, ago(hours=2) + QUARTER, exact=True), id="a time: 15 minutes around"),
        pytest.param(Question("", NOW, NOW, sent_at=MIDNIGHT, tz="America/New_York"),
                     Window(MIDNIGHT - DAY, MIDNIGHT + 2 * DAY), id="a day: that day, one before and one after"),
        pytest.param(Question("", NOW, NOW, sent_at=MIDNIGHT, tz="Europe/Berlin"),
                     Window(MIDNIGHT - QUARTER, MIDNIGHT + QUARTER, exact=True), id="midnight elsewhere is a time here"),
        pytest.param(Question("", NOW, NOW, sent_within=SPAN), Window(*SPAN), id="a span"),
        pytest.param(Question("", NOW, NOW, sent_at=ago(hours=1), sent_within=SPAN), Window(*SPAN),
                     id="a part of a day, and the hour that stands for it"),
        pytest.param(Question("", NOW, NOW, sent_at=ago(hours=-9)), Window(ago(days=1), NOW), id="a time yet to come"),
    ],
)  # fmt: skip
def test_window(question: Question, expected: Window) -> None:
    assert window(question) == expected
    assert sending(question) == expected


def test_a_missing_reply_came_after_the_email() -> None:
    question = Question("", NOW, NOW, symptoms=(Symptom.REPLY_MISSING,), sent_at=ago(hours=2))
    assert window(question).exact
    assert sending(question) == Window(ago(days=14, hours=2) - QUARTER, ago(hours=2) + QUARTER)


def test_its_ends_belong_to_a_window() -> None:
    when = Window(*SPAN)
    assert SPAN[0] in when
    assert SPAN[1] in when
    assert NOW not in when
