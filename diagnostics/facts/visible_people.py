"""Whether the bot sees Contacts and Leads at all: without that, finding nobody proves nothing."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class VisiblePeople(Fact):
    """At least one Contact, at least one Lead."""

    about: ClassVar[Kind] = Org
    contacts: bool
    leads: bool

    @property
    def any(self) -> bool:
        """Somebody is visible."""
        return self.contacts or self.leads

    @property
    def says(self) -> str:
        return f"the bot sees Contacts: {'yes' if self.contacts else 'no'}, Leads: {'yes' if self.leads else 'no'}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        seen = yield from each(Soql("SELECT Id FROM Contact LIMIT 1"), Soql("SELECT Id FROM Lead LIMIT 1"))
        contacts, leads = (not isinstance(answer, Missing) and bool(answer["records"]) for answer in seen)
        return cls(contacts, leads)
