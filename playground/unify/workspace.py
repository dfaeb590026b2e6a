"""One Unify workspace: people, mailboxes, sequences, and what was sent and answered in them."""

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]


def stamp(time: datetime | None) -> str | None:
    """A time as Unify writes it."""
    return None if time is None else time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


@dataclass(slots=True)
class Fault:
    """Answer requests whose path has `match` with this, `times` times (-1: always)."""

    match: str
    status: int
    body: Any
    headers: dict[str, str]
    times: int


@dataclass(slots=True)
class Request:
    """One request as it came, with the status it got."""

    method: str
    path: str
    query: list[tuple[str, str]]
    body: Any
    status: int = 0
    answer: Any = None


@dataclass(slots=True)
class Job:
    """A bulk export: polled `polls` more times before it is finished."""

    id: str
    rows: list[Row]
    created: datetime
    polls: int


class Workspace:
    """The data behind the API. Times are timezone-aware."""

    def __init__(
        self,
        now: datetime,
        api_key: str = "playground-unify-key",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.now = now
        self.clock = clock
        self.api_key = api_key
        self.people: list[Row] = []
        self.mailboxes: list[Row] = []
        self.enrollments: list[Row] = []
        self.steps: list[Row] = []
        self.sequence = self.new_sequence("Q4 outreach")
        self.jobs: dict[str, Job] = {}
        self.polls_per_job, self.jobs_per_day = 1, 100
        self.latency = 0.0
        self.requests: list[Request] = []
        self.writes: list[Request] = []
        self.faults: list[Fault] = []
        self.lock = threading.RLock()

    def add_person(self, email: str, first_name: str, last_name: str, **attributes: Any) -> Row:
        """A person; `attributes` are more of the record's, a second address for example."""
        person = {
            "object": "person",
            "id": self._id(),
            "created_at": stamp(self.now),
            "updated_at": stamp(self.now),
            "attributes": {
                "email": email,
                "first_name": first_name,
                "last_name": last_name,
                "title": None,
                "status": "active",
                "company": None,
                "do_not_email": False,
                "email_opt_out": False,
                **attributes,
            },
        }
        self.people.append(person)
        return person

    def add_mailbox(self, email: str, user: str, name: str, *, paused: bool = False, unauthorized: bool = False) -> Row:
        """A mailbox that sends as `email` for the Unify user with the address `user`."""
        first, _, last = name.partition(" ")
        mailbox = {
            "id": self._id(),
            "email": email,
            "display_name": name,
            "is_paused": paused,
            "is_unauthorized": unauthorized,
            "user": {"id": self._id(), "email": user, "first_name": first, "last_name": last or None},
        }
        self.mailboxes.append(mailbox)
        return mailbox

    def new_sequence(self, name: str) -> Row:
        """A sequence to enrol people in."""
        return {"id": self._id(), "name": name, "is_paused": False}

    def enroll(
        self,
        person: Row,
        mailbox: Row,
        at: datetime,
        *,
        status: str = "IN_PROGRESS",
        sequence: Row | None = None,
        **flags: bool,
    ) -> Row:
        """Enrol a person; `flags` are `is_paused`, `is_bounced` and so on."""
        enrollment = {
            "id": self._id(),
            "created_at": stamp(at),
            "updated_at": stamp(at),
            "started_at": stamp(at),
            "ended_at": None,
            "sequence": sequence or self.sequence,
            "person": person,
            "mailbox": mailbox,
            "enrolled_by_play": None,
            "reply_email_message": None,
            "status": status,
            **{
                f"is_{f}": False
                for f in ("blocked", "bounced", "canceled", "excluded", "opted_out", "paused", "replied")
            },
            **flags,
        }
        self.enrollments.append(enrollment)
        return enrollment

    def send(
        self,
        enrollment: Row,
        subject: str,
        at: datetime | None,
        *,
        opens: int = 0,
        clicks: int = 0,
        status: str = "FINISHED",
        kind: str = "AUTOMATIC_EMAIL",
    ) -> Row:
        """An email step of an enrolment; without a time it was never sent."""
        step = {
            "id": self._id(),
            "at": at,
            "subject": subject,
            "opens": opens,
            "clicks": clicks,
            "status": status,
            "type": kind,
            "enrollment": enrollment,
            "updated": at or self.now,
            "reply": None,
            "number": 1 + sum(s["enrollment"] is enrollment for s in self.steps),
        }
        self.steps.append(step)
        return step

    def reply(self, step: Row, at: datetime, subject: str, category: str = "POSITIVE") -> None:
        """The contact's reply in the thread of that step."""
        message = {"id": self._id(), "subject": subject, "classifications": [{"id": self._id(), "category": category}]}
        step["reply"] = message
        step["updated"] = at
        step["enrollment"] |= {
            "is_replied": category != "AUTOMATED",
            "updated_at": stamp(at),
            "reply_email_message": {**message, "received_at": stamp(at)},
        }

    def fail(
        self, match: str, status: int, body: Any = None, headers: dict[str, str] | None = None, times: int = 1
    ) -> None:
        """Make requests whose path has `match` fail."""
        self.faults.append(Fault(match, status, body, headers or {}, times))

    def _id(self) -> str:
        return str(uuid.uuid4())


@dataclass(slots=True)
class Page:
    """A part of a list, and the cursor of the next one."""

    rows: list[Row] = field(default_factory=list)
    next_cursor: str | None = None


def page(rows: list[Row], cursor: str | None, limit: int) -> Page:
    """Cursor pagination: the cursor is opaque to clients, an offset to us."""
    start = int(cursor or 0)
    end = start + limit
    return Page(rows[start:end], str(end) if end < len(rows) else None)
