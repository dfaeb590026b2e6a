"""Facts of a healthy company, to be made worse: Dana Reyes the rep, Jane at acme.com, and the user that Unify signs in as."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from diagnostics.asks import Missing, Reason
from diagnostics.check import Check
from diagnostics.errors import read
from diagnostics.facts.asked import Asked
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.email_records import EmailRecord
from diagnostics.facts.enrolments import Enrolment, Enrolments
from diagnostics.facts.field_rights import FieldRights
from diagnostics.facts.heartbeat import Heartbeat, Written
from diagnostics.facts.identity import Contacts, Leads, PersonRow
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.open_counts import OpenCount, OpenCounts
from diagnostics.facts.permissions import SYSTEM, Access, EntityAccess, Grant, ObjectRights, SystemPermissions
from diagnostics.facts.sent_emails import Sent, SentEmails, Unsent
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement
from diagnostics.question import Person, Question, Symptom
from diagnostics.window import Window

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
JANE, DANA, UNIFY = "jane@acme.com", "dana@getinitech.com", "unify-sync@initech.com"
CONTACT_ID, LEAD_ID, UNIFY_ID = "003000000000001AAA", "00Q000000000001AAA", "005000000000001AAA"

UNSAID = Missing(Reason.UNSAID, "nobody has been asked yet")
UNSURE = Missing(Reason.UNSURE, "the person asked was not sure")
DENIED = Missing(Reason.DENIED, "it may not be read")
DOWN = Missing(Reason.DOWN, "no answer came")
NOBODY = Missing(Reason.ABSENT, "no single person is asked about")


def judged(check: Check, healthy: dict[str, object], **facts: object) -> Judgement:
    """The check's judgement on healthy facts, some of them replaced."""
    return check.judge(**{**healthy, **facts})


def ago(*, minutes: float = 0, hours: float = 0, days: float = 0) -> datetime:
    """A moment before now."""
    return NOW - timedelta(minutes=minutes, hours=hours, days=days)


def question(*symptoms: Symptom, text: str = "", sent_at: datetime | None = None) -> Question:
    """What Dana asks."""
    return Question(text, NOW, NOW, asker=DANA, symptoms=symptoms, sent_at=sent_at)


def asked(*symptoms: Symptom) -> Asked:
    """The question as a fact."""
    return Asked(question(*symptoms))


def beat(*mails: datetime, tasks: tuple[datetime, ...] = (), readable: bool = True) -> Heartbeat:
    """The integration user wrote EmailMessages and email Tasks at these times."""
    written = tuple(Written(f"02s{i}", "Q3 pricing", at) for i, at in enumerate(mails))
    logged = tuple(Written(f"00T{i}", "Email: Q3 pricing", at, f"00T{i}") for i, at in enumerate(tasks))
    return Heartbeat(written if readable else None, logged, NOW)


ALIVE = beat(ago(minutes=40))
SILENT = beat(ago(hours=6), ago(hours=7))


def user(*, active: bool = True, inferred: bool = False) -> IntegrationUser:
    """The user that Unify signs in as."""
    return IntegrationUser(UNIFY_ID, UNIFY, "Unify Sync", active, inferred)


def errors(text: str) -> WriteErrors:
    """What the Errors/Skipped Records page shows, pasted."""
    return WriteErrors(tuple(e for e in read(text) if e.entry))


NO_ERRORS = WriteErrors(())


def contacts(*rows: PersonRow, by: Person | None = None) -> Contacts:
    """The Contacts found."""
    return Contacts(by or Person(JANE), rows)


def leads(*rows: PersonRow, by: Person | None = None) -> Leads:
    """The Leads found."""
    return Leads(by or Person(JANE), rows)


def jane(address: str = JANE, id: str = CONTACT_ID, **differs: Any) -> PersonRow:
    """Jane's record."""
    return replace(PersonRow(id, "Jane Miller", address), **differs)


def unify_person(id: str = "per_1") -> UnifyPerson:
    """Jane in Unify."""
    return UnifyPerson(JANE, id, "Jane Miller" if id else "")


def enrolment(**differs: Any) -> Enrolment:
    """A sequence that runs for Jane, without a reply so far."""
    return replace(Enrolment(DANA, JANE, False, None, "", NOW, id="enr_1"), **differs)


