"""What the integration user wrote lately: proof of life, and of the way Unify writes emails."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.question import Org, Question, Subject
from diagnostics.times import ago, parse

_MAILS = (
    "SELECT Id, Subject, Incoming, MessageDate, CreatedDate, ActivityId FROM EmailMessage "
    "WHERE CreatedById = {user} ORDER BY CreatedDate DESC LIMIT 200"
)
_TASKS = (
    "SELECT Id, Subject, CreatedDate FROM Task "
    "WHERE CreatedById = {user} AND TaskSubtype = 'Email' ORDER BY CreatedDate DESC LIMIT 200"
)

LATELY = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Written:
    """An email record that the integration user created; `task` is the activity behind an EmailMessage."""

    id: str
    subject: str
    at: datetime
    task: str = ""


@dataclass(frozen=True, slots=True)
class Heartbeat(Fact):
    """The integration user's last 200 EmailMessages and email Tasks, newest first; None: not readable."""

    about: ClassVar[Kind] = Org
    mails: tuple[Written, ...] | None
    tasks: tuple[Written, ...] | None
    as_of: datetime

    @property
    def times(self) -> list[datetime]:
        """When email records were written, newest first."""
        return sorted({w.at for w in (*(self.mails or ()), *(self.tasks or ()))}, reverse=True)

    @property
    def last(self) -> datetime | None:
        """When the last email record was written."""
        return max(self.times, default=None)

    @property
    def last_mail(self) -> datetime | None:
        """When the last EmailMessage was written."""
        return max((w.at for w in self.mails or ()), default=None)

    @property
    def normal_gap(self) -> timedelta:
        """The longest silence between two of them."""
        times = self.times
        return max((a - b for a, b in pairwise(times)), default=timedelta())

    @property
    def alive(self) -> bool:
        """Whether a record was written lately enough to say that the connection works."""
        return bool(self.last and self.as_of - self.last <= LATELY)

    @property
    def usual(self) -> bool:
        """Whether the silence since the last record is no longer than others were."""
        return self.alive or bool(self.last and self.as_of - self.last <= self.normal_gap)

    def silent_for(self, span: timedelta) -> bool:
        """Whether the last record is at least so old; false where there is none."""
        return bool(self.last and self.as_of - self.last >= span)

    @property
    def says(self) -> str:
        if self.last is None:
            return "Unify's Salesforce user has written no email record that I can see"
        return f"the last email record was written to Salesforce {ago(self.last, self.as_of)}"

    def beats_after(self, moment: datetime | None) -> bool:
        """A later success refutes a standing fault."""
        return bool(moment and self.last and self.last > moment)

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        mails, tasks = yield from each(Soql.of(_MAILS, user=user.id), Soql.of(_TASKS, user=user.id))
        if isinstance(mails, Missing) and isinstance(tasks, Missing):
            raise tasks
        return cls(_written(mails, "ActivityId"), _written(tasks, "Id"), question.as_of)


def _written(answer: Json, task: str) -> tuple[Written, ...] | None:
    if isinstance(answer, Missing):
        return None
    return tuple(
        Written(r["Id"], r["Subject"] or "", at, r[task] or "")
        for r in answer["records"]
        if (at := parse(r["CreatedDate"]))
    )
