"""What Salesforce demands of a Task or EmailMessage: active validation rules, and required custom fields."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Rest, Tooling, each
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject

ON_EMAILS = ("Task", "EmailMessage")
_TELLING = 3  # words of a message that can be told from other text
_RULES = Tooling.of(
    "SELECT Id, ValidationName, Active, ErrorMessage, ErrorDisplayField, EntityDefinition.QualifiedApiName "
    "FROM ValidationRule WHERE Active = true AND EntityDefinition.QualifiedApiName IN {objects}",
    objects=("Task", "EmailMessage", "Contact", "Lead", "Account"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """An active validation rule."""

    id: str
    name: str
    sobject: str
    message: str


@dataclass(frozen=True, slots=True)
class ValidationRules(Fact):
    """The active validation rules on what Unify writes."""

    about: ClassVar[Kind] = Org
    rules: tuple[Rule, ...]

    @property
    def on_emails(self) -> tuple[Rule, ...]:
        """Those on Task and EmailMessage."""
        return tuple(r for r in self.rules if r.sobject in ON_EMAILS)

    def saying(self, message: str) -> tuple[Rule, ...]:
        """The rules whose error message is this one: names the culprit without guessing.

        The very message decides. Where none has it, one of some length that stands in what was quoted around it.
        """
        said = _plain(message)
        same = tuple(r for r in self.rules if said and _plain(r.message) == said)
        within = [r for r in self.rules if len(_plain(r.message).split()) >= _TELLING and _plain(r.message) in said]
        longest = max((len(_plain(r.message)) for r in within), default=0)
        return same or tuple(r for r in within if len(_plain(r.message)) == longest)

    @property
    def says(self) -> str:
        first = sorted(self.rules, key=lambda r: r not in self.on_emails)[:3]
        named = ", ".join(f"{r.name} on {r.sobject} (“{r.message}”)" for r in first)
        return f"active validation rules: {named}" if named else "no validation rule is active on what Unify writes"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        rows = (yield _RULES)["records"]
        return cls(
            tuple(
                Rule(r["Id"], r["ValidationName"], r["EntityDefinition"]["QualifiedApiName"], r["ErrorMessage"] or "")
                for r in rows
            )
        )


def _plain(message: str) -> str:
    return " ".join(message.lower().split()).strip(" .")


@dataclass(frozen=True, slots=True)
class RequiredFields(Fact):
    """Custom fields of Task and EmailMessage that must have a value and get none by default."""

    about: ClassVar[Kind] = Org
    fields: tuple[tuple[str, str, str], ...]  # object, API name, label

    def named(self, names: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
        """Those with these API names."""
        return tuple(f for f in self.fields if f[1] in names)

    @property
    def says(self) -> str:
        named = ", ".join(f"{label} ({sobject}.{name})" for sobject, name, label in self.fields)
        return f"required custom fields: {named}" if named else "no custom field of Task or EmailMessage is required"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        described = yield from each(*(Rest(f"sobjects/{name}/describe") for name in ON_EMAILS))
        if all(isinstance(d, Missing) for d in described):
            raise described[0]
        # `createable` is about the caller, the bot, and says nothing of Unify's user.
        return cls(
            tuple(
                (sobject, f["name"], f["label"])
                for sobject, answer in zip(ON_EMAILS, described, strict=True)
                if not isinstance(answer, Missing)
                for f in answer["fields"]
                if f["custom"] and not f["nillable"] and not f["defaultedOnCreate"]
            )
        )
