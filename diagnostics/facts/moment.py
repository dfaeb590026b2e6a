"""The moment from which a delay is counted: when the email was sent, the reply received, or the record created."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Human, Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.question import Person, Question, Subject, Symptom
from diagnostics.times import UTC_CLOCK, Clock
from diagnostics.window import window

NORMAL = timedelta(minutes=30)  # from an email to its record in Salesforce, or back
_LONG_AGO = timedelta(hours=4)  # beyond every normal delay, whatever the time of that day was


@dataclass(frozen=True, slots=True)
class Beginning(Fact):
    """As exact as it is known: for a bare day its end, so that nothing is called late too soon.

    `of_record`: it is a Contact or Lead that is waited for in Unify, not an email in Salesforce.
    """

    about: ClassVar[Kind] = Person
    at: datetime
    clock: Clock = UTC_CLOCK
    of_record: bool = False

    @property
    def says(self) -> str:
        return f"{'the record was created' if self.of_record else 'it was sent'} at {self.clock.at(self.at)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        if question.suspected[:1] == (Symptom.PERSON_MISSING,):
            contacts = yield from Contacts.ask(question, subject)
            leads = yield from Leads.ask(question, subject)
            created = [row.created for row in (*contacts.rows, *leads.rows) if row.created]
            if not created:
                raise Missing(Reason.ABSENT, "Salesforce shows the bot no such Contact or Lead")
            return cls(max(created), question.clock, of_record=True)
        if said := _said(question):
            return cls(said, question.clock)
        times = yield from _seen(question, subject)
        if times:
            return cls(max(times), question.clock)
        yield Human("sent-at")
        raise Missing(Reason.UNSAID, "when it was sent is not known")


def _said(question: Question) -> datetime | None:
    """What was said of the time, where that is enough to count from: of a span or a day, its end.

    An hour that is still to come is not (`window` calls it inexact), nor is a span that may hold what is late and what is not.
    """
    when = window(question)
    if question.sent_within:
        return when.end if when.end <= question.as_of - NORMAL or when.end - when.start <= NORMAL else None
    if question.sent_at is None or when.exact:
        return question.sent_at
    day_over = question.sent_at + timedelta(days=1)
    return day_over if day_over < question.as_of - _LONG_AGO else None


def _seen(question: Question, subject: Subject) -> Plan[list[datetime]]:
    """When Unify saw what is missing."""
    try:
        if Symptom.REPLY_MISSING in question.suspected:
            enrolments = yield from Enrolments.ask(question, subject)
            return [r.replied_at for r in enrolments.replies if r.replied_at]
        return [mail.at for mail in (yield from Deliveries.ask(question, subject)).missing]
    except Missing:
        return []
