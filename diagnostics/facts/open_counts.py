"""How often an email was opened: by Unify's count, and by what stands in Salesforce."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Reason, Rest, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.deliveries import Deliveries
from diagnostics.question import Person, Question, Subject

_OBJECT = Rest("sobjects/EmailMessage/describe")
_NUMBERS = ("double", "int", "long", "currency", "percent")


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
        described = yield _OBJECT
        deliveries = yield from Deliveries.ask(question, subject)
        arrived = [(sent, record) for sent, record in deliveries.arrived if not record.is_task]
        if not arrived:
            raise Missing(Reason.ABSENT, "no EmailMessage that Unify wrote is visible on them")
        fields = tuple(f["name"] for f in described["fields"] if _counts_opens(f))
        values: dict[str, int] = {}
        if fields:
            text = f"SELECT Id, {', '.join(fields)} FROM EmailMessage WHERE Id IN {{ids}}"
            rows = (yield Soql.of(text, ids=tuple(record.id for _, record in arrived)))["records"]
            values = {r["Id"]: max(int(r.get(f) or 0) for f in fields) for r in rows}
        return cls(
            tuple((sent.opens, values.get(record.id)) for sent, record in arrived),
            fields,
            frozenset(f[key].lower() for f in described["fields"] if not f["custom"] for key in ("name", "label")),
        )


def _counts_opens(field: Json) -> bool:
    return bool(field["custom"]) and field["type"] in _NUMBERS and "open" in f"{field['name']} {field['label']}".lower()
