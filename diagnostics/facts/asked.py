"""The question itself, for checks that need its times or words."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Plan
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class Asked(Fact):
    """What was asked and when; needs nobody."""

    about: ClassVar[Kind] = Org
    question: Question

    @property
    def says(self) -> str:
        return "your message"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        return cls(question)
        yield  # a plan is a generator, also one that asks nothing
