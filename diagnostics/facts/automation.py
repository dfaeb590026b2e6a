"""The Apex triggers and flows that the errors quoted name."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql, Tooling, each
from diagnostics.check import Fact, Kind
from diagnostics.errors import WriteError
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.question import Org, Question, Subject

CODES = ("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "CANNOT_EXECUTE_FLOW_TRIGGER", "APEX_ERROR")
_TRIGGERS = Tooling.of(
    "SELECT Id, Name, NamespacePrefix, TableEnumOrId, Status FROM ApexTrigger WHERE Status = 'Active' "
    "AND TableEnumOrId IN {objects}",
    objects=("Task", "EmailMessage", "Contact", "Lead", "Account"),
)
# The object stands in a label of the reader's language, so flows are told by their names.
_FLOWS = Soql.of(
    "SELECT ApiName, Label, ProcessType, TriggerType, TriggerObjectOrEventLabel, IsActive, ActiveVersionId "
    "FROM FlowDefinitionView WHERE IsActive = true AND TriggerType != null LIMIT 500"
)


@dataclass(frozen=True, slots=True)
class Automaton:
    """An active trigger or flow; `package` is the namespace of the managed package that it belongs to."""

    kind: str
    name: str
    on: str
    package: str = ""
    api_name: str = ""

    def __str__(self) -> str:
        return f"the {self.kind} “{self.name}” on {self.on}" + (f" (package {self.package})" if self.package else "")

    def in_words(self, message: str) -> bool:
        """Whether a message names it, as a word of its own."""
        names = [re.escape(name) for name in (self.name, self.api_name) if len(name) > 3]
        return bool(names) and re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", message, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Automation(Fact):
    """The triggers and flows that some error names: these only, or none."""

    about: ClassVar[Kind] = Org
    found: tuple[Automaton, ...]

    def behind(self, error: WriteError) -> Automaton | None:
        """What the error's message names: the longest name, where one is part of another."""
        named = [a for a in self.found if a.in_words(error.message)] if error.code in CODES else []
        return max(named, key=lambda a: len(a.name), default=None)

    @property
    def says(self) -> str:
        named = ", ".join(str(a) for a in self.found[:3])
        return f"active, and named by the error: {named}" if named else "the errors name no active trigger or flow"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        errors = yield from WriteErrors.ask(question, subject)
        messages = [e.message for e in errors.of("write-rejected-validation-rule") if e.code in CODES]
        if not messages:
            raise Missing(Reason.ABSENT, "no error of a trigger or flow is quoted")
        triggers, flows = yield from each(_TRIGGERS, _FLOWS)
        if isinstance(triggers, Missing) and isinstance(flows, Missing):
            raise triggers
        known = [
            Automaton("Apex trigger", r["Name"], r["TableEnumOrId"], r["NamespacePrefix"] or "")
            for r in ([] if isinstance(triggers, Missing) else triggers["records"])
        ]
        known += [
            Automaton("flow", r["Label"], r["TriggerObjectOrEventLabel"] or "the object", api_name=r["ApiName"])
            for r in ([] if isinstance(flows, Missing) else flows["records"])
        ]
        return cls(tuple(a for a in known if any(a.in_words(message) for message in messages)))
