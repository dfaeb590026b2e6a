"""What Unify sent to anybody lately: one export for all who ask within the hour (about 100 a day are allowed)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Plan, UnifyJob
from diagnostics.check import Fact, Kind
from diagnostics.facts.sent_emails import EMAILS, STEPS, Sent, sent_of
from diagnostics.question import Org, Question, Subject
from diagnostics.times import ago, floor

SPAN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SentLately(Fact):
    """The emails of the last 14 days, oldest first."""

    about: ClassVar[Kind] = Org
    rows: tuple[Sent, ...]
    as_of: datetime

    @property
    def says(self) -> str:
        return (
            f"Unify last sent an email {ago(self.rows[-1].at, self.as_of)}"
            if self.rows
            else "Unify sent no email in the last 14 days"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        since = floor(question.as_of, timedelta(hours=1)) - SPAN
        steps = yield UnifyJob.of(STEPS, {"type": EMAILS, "updated_at": {"gte": since.isoformat()}})
        sent = (sent_of(row) for row in steps["data"])
        return cls(tuple(sorted((s for s in sent if s and s.at >= since), key=lambda s: s.at)), question.as_of)
