"""The address of the person in question, and who has it in Salesforce."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Human, Json, Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Person, Question, Subject
from diagnostics.times import parse

_CONTACT = "SELECT Id, Name, Email, OwnerId, IsDeleted, CreatedDate FROM Contact WHERE {key} LIMIT 50"
_LEAD = (
    "SELECT Id, Name, Email, OwnerId, IsDeleted, CreatedDate, IsConverted, ConvertedContactId FROM Lead "
    "WHERE {key} LIMIT 50"
)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A Contact or Lead as Salesforce has it; `converted_to` is the Contact a converted Lead became; `named`: the question
    names this very record."""

    id: str
    name: str
    address: str
    converted: bool = False
    converted_to: str = ""
    created: datetime | None = None
    named: bool = False

    @classmethod
    def of(cls, row: Json, question: Question) -> "PersonRow":
        """From a record of either object."""
        return cls(
            row["Id"],
            row["Name"] or "",
            (row["Email"] or "").lower(),
            bool(row.get("IsConverted")),
            row.get("ConvertedContactId") or "",
            parse(row["CreatedDate"]),
            question.names(row["Id"]),
        )


@dataclass(frozen=True, slots=True)
class _People(Fact):
    about: ClassVar[Kind] = Person
    noun: ClassVar[str]
    prefix: ClassVar[str]
    query: ClassVar[str]
    asked_for: Person
    rows: tuple[PersonRow, ...]

    @property
    def says(self) -> str:
        if not self.rows:
            return (
                f"Salesforce has no {self.noun} {self.asked_for}"
                if self.asked_for.record_id
                else f"Salesforce has no {self.noun} with the address {self.asked_for}"
            )
        names = " and ".join(row.name for row in self.rows[:3])
        return f"Salesforce has {names} as {self.noun}, email {self.rows[0].address or 'empty'}"

    @property
    def link(self) -> str:
        return f"/{self.rows[0].id}" if self.rows else ""

    @property
    def unaddressed(self) -> tuple[PersonRow, ...]:
        """Those without an email address."""
        return tuple(row for row in self.rows if not row.address)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        person = yield from meant(subject)
        own = person.record_id.startswith(cls.prefix)
        rows: list[Json] = []
        address = person.address
        if not address:
            kind = Contacts if person.record_id.startswith(Contacts.prefix) else Leads
            answer = yield Soql.of(kind.query.replace("{key}", "Id = {id}"), id=person.record_id)
            rows = answer["records"] if own else []
            address = next((r["Email"] for r in answer["records"] if r["Email"]), "").lower()
        if address:
            # Others with the same address count, too: what is missing on one record may stand on another.
            key = "Email = {address} OR Id = {id}" if own else "Email = {address}"
            values = {"id": person.record_id} if own else {}
            answer = yield Soql.of(cls.query.replace("{key}", key), address=address, **values)
            rows = answer["records"]
        return cls(person, tuple(PersonRow.of(r, question) for r in rows if not r.get("IsDeleted")))


class Contacts(_People):
    """The Contacts with the address or id asked about."""

    noun, prefix, query = "Contact", "003", _CONTACT


class Leads(_People):
    """The Leads with the address or id asked about."""

    noun, prefix, query = "Lead", "00Q", _LEAD


@dataclass(frozen=True, slots=True)
class MailAddress(Fact):
    """The one email address of the person asked about."""

    about: ClassVar[Kind] = Person
    address: str

    @property
    def says(self) -> str:
        return f"the address is {self.address}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        person = yield from meant(subject)
        if person.address:
            return cls(person.address)
        kind = Contacts if person.record_id.startswith(Contacts.prefix) else Leads
        people = yield from kind.ask(question, person)
        known = [row.address for row in people.rows if row.address]
        if not known:
            raise Missing(Reason.ABSENT, "the record has no email address to look for in Unify")
        return cls(known[0])


def meant(subject: Subject) -> Plan[Person]:
    """The person, or, where nobody was named, the question whom the email was to."""
    if isinstance(subject, Org):
        raise Missing(Reason.ABSENT, "no single person is asked about")
    if not (subject.address or subject.record_id):
        # An answer makes a new question with a named person (answers.settle), so here nobody has answered yet.
        yield Human("contact")
        raise Missing(Reason.UNSAID, "whom the email was to is not known yet")
    return subject
