"""Where the email in question stands in Salesforce, whoever wrote it there."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Human, Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.facts.deliveries import is_of
from diagnostics.facts.email_records import EmailRecord, EmailRecords
from diagnostics.facts.identity import Contacts, Leads, PersonRow
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.question import Person, Question, Subject, Symptom
from diagnostics.window import window


@dataclass(frozen=True, slots=True)
class Whereabouts(Fact):
    """`people`: the Contacts and Leads that have the address; `records`: those of the email in question.

    `sent`: Unify shows that it sent the email, so that finding no record means it is missing.
    """

    about: ClassVar[Kind] = Person
    people: tuple[PersonRow, ...]
    records: tuple[EmailRecord, ...]
    unify_user: str
    sent: bool

    @property
    def ours(self) -> tuple[EmailRecord, ...]:
        """Those that Unify's user wrote."""
        return tuple(r for r in self.records if r.by == self.unify_user and not r.source)

    @property
    def foreign(self) -> tuple[EmailRecord, ...]:
        """EmailMessages that somebody else wrote, by their creator or by what Salesforce says wrote them."""
        return tuple(
            r for r in self.records if not r.is_task and (r.source or (self.unify_user and r.by != self.unify_user))
        )

    @property
    def asked_about(self) -> tuple[PersonRow, ...]:
        """The records that the question names; none where it names only the address."""
        return tuple(p for p in self.people if p.named)

    def holding(self) -> tuple[PersonRow, ...]:
        """The people on whose record one of ours stands."""
        on = {id for record in self.ours for id in record.on}
        return tuple(p for p in self.people if p.id in on)

    @property
    def at_home(self) -> bool:
        """Whether it stands where it is looked for: on the record named, else on all that have the address."""
        holders = self.holding()
        if self.asked_about:
            return any(p in holders for p in self.asked_about)
        return all(p in holders for p in self.people)

    @property
    def says(self) -> str:
        if not self.records:
            return "no record of the email stands on any Contact or Lead with the address"
        holders = ", ".join(p.name for p in self.holding())
        return f"“{self.records[0].subject}” is in Salesforce" + (f", on {holders}" if holders else "")

    @property
    def link(self) -> str:
        return f"/{self.records[0].id}" if self.records else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        contacts = yield from Contacts.ask(question, subject)
        leads = yield from Leads.ask(question, subject)
        found = yield from EmailRecords.ask(question, subject)
        people = (*contacts.rows, *leads.rows)
        try:
            sent = (yield from SentEmails.ask(question, subject)).rows
        except Missing:
            sent = ()
        if sent:
            records = [r for r in found.rows if not r.incoming and any(is_of(r, mail) for mail in sent)]
        elif window(question).exact:
            records = [r for r in found.rows if r.at in window(question) and not r.incoming]
        elif Symptom.NOT_LINKED in question.suspected[:1]:
            records = list(found.by_unify)  # all of them are asked about
        else:
            yield Human("sent-at")
            raise Missing(Reason.UNSAID, "which email is meant is not known")
        return cls(people, tuple(records), found.unify_user, bool(sent))
