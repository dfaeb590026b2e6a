"""What stands on the person's Salesforce records: emails and email tasks, and which sent email is which record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Rest, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.question import Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, floor, moment, parse
from diagnostics.window import sending

OBJECT = Rest("sobjects/EmailMessage/describe")
_NUMBERS = ("double", "int", "long", "currency", "percent")
_FIELDS = "Id, Subject, FromAddress, Incoming, MessageDate, CreatedDate, CreatedById, ActivityId, Source"
_MAILS = (
    "SELECT %s FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation "
    "WHERE RelationId IN {people}) AND MessageDate >= {since} ORDER BY MessageDate DESC LIMIT 50"
)
# On which record each stands; also the way round, since no source confirms the semi-join above.
_RELATIONS = (
    "SELECT EmailMessageId, RelationId FROM EmailMessageRelation WHERE RelationId IN {people} "
    "ORDER BY CreatedDate DESC LIMIT 200"
)
_MAILS_BY_ID = (
    f"SELECT {_FIELDS} FROM EmailMessage WHERE Id IN {{ids}} AND MessageDate >= {{since}} "
    "ORDER BY MessageDate DESC LIMIT 50"
)
_TASKS = (
    "SELECT Id, Subject, WhoId, CreatedById, CreatedDate, ActivityDate FROM Task WHERE WhoId IN {people} "
    "AND TaskSubtype = 'Email' AND CreatedDate >= {since} ORDER BY CreatedDate DESC LIMIT 50"
)


@dataclass(frozen=True, slots=True)
class EmailRecord:
    """An EmailMessage (or a Task that stands for one: `is_task`) on a record of the person.

    `on`: the Contacts and Leads it stands on; `by`: the user who created it; `source`: what Salesforce says wrote it, for
    example "Einstein Activity Capture" (empty for the API); `opens`: the counts in its custom fields for opens (none where
    no field holds one).
    """

    id: str
    subject: str
    sender: str
    incoming: bool
    at: datetime
    written_at: datetime
    by: str
    is_task: bool = False
    on: frozenset[str] = frozenset()
    source: str = ""
    opens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EmailRecords(Fact):
    """Email records on the person's Contacts and Leads, and on the Contacts those became, since the window's start, newest
    first."""

    about: ClassVar[Kind] = Person
    rows: tuple[EmailRecord, ...]
    unify_user: str
    clock: Clock = UTC_CLOCK

    @property
    def by_unify(self) -> tuple[EmailRecord, ...]:
        """Those that the integration user wrote, not a tool on its behalf (none, where that user is not known)."""
        return tuple(r for r in self.rows if r.by == self.unify_user and not r.source)

    @property
    def replies(self) -> tuple[EmailRecord, ...]:
        """Incoming ones that the integration user wrote."""
        return tuple(r for r in self.by_unify if r.incoming)

    @property
    def says(self) -> str:
        if not self.rows:
            return "no email record stands on their Salesforce record in that time"
        last = self.rows[0]
        kind = "Task" if last.is_task else "EmailMessage"
        return (
            f"{len(self.rows)} email records stand on their Salesforce record, the last a {kind} “{last.subject}”, "
            f"written {self.clock.at(last.written_at)}"
        )

    @property
    def link(self) -> str:
        return f"/{self.rows[0].id}" if self.rows else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        contacts = yield from Contacts.ask(question, subject)
        leads = yield from Leads.ask(question, subject)
        try:
            user = (yield from IntegrationUser.ask(question, subject)).id
        except Missing:
            user = ""
        people = tuple(
            dict.fromkeys(id for row in (*contacts.rows, *leads.rows) for id in (row.id, row.converted_to) if id)
        )
        if not people:
            return cls((), user, question.clock)
        # Replies and late writes come after the window; a day before it covers other people's clocks.
        since = floor(sending(question).start - timedelta(days=1), timedelta(days=1))
        (described,) = yield from each(OBJECT)
        counts = () if isinstance(described, Missing) else open_count_fields(described, question.text)
        mails, tasks, relations = yield from each(
            Soql.of(_MAILS % ", ".join((_FIELDS, *counts)), people=people, since=since),
            Soql.of(_TASKS, people=people, since=since),
            Soql.of(_RELATIONS, people=people),
        )
        on: dict[str, set[str]] = {}
        for row in _rows(relations):
            on.setdefault(row["EmailMessageId"], set()).add(row["RelationId"])
        if isinstance(mails, Missing) and not isinstance(relations, Missing):
            mails = yield from _by_id(tuple(on), since)
        if isinstance(mails, Missing) and isinstance(tasks, Missing):
            raise tasks
        records = [_mail(r, on.get(r["Id"], ()), counts) for r in _rows(mails)]
        behind = {r["ActivityId"] for r in _rows(mails)}
        records += [_task(r) for r in _rows(tasks) if r["Id"] not in behind]
        return cls(tuple(sorted(records, key=lambda r: r.written_at, reverse=True)), user, question.clock)


def open_count_fields(described: Json, said: str) -> tuple[str, ...]:
    """Custom number fields of EmailMessage, from its description: those named in what was said, else all that speak of
    opens."""
    numbers = [f for f in described["fields"] if f["custom"] and f["type"] in _NUMBERS]
    named = [f["name"] for f in numbers if f["name"].lower() in said.lower()]
    return tuple(named or (f["name"] for f in numbers if "open" in f"{f['name']} {f['label']}".lower()))


def _by_id(ids: tuple[str, ...], since: datetime) -> Plan[Json]:
    try:
        return (yield Soql.of(_MAILS_BY_ID, ids=ids, since=since)) if ids else {"records": []}
    except Missing as silence:
        return silence


def _rows(answer: Json) -> list[Json]:
    return [] if isinstance(answer, Missing) else list(answer["records"])


def _mail(row: Json, on: Iterable[str], counts: Iterable[str]) -> EmailRecord:
    written = moment(row["CreatedDate"])
    return EmailRecord(
        row["Id"],
        row["Subject"] or "",
        (row["FromAddress"] or "").lower(),
        bool(row["Incoming"]),
        parse(row["MessageDate"]) or written,
        written,
        row["CreatedById"],
        on=frozenset(on),
        source=row.get("Source") or "",
        opens=tuple(int(row[f] or 0) for f in counts if f in row),
    )


def _task(row: Json) -> EmailRecord:
    written = moment(row["CreatedDate"])
    return EmailRecord(
        row["Id"],
        row["Subject"] or "",
        "",
        False,
        written,
        written,
        row["CreatedById"],
        is_task=True,
        on=frozenset(filter(None, (row["WhoId"],))),
    )
