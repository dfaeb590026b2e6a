"""How Unify writes emails: as EmailMessages, or as Tasks without their content."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from diagnostics.asks import Plan
from diagnostics.check import Fact, Kind
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.question import Org, Question, Subject

_SPAN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WritebackTraces(Fact):
    """The integration user's email records of the last 7 days: EmailMessages, and Tasks with none behind them."""

    about: ClassVar[Kind] = Org
    mails: int
    bare_tasks: int
    template_text: bool

    @property
    def says(self) -> str:
        return (
            f"in the last 7 days Unify wrote {self.mails} EmailMessages and {self.bare_tasks} email Tasks "
            "without an EmailMessage"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        beat = yield from Heartbeat.ask(question, subject)
        since = question.as_of - _SPAN
        mails = [w for w in beat.mails or () if w.at >= since]
        behind = {w.task for w in beat.mails or ()}
        # Where EmailMessage cannot be read, nothing says that a Task has none behind it.
        bare = [w for w in beat.tasks or () if w.at >= since and w.task not in behind] if beat.mails is not None else []
        return cls(len(mails), len(bare), any("{{" in w.subject for w in bare))
