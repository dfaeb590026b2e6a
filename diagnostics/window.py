"""Explicit times for vague words: when the email in question was sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from diagnostics.question import Question, Symptom

SAME_MOMENT = timedelta(minutes=15)  # clocks and queues differ; two emails closer than this are told apart by subject
_DEFAULT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` to `end`; `exact` where a time of day is known, so that one email at most is meant."""

    start: datetime
    end: datetime
    exact: bool = False

    def __contains__(self, time: datetime) -> bool:
        return self.start <= time <= self.end


def sending(question: Question) -> Window:
    """When Unify's email was sent. Of a missing reply the known time is the reply's own: the email came before it."""
    when = window(question)
    if Symptom.REPLY_MISSING in question.suspected[:1]:
        return Window(when.start - _DEFAULT, when.end)
    return when


def window(question: Question) -> Window:
    """A span said; a known time ± 15 minutes; a day ± 1 day; a time yet to come the last 24 hours; else 14 days back."""
    if question.sent_within:
        return Window(*question.sent_within)
    if question.sent_at is None:
        return Window(question.as_of - _DEFAULT, question.as_of)
    if question.sent_at > question.as_of:  # no email comes from the future
        return Window(question.as_of - timedelta(days=1), question.as_of)
    local = question.sent_at.astimezone(ZoneInfo(question.tz))
    if (local.hour, local.minute) != (0, 0):
        return Window(question.sent_at - SAME_MOMENT, question.sent_at + SAME_MOMENT, exact=True)
    return Window(question.sent_at - timedelta(days=1), question.sent_at + timedelta(days=2))
