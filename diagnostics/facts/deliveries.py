"""Which email that Unify sent is which record in Salesforce."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from diagnostics.asks import Plan
from diagnostics.check import Fact, Kind
from diagnostics.facts.email_records import EmailRecord, EmailRecords
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.sent_emails import Sent, SentEmails
from diagnostics.question import Person, Question, Subject
from diagnostics.subjects import alike, bare
from diagnostics.times import UTC_CLOCK, Clock
from diagnostics.window import SAME_MOMENT, Window


@dataclass(frozen=True, slots=True)
class Deliveries(Fact):
    """Each email that Unify sent within the window, with the record that the integration user wrote of it, if any."""

    about: ClassVar[Kind] = Person
    pairs: tuple[tuple[Sent, EmailRecord | None], ...]
    window: Window
    clock: Clock = UTC_CLOCK

    @property
    def missing(self) -> tuple[Sent, ...]:
        """Sent, and not in Salesforce."""
        return tuple(sent for sent, record in self.pairs if record is None)

    @property
    def arrived(self) -> tuple[tuple[Sent, EmailRecord], ...]:
        """Sent, and in Salesforce."""
        return tuple((sent, record) for sent, record in self.pairs if record)

    @property
    def says(self) -> str:
        if self.missing:
            sent = self.missing[-1]
            return f"Unify sent “{sent.subject}” at {self.clock.at(sent.at)}, and Salesforce has no record of it"
        return f"all {len(self.pairs)} emails that Unify sent in that time are in Salesforce"

    @property
    def link(self) -> str:
        return f"/{self.arrived[-1][1].id}" if self.arrived and not self.missing else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        sent = yield from SentEmails.ask(question, subject)
        records = yield from EmailRecords.ask(question, subject)
        if not records.unify_user:
            yield from IntegrationUser.ask(question, subject)  # whose records are Unify's cannot be told: says why
        left = list(records.by_unify)
        pairs: list[tuple[Sent, EmailRecord | None]] = []
        for mail in sent.rows:
            record = next((r for r in left if not r.incoming and is_of(r, mail)), None)
            if record:
                left.remove(record)
            pairs.append((mail, record))
        return cls(tuple(pairs), sent.window, question.clock)


def is_of(record: EmailRecord, sent: Sent) -> bool:
    """Whether the record is of that email: same subject where both have one, same sender, within 15 minutes.

    A Task has no sent time of its own: it may be written up to a day later.
    """
    late = timedelta(days=1) if record.is_task else SAME_MOMENT
    if not -SAME_MOMENT <= record.at - sent.at <= late:
        return False
    if record.sender and sent.sender and record.sender != sent.sender:
        return False
    return alike(bare(record.subject), bare(sent.subject))
