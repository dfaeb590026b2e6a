"""The sequences that a person is enrolled in, and what became of them."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self
from urllib.parse import urlencode

from diagnostics.asks import Json, Plan, Unify
from diagnostics.check import Fact, Kind
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, parse

# Why an enrolment sends nothing, in words; a draft is a status, the others are flags.
STOPPED = {
    "blocked": "blocked",
    "excluded": "excluded",
    "canceled": "cancelled",
    "opted_out": "ended because the contact opted out",
    "bounced": "ended by a bounce",
}
_DRAFT = "still a draft"
# What mail programs put into the subject of an automatic answer, in the languages most customers' contacts write.
_OUT_OF_OFFICE = re.compile(
    r"out of (the )?office|\booo\b|auto(matic|mated)?[ -]?(reply|response)|abwesen|absence|r[ée]ponse automatique|"
    r"respuesta autom[áa]tica|fuera de la oficina|risposta automatica|on (annual |parental )?leave|on vacation",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One run of a sequence for the person. https://docs.unifygtm.com/developers/api/sequences/overview

    `mailbox`: the address that sends, which may be `unauthorized` or `mailbox_paused` in Unify; `stopped`: why it sends
    nothing any more, in words; `replied`: Unify counts a reply (automatic ones it does not).
    """

    mailbox: str
    address: str
    replied: bool
    replied_at: datetime | None
    reply_subject: str
    updated_at: datetime | None
    unauthorized: bool = False
    mailbox_paused: bool = False
    paused: bool = False
    stopped: tuple[str, ...] = ()
    automatic: bool = False  # Unify classified the reply so
    id: str = ""

    @property
    def disconnected(self) -> bool:
        """Whether its mailbox cannot send."""
        return self.unauthorized or self.mailbox_paused

    @property
    def out_of_office(self) -> bool:
        """Whether its reply is an automatic one: by Unify's word, or by its subject while the sequence waits."""
        return self.automatic or (self.paused and bool(_OUT_OF_OFFICE.search(self.reply_subject)))


@dataclass(frozen=True, slots=True)
class Enrolments(Fact):
    """All of the person's enrolments."""

    about: ClassVar[Kind] = Person
    rows: tuple[Enrolment, ...]
    clock: Clock = UTC_CLOCK

    @property
    def replies(self) -> tuple[Enrolment, ...]:
        """Those in which Unify saw a reply."""
        return tuple(row for row in self.rows if row.replied)

    @property
    def disconnected(self) -> tuple[Enrolment, ...]:
        """Those whose mailbox cannot send now."""
        return tuple(row for row in self.rows if row.disconnected)

    @property
    def says(self) -> str:
        if not self.rows:
            return "Unify has the contact in no sequence"
        said = [self._replies()]
        said += [f"the mailbox {row.mailbox} cannot send" for row in self.disconnected[:1]]
        said += [f"an enrolment is {row.stopped[0]}" for row in self.rows if row.stopped][:1]
        return "; ".join(said)

    def _replies(self) -> str:
        if not self.replies:
            return "Unify has seen no reply to its sequence emails"
        times = [r.replied_at for r in self.replies if r.replied_at]
        return "Unify has seen a reply" + (f" at {self.clock.at(max(times))}" if times else "")

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        person = yield from UnifyPerson.ask(question, subject)
        if not person.id:
            return cls(())
        query = urlencode({"person_id": person.id, "limit": 100})
        rows = (yield Unify("GET", f"/sequences/v1/enrollments?{query}"))["enrollments"]
        return cls(tuple(_enrolment(row) for row in rows), question.clock)


def _enrolment(row: Json) -> Enrolment:
    reply, mailbox = row["reply_email_message"] or {}, row["mailbox"] or {}
    stopped = [words for flag, words in STOPPED.items() if row.get(f"is_{flag}")]
    if row.get("status") == "DRAFT":
        stopped.append(_DRAFT)
    return Enrolment(
        (mailbox.get("email") or "").lower(),
        (row["person"]["email"] or "").lower(),
        row["is_replied"],
        parse(reply.get("received_at")),
        reply.get("subject") or "",
        parse(row["updated_at"]),
        bool(mailbox.get("is_unauthorized")),
        bool(mailbox.get("is_paused")),
        bool(row.get("is_paused")),
        tuple(stopped),
        any(c.get("category") == "AUTOMATED" for c in reply.get("classifications") or ()),
        row["id"],
    )
