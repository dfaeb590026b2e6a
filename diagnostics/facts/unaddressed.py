"""People in Salesforce without an email address: Unify can match none of them."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Org, Person, Question, Subject, Symptom

_ALL = Soql("SELECT COUNT() FROM Lead WHERE IsConverted = false")
_EMPTY = Soql("SELECT COUNT() FROM Lead WHERE Email = null AND IsConverted = false")
_ELSEWHERE = "SELECT Id, Email FROM %s WHERE Email IN {addresses} LIMIT 5"
_NAMESAKE = "SELECT Id, Name, Email FROM %s WHERE Name = {name} AND Email = null LIMIT 5"


@dataclass(frozen=True, slots=True)
class UnaddressedLeads(Fact):
    """How many open Leads have no email address; asked only where Leads are missing in general."""

    about: ClassVar[Kind] = Org
    empty: int
    total: int

    @property
    def many(self) -> bool:
        """More than 50, and more than a tenth."""
        return self.empty > 50 and self.empty > 0.1 * self.total

    @property
    def says(self) -> str:
        return f"{self.empty:,} of {self.total:,} Leads have no email address"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        if Symptom.PERSON_MISSING not in question.symptoms:
            raise Missing(Reason.ABSENT, "nobody asks about missing Leads")
        everybody, empty = yield _ALL, _EMPTY
        return cls(empty["totalSize"], everybody["totalSize"])


@dataclass(frozen=True, slots=True)
class Namesakes(Fact):
    """Where nobody has the address: those who have the person's name and no address, and who has another address that
    Unify knows of them (`elsewhere`)."""

    about: ClassVar[Kind] = Person
    contacts: tuple[str, ...]
    leads: tuple[str, ...]
    name: str
    elsewhere: str = ""

    @property
    def says(self) -> str:
        if self.elsewhere:
            return f"Salesforce has them under {self.elsewhere}, which Unify knows as another address of theirs"
        kinds = [kind for kind, ids in (("Contact", self.contacts), ("Lead", self.leads)) if ids]
        return (
            f"Salesforce has a {' and a '.join(kinds)} named {self.name} without an email address"
            if kinds
            else "Salesforce has nobody of that name without an address"
        )

    @property
    def link(self) -> str:
        return f"/{(*self.contacts, *self.leads)[0]}" if self.contacts or self.leads else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        contacts = yield from Contacts.ask(question, subject)
        leads = yield from Leads.ask(question, subject)
        if contacts.rows or leads.rows:
            return cls((), (), "")
        person = yield from UnifyPerson.ask(question, subject)
        if person.others:
            rows = yield tuple(Soql.of(_ELSEWHERE % kind, addresses=person.others) for kind in ("Contact", "Lead"))
            if known := [r["Email"] for answer in rows for r in answer["records"]]:
                return cls((), (), person.name, known[0].lower())
        if not person.name:
            return cls((), (), "")
        found = yield (Soql.of(_NAMESAKE % "Contact", name=person.name), Soql.of(_NAMESAKE % "Lead", name=person.name))
        ids = [tuple(r["Id"] for r in answer["records"]) for answer in found]
        return cls(ids[0], ids[1], person.name)
