"""The person in Unify, and the sequences they are enrolled in."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self
from urllib.parse import urlencode

from diagnostics.asks import Json, Plan, Unify
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import MailAddress
from diagnostics.question import Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, parse

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class UnifyPerson(Fact):
    """Unify's record of the person; `id` is empty where Unify does not know the address."""

    about: ClassVar[Kind] = Person
    address: str
    id: str
    name: str
    others: tuple[str, ...] = ()  # more addresses of theirs, in whatever attribute the workspace keeps them

    @property
    def says(self) -> str:
        return f"Unify knows {self.address}" if self.id else f"Unify knows nobody with the address {self.address}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        address = (yield from MailAddress.ask(question, subject)).address
        record = (yield Unify.post("/data/v1/objects/person/records/find-unique", {"match": {"email": address}}))[
            "data"
        ]
        if record is None:
            return cls(address, "", "")
        attributes = record["attributes"]
        name = " ".join(filter(None, (_text(attributes.get("first_name")), _text(attributes.get("last_name")))))
        others = {v.lower() for v in attributes.values() if isinstance(v, str) and _ADDRESS.fullmatch(v)} - {address}
        return cls(address, record["id"], name, tuple(sorted(others)))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One run of a sequence for the person. https://docs.unifygtm.com/developers/api/sequences/overview"""

    mailbox: str
    address: str
    replied: bool
    replied_at: datetime | None
    reply_subject: str
    updated_at: datetime | None


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
    def says(self) -> str:
        if not self.rows:
            return "Unify has the contact in no sequence"
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
    reply = row["reply_email_message"] or {}
    return Enrolment(
        (row["mailbox"]["email"] or "").lower(),
        (row["person"]["email"] or "").lower(),
        row["is_replied"],
        parse(reply.get("received_at")),
        reply.get("subject") or "",
        parse(row["updated_at"]),
    )
