"""Salesforce's API allowance: how much of the last 24 hours' calls is used."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import ApiUsage, Plan
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class ApiAllowance(Fact):
    """Calls used and allowed in a rolling 24 h; `exceeded` where Salesforce itself refuses calls."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    used: int
    allowed: int
    exceeded: bool

    @property
    def share(self) -> float:
        """The part used, 0 to 1 and above."""
        return self.used / self.allowed if self.allowed else 0.0

    @property
    def says(self) -> str:
        if self.exceeded:
            return "Salesforce refuses API calls: the allowance of the last 24 hours is used up"
        return f"{self.used:,} of {self.allowed:,} API calls of the last 24 hours are used ({self.share:.0%})"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        usage = yield ApiUsage()
        return cls(usage["used"], usage["max"], usage["exceeded"])
