"""How often an email was opened: by Unify's count, and by what stands in Salesforce."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.email_records import OBJECT, open_count_fields
from diagnostics.question import Person, Question, Subject


@dataclass(frozen=True, slots=True)
class OpenCount:
    """Of one email: Unify's opens, and the lowest and highest count in Salesforce's fields (0 where there is none)."""

    opens: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class OpenCounts(Fact):
    """`counts`: of each email that Unify sent in the time in question; `fields`: the field asked about, or all custom
    number fields of EmailMessage that speak of opens; `standard`: its standard fields, by name and label in lower case.
    """

    about: ClassVar[Kind] = Person
    counts: tuple[OpenCount, ...]
    fields: tuple[str, ...]
    standard: frozenset[str]

    @property
    def opened(self) -> bool:
        """Whether Unify counts any opens of these emails."""
        return any(c.opens for c in self.counts)

    @property
    def complete(self) -> bool:
        """Whether Salesforce shows all of them, whichever field is meant."""
        return all(c.lowest >= c.opens for c in self.counts)

    @property
    def behind(self) -> bool:
        """Whether Salesforce shows fewer of some email, whichever field is meant."""
        return any(c.highest < c.opens for c in self.counts)

    @property
    def says(self) -> str:
        ours = sum(c.opens for c in self.counts)
        if not self.fields:
            return f"Unify counts {ours} opens; EmailMessage has no custom field for them"
        return f"Unify counts {ours} opens, Salesforce {sum(c.highest for c in self.counts)} ({', '.join(self.fields)})"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        described = yield OBJECT
        deliveries = yield from Deliveries.ask(question, subject)
        fields = open_count_fields(described, question.text)
        arrived = [record for _, record in deliveries.arrived if not record.is_task]
        if not arrived:
            raise Missing(Reason.ABSENT, "no EmailMessage that Unify wrote is visible on them")
        if fields and not all(record.opens for record in arrived):
            raise Missing(Reason.DENIED, "the open counts in Salesforce could not be read")
        counts = []
        for sent, record in deliveries.pairs:
            seen = (record and record.opens) or (0,)
            counts.append(OpenCount(sent.opens, min(seen), max(seen)))
        standard = (f for f in described["fields"] if not f["custom"])
        names = frozenset(f[key].lower() for f in standard for key in ("name", "label"))
        return cls(tuple(counts), fields, names)
