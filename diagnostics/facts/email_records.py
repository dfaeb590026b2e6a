"""What stands on the person's Salesforce records: emails and email tasks, and which sent email is which record."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.sent_emails import Sent, SentEmails
from diagnostics.question import Person, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, floor, parse
from diagnostics.window import SAME_MOMENT, Window, sending

_FIELDS = (
    "SELECT Id, Subject, FromAddress, ToAddress, Incoming, Status, MessageDate, CreatedDate, CreatedById, "
    "ActivityId FROM EmailMessage "
)
_MAILS = _FIELDS + (
    "WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId IN {people}) "
    "AND MessageDate >= {since} ORDER BY MessageDate DESC LIMIT 50"
)
# No source confirms the semi-join above; this is the way round without it.
_RELATIONS = "SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId IN {people} LIMIT 200"
_MAILS_BY_ID = _FIELDS + "WHERE Id IN {ids} AND MessageDate >= {since} ORDER BY MessageDate DESC LIMIT 50"
_TASKS = (
    "SELECT Id, Subject, WhoId, CreatedById, CreatedDate, ActivityDate FROM Task WHERE WhoId IN {people} "
    "AND TaskSubtype = 'Email' AND CreatedDate >= {since} ORDER BY CreatedDate DESC LIMIT 50"
)


@dataclass(frozen=True, slots=True)
class EmailRecord:
    """An EmailMessage (or a Task that stands for one: `is_task`) on the person's record."""

    id: str
    subject: str
    sender: str
    incoming: bool
    at: datetime
    written_at: datetime
    by: str
    is_task: bool = False


@dataclass(frozen=True, slots=True)
class EmailRecords(Fact):
    """Email records on the person's Contact or Lead since the window's start, newest first."""

    about: ClassVar[Kind] = Person
    rows: tuple[EmailRecord, ...]
    unify_user: str
    clock: Clock = UTC_CLOCK

    @property
    def by_unify(self) -> tuple[EmailRecord, ...]:
        """Those that the integration user wrote (none, where that user is not known)."""
        return tuple(r for r in self.rows if r.by == self.unify_user)

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
        people = tuple(row.id for row in (*contacts.rows, *leads.rows))
        if not people:
            return cls((), user, question.clock)
        # Replies and late writes come after the window; a day before it covers other people's clocks.
        since = floor(sending(question).start - timedelta(days=1), timedelta(days=1))
        mails, tasks = yield from each(
            Soql.of(_MAILS, people=people, since=since), Soql.of(_TASKS, people=people, since=since)
        )
        if isinstance(mails, Missing):
            mails = yield from _the_way_round(people, since)
        if isinstance(mails, Missing) and isinstance(tasks, Missing):
            raise tasks
        records = _mails(mails)
        behind = {r["ActivityId"] for r in _rows(mails)}
        records += [t for t in _tasks(tasks) if t.id not in behind]
        return cls(tuple(sorted(records, key=lambda r: r.written_at, reverse=True)), user, question.clock)


def _the_way_round(people: tuple[str, ...], since: datetime) -> Plan[Json]:
    try:
        ids = tuple(r["EmailMessageId"] for r in (yield Soql.of(_RELATIONS, people=people))["records"])
        return (yield Soql.of(_MAILS_BY_ID, ids=ids, since=since)) if ids else {"records": []}
    except Missing as silence:
        return silence


def _rows(answer: Json) -> list[Json]:
    return [] if isinstance(answer, Missing) else list(answer["records"])


def _mails(answer: Json) -> list[EmailRecord]:
    return [
        EmailRecord(
            r["Id"],
            r["Subject"] or "",
            (r["FromAddress"] or "").lower(),
            bool(r["Incoming"]),
            parse(r["MessageDate"]) or written,
            written,
            r["CreatedById"],
        )
        for r in _rows(answer)
        if (written := parse(r["CreatedDate"]))
    ]


def _tasks(answer: Json) -> list[EmailRecord]:
    return [
        EmailRecord(r["Id"], r["Subject"] or "", "", False, written, written, r["CreatedById"], is_task=True)
        for r in _rows(answer)
        if (written := parse(r["CreatedDate"]))
    ]


@dataclass(frozen=True, slots=True)
class Deliveries(Fact):
    """Each email that Unify sent within the window, with the record that the integration user wrote of it, if any."""

    about: ClassVar[Kind] = Person
    pairs: tuple[tuple[Sent, EmailRecord | None], ...]
    window: Window
    clock: Clock = UTC_CLOCK

    @property
    def missing(self) -> tuple[Sent, ...]:
        """Sent, and not in Salesforce."""
        return tuple(sent for sent, record in self.pairs if record is None)

    @property
    def arrived(self) -> tuple[tuple[Sent, EmailRecord], ...]:
        """Sent, and in Salesforce."""
        return tuple((sent, record) for sent, record in self.pairs if record)

    @property
    def says(self) -> str:
        if self.missing:
            sent = self.missing[-1]
            return f"Unify sent “{sent.subject}” at {self.clock.at(sent.at)}, and Salesforce has no record of it"
        return f"all {len(self.pairs)} emails that Unify sent in that time are in Salesforce"

    @property
    def link(self) -> str:
        return f"/{self.arrived[-1][1].id}" if self.arrived and not self.missing else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        sent = yield from SentEmails.ask(question, subject)
        records = yield from EmailRecords.ask(question, subject)
        if not records.unify_user:
            yield from IntegrationUser.ask(question, subject)  # whose records are Unify's cannot be told: says why
        left = list(records.by_unify)
        pairs: list[tuple[Sent, EmailRecord | None]] = []
        for mail in sent.rows:
            record = next((r for r in left if not r.incoming and is_of(r, mail)), None)
            if record:
                left.remove(record)
            pairs.append((mail, record))
        return cls(tuple(pairs), sent.window, question.clock)


def is_of(record: EmailRecord, sent: Sent) -> bool:
    """Whether the record is of that email: same subject where both have one, same sender, within 15 minutes.

    A Task has no sent time of its own: it may be written up to a day later.
    """
    late = timedelta(days=1) if record.is_task else SAME_MOMENT
    if not -SAME_MOMENT <= record.at - sent.at <= late:
        return False
    if record.sender and sent.sender and record.sender != sent.sender:
        return False
    ours, theirs = _bare(record.subject), _bare(sent.subject)
    return not ours or not theirs or ours == theirs


def _bare(subject: str) -> str:
    """The subject without what mail programs and Salesforce put before it."""
    text = subject.strip().lower()
    for prefix in ("email:", "→ email:", "re:", "fwd:", "fw:"):
        text = text.removeprefix(prefix).strip()
    return text
