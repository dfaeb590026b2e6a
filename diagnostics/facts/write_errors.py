"""The errors that Salesforce gave Unify: quoted in the message, or read from Unify's Errors/Skipped Records page."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Human, Plan
from diagnostics.check import Fact, Kind
from diagnostics.errors import WriteError, read
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class WriteErrors(Fact):
    """What was quoted, read with the error catalogue; empty where the page shows nothing."""

    about: ClassVar[Kind] = Org
    errors: tuple[WriteError, ...]
    text: str

    @property
    def says(self) -> str:
        if not self.errors:
            return "the Errors/Skipped Records page shows nothing for it"
        error = self.errors[0]
        return f"the error {error.code}" + (f": {error.message}" if error.message else "")

    def of(self, cause_id: str) -> tuple[WriteError, ...]:
        """The errors that belong to this cause."""
        return tuple(e for e in self.errors if e.entry and e.entry.cause_id == cause_id)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        quoted = read(question.text)
        if quoted:
            return cls(quoted, question.text)
        text = (yield Human("write-error")).value
        return cls(() if text == "none" else read(text), text)
