"""Whether the bot sees email records of anybody: without that, seeing none of Unify's proves nothing."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Reason, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class VisibleEmails(Fact):
    """There is at least one EmailMessage or email Task that the bot may see."""

    about: ClassVar[Kind] = Org

    @property
    def says(self) -> str:
        return "the bot sees email records in Salesforce"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        if (yield from Heartbeat.ask(question, subject)).last:
            return cls()
        seen = yield from each(
            Soql("SELECT Id FROM EmailMessage LIMIT 1"), Soql("SELECT Id FROM Task WHERE TaskSubtype = 'Email' LIMIT 1")
        )
        if not any(not isinstance(answer, Missing) and answer["records"] for answer in seen):
            raise Missing(Reason.ABSENT, "the bot sees no email records at all, so their absence proves nothing")
        return cls()
