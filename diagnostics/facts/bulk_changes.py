"""How many people and accounts changed in Salesforce in the last four hours: what Unify has to read first."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from diagnostics.asks import Plan, Soql
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject
from diagnostics.times import floor

SPAN = timedelta(hours=4)
MANY = 10_000  # more than this in four hours is an import or a mass update
_COUNT = "SELECT COUNT() FROM %s WHERE LastModifiedDate >= {since}"
_OBJECTS = ("Contact", "Lead", "Account")


@dataclass(frozen=True, slots=True)
class BulkChanges(Fact):
    """Contacts, Leads and Accounts modified within `SPAN`."""

    about: ClassVar[Kind] = Org
    modified: int

    @property
    def many(self) -> bool:
        """More than routine."""
        return self.modified > MANY

    @property
    def says(self) -> str:
        return f"{self.modified:,} Contacts, Leads and Accounts were modified in the last 4 hours"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        since = floor(question.as_of - SPAN, timedelta(minutes=10))
        counts = yield tuple(Soql.of(_COUNT % name, since=since) for name in _OBJECTS)
        return cls(sum(c["totalSize"] for c in counts))
