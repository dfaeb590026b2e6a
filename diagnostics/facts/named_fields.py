"""The fields that the errors quoted name, as Salesforce describes them."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Reason, Rest, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.question import Org, Question, Subject

OBJECTS = ("Task", "EmailMessage", "Contact", "Lead", "Account")
_MOST_VALUES = 8


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field's describe. `length` is 0 where it has none; `values` are those of a restricted picklist."""

    sobject: str
    name: str
    label: str
    type: str
    length: int = 0
    required: bool = False
    computed: bool = False
    values: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """What it takes, in words that follow its name; empty where there is nothing to say."""
        told = ["must have a value"] if self.required else []
        told += ["is a formula or numbers itself, so nobody can write it"] if self.computed else []
        told += [f"takes {self.length} characters"] if self.length else []
        more = ", …" if len(self.values) > _MOST_VALUES else ""
        told += [f"takes only {', '.join(self.values[:_MOST_VALUES])}{more}"] if self.values else []
        return " and ".join(told)

    def __str__(self) -> str:
        return self.label if self.label == self.name else f"{self.label} ({self.name})"


@dataclass(frozen=True, slots=True)
class NamedFields(Fact):
    """The fields of Task, EmailMessage, Contact, Lead and Account that the errors name; `absent`: names of none of them."""

    about: ClassVar[Kind] = Org
    fields: tuple[NamedField, ...]
    absent: tuple[str, ...] = ()

    def named(self, *names: str) -> tuple[NamedField, ...]:
        """Those with these API names or labels."""
        wanted = {name.lower() for name in names}
        return tuple(f for f in self.fields if f.name.lower() in wanted or f.label.lower() in wanted)

    @property
    def says(self) -> str:
        told = [f"{f} on {f.sobject} {f.state or f'is a field of type {f.type}'}" for f in self.fields[:4]]
        told += [f"no field {name} is there (or visible to me)" for name in self.absent[:3]]
        return "; ".join(told)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        errors = yield from WriteErrors.ask(question, subject)
        names = tuple(dict.fromkeys(name for error in errors.errors for name in error.fields))
        if not names:
            raise Missing(Reason.ABSENT, "the errors name no field")
        described = yield from each(*(Rest(f"sobjects/{name}/describe") for name in OBJECTS))
        if all(isinstance(answer, Missing) for answer in described):
            raise described[0]
        everything = cls(
            tuple(
                _field(sobject, f)
                for sobject, answer in zip(OBJECTS, described, strict=True)
                if not isinstance(answer, Missing)
                for f in answer["fields"]
            )
        )
        complete = not any(isinstance(answer, Missing) for answer in described)
        absent = tuple(name for name in names if not everything.named(name)) if complete else ()
        return cls(everything.named(*names), absent)


def _field(sobject: str, field: Json) -> NamedField:
    computed = bool(field.get("calculated") or field.get("autoNumber"))
    restricted = field.get("picklistValues") or () if field.get("restrictedPicklist") else ()
    return NamedField(
        sobject,
        field["name"],
        field["label"] or field["name"],
        field.get("type") or "",
        int(field.get("length") or 0),
        not (field.get("nillable", True) or field.get("defaultedOnCreate") or computed),
        computed,
        tuple(v["value"] for v in restricted if v.get("active")),
    )
