"""The emails that Unify says it sent: to one person, and by anybody lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Json, Plan, UnifyJob
from diagnostics.check import Fact, Kind
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.unify_person import Enrolments, UnifyPerson
from diagnostics.question import Org, Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, ago, floor, parse
from diagnostics.window import Window, sending

_STEPS = "/sequences/v1/enrollment-steps/query-jobs"
_EMAILS = {"in": ["AUTOMATIC_EMAIL", "MANUAL_EMAIL"]}


@dataclass(frozen=True, slots=True)
class Sent:
    """One email that Unify sent; `sender` is the address it came from, `user` the Unify user of that mailbox."""

    at: datetime
    subject: str
    sender: str
    user: str
    opens: int


@dataclass(frozen=True, slots=True)
class SentEmails(Fact):
    """Emails that Unify sent to the person within the window, oldest first. Sequence mail only, as far as documented."""

    about: ClassVar[Kind] = Person
    rows: tuple[Sent, ...]
    window: Window
    clock: Clock = UTC_CLOCK

    @property
    def says(self) -> str:
        if not self.rows:
            return f"Unify sent no email to them {self._when}"
        last = self.rows[-1]
        return (
            f"Unify sent them {len(self.rows)} {'email' if len(self.rows) == 1 else 'emails'} "
            f"{self._when}, the last at {self.clock.at(last.at)} (“{last.subject}”)"
        )

    @property
    def _when(self) -> str:
        when, clock = self.window, self.clock
        if when.exact:
            return f"around {clock.at(when.start + (when.end - when.start) / 2)}"
        return f"between {clock.day(when.start)} and {clock.day(when.end)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        when = sending(question)
        enrolments = yield from Enrolments.ask(question, subject)
        if not enrolments.rows:
            return cls((), when, question.clock)  # no sequence, no sequence mail: the export can be spared
        person = yield from UnifyPerson.ask(question, subject)
        since = floor(when.start, timedelta(days=1))
        steps = yield UnifyJob.of(
            _STEPS, {"person": {"id": person.id}, "type": _EMAILS, "updated_at": {"gte": since.isoformat()}}
        )
        sent = (_sent(row) for row in steps["data"])
        return cls(tuple(sorted((s for s in sent if s and s.at in when), key=lambda s: s.at)), when, question.clock)


@dataclass(frozen=True, slots=True)
class RecentSends(Fact):
    """When Unify last sent anything to anybody, asked only when Salesforce has heard nothing for a long time."""

    about: ClassVar[Kind] = Org
    last: datetime | None
    asked: bool
    as_of: datetime

    @property
    def says(self) -> str:
        return (
            f"Unify last sent an email {ago(self.last, self.as_of)}"
            if self.last
            else "Unify sent no email in the last day"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        beat = yield from Heartbeat.ask(question, subject)
        # Only a silence longer than usual is worth one of about 100 exports a day.
        if beat.alive or (beat.last and question.as_of - beat.last <= beat.normal_gap):
            return cls(None, False, question.as_of)
        # Rounded to the hour, so that it is the same export for everybody who asks within it.
        since = floor(question.as_of, timedelta(hours=1)) - timedelta(days=1)
        steps = yield UnifyJob.of(_STEPS, {"type": _EMAILS, "updated_at": {"gte": since.isoformat()}})
        times = [s.at for s in map(_sent, steps["data"]) if s]
        return cls(max(times, default=None), True, question.as_of)


def _sent(step: Json) -> Sent | None:
    message = step["email_message"] or {}
    at = parse(message.get("sent_at"))
    if at is None:
        return None
    mailbox = step["enrollment"]["mailbox"] or {}
    user = mailbox.get("user") or {}
    return Sent(
        at,
        message.get("subject") or "",
        (message.get("from_email_address") or "").lower(),
        (user.get("email") or "").lower(),
        message.get("opens") or 0,
    )
