"""How often an email was opened: by Unify's count, and by what stands in Salesforce."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason
from diagnostics.check import Fact, Kind
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.email_records import OBJECT, open_count_fields
from diagnostics.question import Person, Question, Subject


@dataclass(frozen=True, slots=True)
class OpenCounts(Fact):
    """`counts`: of each email that arrived, Unify's opens and the highest count in Salesforce (None: no field holds one).

    `fields`: custom number fields of EmailMessage that speak of opens; `standard`: its standard fields, by name and label
    in lower case.
    """

    about: ClassVar[Kind] = Person
    counts: tuple[tuple[int, int | None], ...]
    fields: tuple[str, ...]
    standard: frozenset[str]

    @property
    def opened(self) -> bool:
        """Whether Unify counts any opens of an email that is in Salesforce."""
        return any(ours for ours, _ in self.counts)

    @property
    def behind(self) -> bool:
        """Whether Salesforce shows fewer than Unify."""
        return any((theirs or 0) < ours for ours, theirs in self.counts)

    @property
    def says(self) -> str:
        ours = sum(o for o, _ in self.counts)
        if not self.fields:
            return f"Unify counts {ours} opens; EmailMessage has no custom field for them"
        return f"Unify counts {ours} opens, Salesforce {sum(t or 0 for _, t in self.counts)} ({', '.join(self.fields)})"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        described = yield OBJECT
        deliveries = yield from Deliveries.ask(question, subject)
        counts = tuple((sent.opens, record.opens) for sent, record in deliveries.arrived if not record.is_task)
        if not counts:
            raise Missing(Reason.ABSENT, "no EmailMessage that Unify wrote is visible on them")
        fields = open_count_fields(described)
        if fields and any(theirs is None for _, theirs in counts):
            raise Missing(Reason.DENIED, "the open counts in Salesforce could not be read")
        standard = (f for f in described["fields"] if not f["custom"])
        return cls(
            counts,
            fields,
            frozenset(f[key].lower() for f in standard for key in ("name", "label")),
        )
