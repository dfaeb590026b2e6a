"""Whether the integration user can see this very Contact."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import Contacts
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.question import Person, Question, Subject

_ACCESS = (
    "SELECT RecordId, HasReadAccess, HasEditAccess FROM UserRecordAccess "
    "WHERE UserId = {user} AND RecordId IN {records}"
)


@dataclass(frozen=True, slots=True)
class RecordAccess(Fact):
    """Contacts of the person that the integration user may, and may not, read."""

    about: ClassVar[Kind] = Person
    private: ClassVar[bool] = True
    readable: tuple[str, ...]
    hidden: tuple[str, ...]

    @property
    def says(self) -> str:
        return "Salesforce says the integration user may " + ("not " if self.hidden else "") + "read this Contact"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        contacts = yield from Contacts.ask(question, subject)
        if not contacts.rows:
            raise Missing(Reason.ABSENT, "there is no Contact to check the access of")
        user = yield from IntegrationUser.ask(question, subject)
        ids = tuple(row.id for row in contacts.rows)
        rows = (yield Soql.of(_ACCESS, user=user.id, records=ids))["records"]
        if not rows:
            raise Missing(Reason.DENIED, "the bot's own Salesforce user cannot read this Contact, so it cannot tell")
        return cls(
            tuple(r["RecordId"] for r in rows if r["HasReadAccess"]),
            tuple(r["RecordId"] for r in rows if not r["HasReadAccess"]),
        )
