"""The addresses in play: those of the message, those in Unify's sequences, those on the person's emails in Salesforce."""

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.email_records import EmailRecords
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.identity import Contacts, MailAddress
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Person, Question, Subject

_SAME_NAME = "SELECT Email FROM Contact WHERE Name IN {names} AND Email != null LIMIT 20"


@dataclass(frozen=True, slots=True)
class ReplyAddresses(Fact):
    """`in_sequence`: an address of the message that Unify wrote to; `unknown_to_unify`: one it does not know;
    `in_salesforce`: another address that emails on the person's record came from, or that a Contact of that name has."""

    about: ClassVar[Kind] = Person
    in_sequence: tuple[str, ...]
    unknown_to_unify: tuple[str, ...]
    in_salesforce: tuple[str, ...]

    @property
    def says(self) -> str:
        said = [f"{a} is in a sequence" for a in self.in_sequence]
        said += [f"{a} is unknown to Unify" for a in self.unknown_to_unify]
        said += [f"Salesforce knows them with {a}, too" for a in self.in_salesforce]
        return "; ".join(said) or "only one address is known"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        others = yield from _others(question, subject)
        in_sequence: list[str] = []
        unknown: list[str] = []
        for person in question.people:
            if person.address:
                enrolments = yield from Enrolments.ask(question, person)
                known = yield from UnifyPerson.ask(question, person)
                if enrolments.rows:
                    in_sequence.append(person.address)
                elif not known.id:
                    unknown.append(person.address)
        own = (yield from MailAddress.ask(question, subject)).address
        return cls(tuple(in_sequence), tuple(unknown), tuple(sorted(others - {own})))


def _others(question: Question, subject: Subject) -> Plan[set[str]]:
    """Addresses in Salesforce that may be theirs; as far as can be seen, since each only points somewhere."""
    found: set[str] = set()
    with suppress(Missing):
        contacts = yield from Contacts.ask(question, subject)
        if names := tuple(row.name for row in contacts.rows if row.name):
            rows = (yield Soql.of(_SAME_NAME, names=names))["records"]
            found |= {r["Email"].lower() for r in rows}
        records = yield from EmailRecords.ask(question, subject)
        found |= {r.sender for r in records.rows if r.incoming and r.sender}
    return found
