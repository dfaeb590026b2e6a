"""Emails that Unify sent since Salesforce last heard from it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Plan
from diagnostics.check import Fact, Kind
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.sent_lately import SPAN, SentLately
from diagnostics.question import Org, Question, Subject
from diagnostics.times import ago

_LONG = timedelta(days=7)  # whatever silence is usual, for so long none is
_ON_ITS_WAY = timedelta(hours=1)  # younger ones may still be written


@dataclass(frozen=True, slots=True)
class Unanswered(Fact):
    """When Unify sent them, oldest first. Looked up only where Salesforce has been silent for longer than is normal,
    or for a week.

    `blind`: nothing was looked at, or less than the whole silence, so that none says little.
    """

    about: ClassVar[Kind] = Org
    times: tuple[datetime, ...]
    blind: bool
    as_of: datetime

    @property
    def says(self) -> str:
        if not self.times:
            return "Unify has sent no email since the last one in Salesforce"
        return (
            f"Unify has sent {len(self.times)} emails since the last one in Salesforce, the latest "
            f"{ago(self.times[-1], self.as_of)}"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        beat = yield from Heartbeat.ask(question, subject)
        if beat.usual and not beat.silent_for(_LONG):
            return cls((), True, question.as_of)
        lately = yield from SentLately.ask(question, subject)
        since = beat.last or question.as_of - SPAN
        times = tuple(s.at for s in lately.rows if since < s.at <= question.as_of - _ON_ITS_WAY)
        return cls(times, question.as_of - since >= SPAN, question.as_of)
