"""The Salesforce users who have the sender's address."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import Contacts
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.question import Org, Person, Question, Role, Subject, Symptom

_USERS = "SELECT Id, Name, Username, Email, IsActive, UserType FROM User WHERE Email IN {addresses}"


@dataclass(frozen=True, slots=True)
class SenderUsers(Fact):
    """Users whose address is the sender's: the Unify mailbox user's, the one named, or (`assumed`) the asker's own."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    address: str
    active: tuple[str, ...]
    inactive: tuple[str, ...]
    assumed: bool = False

    @property
    def says(self) -> str:
        return f"{len(self.active)} active and {len(self.inactive)} inactive Salesforce users have {self.address}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        if Symptom.WRONG_OWNER not in question.suspected:
            raise Missing(Reason.ABSENT, "nobody asks whose emails these are")
        known = (yield from _of_mailbox(question)) or next(iter(_named(question)), "")
        address = known or question.asker
        if not address:
            raise Missing(Reason.ABSENT, "who sent the email is not known")
        rows = (yield Soql.of(_USERS, addresses=(address.lower(),)))["records"]
        return cls(
            address.lower(),
            tuple(r["Name"] for r in rows if r["IsActive"]),
            tuple(r["Name"] for r in rows if not r["IsActive"]),
            not known,
        )


def _named(question: Question) -> tuple[str, ...]:
    """The senders named; asked whose emails these are, an address without a role is the sender's, too."""
    return question.senders or tuple(a.address for a in question.addresses if a.role is Role.UNKNOWN)


def _of_mailbox(question: Question) -> Plan[str]:
    """The Unify user behind the mailbox that sent the last email to the person asked about."""
    people = question.people
    if question.senders or people in ((), (Person(),)):
        return ""
    try:
        sent = yield from SentEmails.ask(question, people[0])
    except Missing:
        return ""
    return next((mail.user for mail in reversed(sent.rows) if mail.user), "")


@dataclass(frozen=True, slots=True)
class SenderMatch(Fact):
    """How many active Salesforce users have the sender's address: the one named, or the asker's own. Asked beside the emails
    on the person's record, which it costs no call of its own."""

    about: ClassVar[Kind] = Person
    private: ClassVar[bool] = True
    address: str
    active: int

    @property
    def says(self) -> str:
        return f"{self.active} active Salesforce users have {self.address}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        address = next(iter(question.senders), question.asker).lower()
        if not address:
            raise Missing(Reason.ABSENT, "who sent the email is not known")
        yield from Contacts.ask(question, subject)
        rows = (yield Soql.of(_USERS, addresses=(address,)))["records"]
        return cls(address, sum(bool(r["IsActive"]) for r in rows))
