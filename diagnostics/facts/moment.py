"""The moment from which a delay is counted: when the email was sent, or the reply received."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Human, Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.facts.email_records import Deliveries
from diagnostics.facts.unify_person import Enrolments
from diagnostics.question import Person, Question, Subject, Symptom
from diagnostics.times import UTC_CLOCK, Clock
from diagnostics.window import window

_LONG_AGO = timedelta(hours=4)  # beyond every normal delay, whatever the time of that day was


@dataclass(frozen=True, slots=True)
class SentMoment(Fact):
    """As exact as it is known: for a bare day its end, so that nothing is called late too soon."""

    about: ClassVar[Kind] = Person
    at: datetime
    clock: Clock = UTC_CLOCK

    @property
    def says(self) -> str:
        return f"it was sent at {self.clock.at(self.at)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        when = window(question)
        if when.exact and question.sent_at:
            return cls(question.sent_at, question.clock)
        if question.sent_within:
            return cls(when.end, question.clock)
        if question.sent_at and (day_over := question.sent_at + timedelta(days=1)) < question.as_of - _LONG_AGO:
            return cls(day_over, question.clock)
        try:
            if Symptom.REPLY_MISSING in question.suspected:
                enrolments = yield from Enrolments.ask(question, subject)
                times = [r.replied_at for r in enrolments.replies if r.replied_at]
            else:
                deliveries = yield from Deliveries.ask(question, subject)
                times = [mail.at for mail in deliveries.missing]
        except Missing:
            times = []
        if times:
            return cls(max(times), question.clock)
        yield Human("sent-at")
        raise Missing(Reason.UNSAID, "when it was sent is not known")
