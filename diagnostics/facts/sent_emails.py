"""The emails that Unify says it sent to one person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Json, Plan, UnifyJob
from diagnostics.check import Fact, Kind
from diagnostics.facts.enrolments import STOPPED, Enrolments
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, floor, parse
from diagnostics.window import Window, sending

# The export of a sequence's steps, and which of them are emails.
STEPS = "/sequences/v1/enrollment-steps/query-jobs"
LOOK_BACK = timedelta(days=14)  # what stopped a step longer ago did not stop this email
EMAILS = {"in": ["AUTOMATIC_EMAIL", "MANUAL_EMAIL"]}


@dataclass(frozen=True, slots=True)
class Sent:
    """One email that Unify sent; `sender` is the address it came from, `user` the Unify user of that mailbox."""

    at: datetime
    subject: str
    sender: str
    user: str
    opens: int


@dataclass(frozen=True, slots=True)
class Unsent:
    """An email step without a sent email: its mailbox's address, when it last changed, why it will not be sent, and the id
    of the enrolment that it belongs to."""

    mailbox: str
    updated_at: datetime
    stopped: tuple[str, ...] = ()
    enrolment: str = ""


@dataclass(frozen=True, slots=True)
class SentEmails(Fact):
    """Emails that Unify sent to the person within the window, oldest first, and steps that sent nothing, touched up to
    `LOOK_BACK` before its start. Sequence mail only, as far as documented."""

    about: ClassVar[Kind] = Person
    rows: tuple[Sent, ...]
    window: Window
    clock: Clock = UTC_CLOCK
    unsent: tuple[Unsent, ...] = ()

    @property
    def says(self) -> str:
        if not self.rows:
            waiting = ", and a step of theirs is unsent" if self.unsent else ""
            return f"Unify sent no email to them {self._when}{waiting}"
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
        within = clock.at if when.end - when.start <= timedelta(days=1) else clock.day
        return f"between {within(when.start)} and {within(when.end)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        when = sending(question)
        enrolments = yield from Enrolments.ask(question, subject)
        if not enrolments.rows:
            return cls((), when, question.clock)  # no sequence, no sequence mail: the export can be spared
        person = yield from UnifyPerson.ask(question, subject)
        since = floor(when.start - LOOK_BACK, timedelta(days=1))
        steps = yield UnifyJob.of(
            STEPS, {"person": {"id": person.id}, "type": EMAILS, "updated_at": {"gte": since.isoformat()}}
        )
        sent = (sent_of(row) for row in steps["data"])
        unsent = (_unsent(row) for row in steps["data"])
        return cls(
            tuple(sorted((s for s in sent if s and s.at in when), key=lambda s: s.at)),
            when,
            question.clock,
            tuple(u for u in unsent if u and u.updated_at >= when.start - LOOK_BACK),
        )


# Statuses of a step that will never be sent; the others may only be waiting for their time.
_GIVEN_UP = {"CANCELED": "cancelled", "ERRORED": "failed in Unify", "UNREACHABLE": "was not reached"}


def _unsent(step: Json) -> Unsent | None:
    updated = parse(step["updated_at"])
    if updated is None or (step["email_message"] or {}).get("sent_at"):
        return None
    stopped = [words for flag, words in STOPPED.items() if step.get(f"is_{flag}")]
    if step["status"] in _GIVEN_UP:
        stopped.append(_GIVEN_UP[step["status"]])
    mailbox = step["enrollment"]["mailbox"] or {}
    return Unsent((mailbox.get("email_address") or "").lower(), updated, tuple(stopped), step["enrollment"]["id"])


def sent_of(step: Json) -> Sent | None:
    """The email of a step; None where none was sent."""
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