def enrolments(*, replied: bool = False, enrolled: bool = True) -> Enrolments:
    """Jane's sequences."""
    reply = {"replied": True, "replied_at": ago(hours=1), "reply_subject": "Re: Q3 pricing"} if replied else {}
    return Enrolments((enrolment(**reply),) if enrolled else ())


def sent(at: datetime) -> Sent:
    """An email that Unify sent to Jane."""
    return Sent(at, "Q3 pricing", DANA, "dana@initech.com", 0)


def record(at: datetime, **differs: Any) -> EmailRecord:
    """Its record, a few minutes later."""
    return replace(EmailRecord("02s1", "Q3 pricing", DANA, False, at, at + timedelta(minutes=9), UNIFY_ID), **differs)


def around(at: datetime | None) -> Window:
    """The time asked about: a moment, or the last 14 days."""
    quarter = timedelta(minutes=15)
    return Window(at - quarter, at + quarter, exact=True) if at else Window(ago(days=14), NOW)


def unsent(*stopped: str, **differs: Any) -> Unsent:
    """A step for Jane that sent nothing, and why."""
    return replace(Unsent(DANA, ago(hours=2), stopped, "enr_1"), **differs)


def sent_emails(*times: datetime, exactly: datetime | None = None, unsent: tuple[Unsent, ...] = ()) -> SentEmails:
    """What Unify sent to Jane, and what it did not."""
    return SentEmails(tuple(map(sent, times)), around(exactly), unsent=unsent)


def whereabouts(
    *records: EmailRecord, people: tuple[PersonRow, ...] = (), unify_user: str = UNIFY_ID, sent: bool = True
) -> Whereabouts:
    """The records of the email in question; on Jane's only Contact where nothing else is said."""
    return Whereabouts(people or (jane(),), records, unify_user, sent)


def deliveries(*, arrived: tuple[datetime, ...] = (), missing: tuple[datetime, ...] = ()) -> Deliveries:
    """What Unify sent to Jane, and what became of it."""
    pairs = [(sent(at), record(at)) for at in arrived]
    return Deliveries((*pairs, *((sent(at), None) for at in missing)), around(None))


MISSING_EMAIL = deliveries(missing=(ago(hours=5),))
ARRIVED_EMAIL = deliveries(arrived=(ago(hours=5),))


def permissions(*, without: tuple[str, ...] = (), broad: bool = False) -> SystemPermissions:
    """One permission set with everything Unify needs, and a profile with nothing."""
    all_data = {"PermissionsViewAllData", "PermissionsModifyAllData"}
    held = frozenset(SYSTEM) - set(without) - (set() if broad else all_data)
    return SystemPermissions(UNIFY, (Grant("Unify Sync", False, held), Grant("Minimum Access", True, frozenset())))


def access(read: bool = True, create: bool = True, edit: bool = True) -> EntityAccess:
    """Salesforce's verdict on EmailMessage."""
    return EntityAccess((("Contact", Access(True, True, True)), ("EmailMessage", Access(read, create, edit))))


NO_ROW = EntityAccess((("Contact", Access(True, True, True)),))


def rights(sobject: str, *columns: str) -> ObjectRights:
    """One ObjectPermissions row: the rights named, as in `rights("Contact", "Read")`."""
    return ObjectRights(((sobject, "Unify Sync", frozenset(f"Permissions{c}" for c in columns)),))


NO_RIGHTS_ROW = ObjectRights(())


def opens(unify: int, salesforce: int, *, fields: tuple[str, ...] = ("Open_Count__c",)) -> OpenCounts:
    """How often Jane opened the email, by Unify and by Salesforce's fields."""
    return OpenCounts((OpenCount(unify, salesforce, salesforce),), fields, frozenset({"isopened", "is opened"}))


def field_rights(*editable: str, read_only: tuple[str, ...] = ()) -> FieldRights:
    """Which fields Unify's user may edit, or only read."""
    custom = tuple((f.partition(".")[2].removesuffix("__c").replace("_", " "), f) for f in (*editable, *read_only))
    return FieldRights(frozenset(editable), frozenset(read_only), custom)
