"""The active duplicate rules on what Unify creates."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.question import Org, Question, Subject

_RULES = Soql.of(
    "SELECT Id, DeveloperName, MasterLabel, SobjectType, IsActive FROM DuplicateRule "
    "WHERE IsActive = true AND SobjectType IN {objects}",
    objects=("Account", "Contact", "Lead"),
)


@dataclass(frozen=True, slots=True)
class DuplicateRules(Fact):
    """Label and object of each. Whether it blocks or only warns, no query tells."""

    about: ClassVar[Kind] = Org
    rules: tuple[tuple[str, str], ...]

    @property
    def says(self) -> str:
        named = ", ".join(f"“{label}” on {sobject}" for label, sobject in self.rules[:4])
        return f"active duplicate rules: {named}" if named else "no active duplicate rule is visible to me"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        errors = yield from WriteErrors.ask(question, subject)
        if not any(e.code == "DUPLICATES_DETECTED" for e in errors.errors):
            raise Missing(Reason.ABSENT, "no duplicate rule is quoted")
        return cls(tuple((r["MasterLabel"], r["SobjectType"]) for r in (yield _RULES)["records"]))
