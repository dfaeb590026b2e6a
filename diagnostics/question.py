"""What was asked, about whom and what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from diagnostics.times import Clock


class Symptom(StrEnum):
    """What a person sees; the main complaint comes first in a question."""

    NOTHING_SYNCS = "nothing-syncs"
    EMAIL_MISSING = "email-missing"
    REPLY_MISSING = "reply-missing"
    OPENS_MISSING = "opens-missing"
    BODY_MISSING = "body-missing"
    NOT_LINKED = "not-linked"
    WRONG_OWNER = "wrong-owner"
    PERSON_MISSING = "person-missing"
    FIELD_EMPTY = "field-empty"
    WRITE_ERROR = "write-error"
    LOGIN_BROKEN = "login-broken"
    LATE = "late"


class Scope(StrEnum):
    """How much is affected."""

    ONE_EMAIL = "one-email"
    ONE_PERSON = "one-person"
    ONE_REP = "one-rep"
    EVERYONE = "everyone"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """Which side of the outreach email an address is on."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Address:
    """An email address in lower case, and its role in the email in question."""

    address: str
    role: Role = Role.UNKNOWN


@dataclass(frozen=True, slots=True)
class Org:
    """The subject of a question about the whole organisation."""

    def __str__(self) -> str:
        return "the whole organisation"


@dataclass(frozen=True, slots=True)
class Person:
    """The subject of a question about one lead or contact: an address, a Salesforce id, both, or (neither) to be asked."""

    address: str = ""
    record_id: str = ""

    def __str__(self) -> str:
        return self.address or self.record_id or "the contact"


Subject = Org | Person

# Symptoms that a single person or email can have: without an address it is worth asking for one.
_OF_ONE_PERSON = frozenset(Symptom) - {Symptom.NOTHING_SYNCS, Symptom.LOGIN_BROKEN, Symptom.LATE, Symptom.WRITE_ERROR}
_MOST_PEOPLE = 3  # more addresses than this in one message are a list, not a question
_PERSON_PREFIXES = ("003", "00Q")


@dataclass(frozen=True, slots=True)
class Question:
    """A message, understood. Times are timezone-aware; `as_of` is the moment the diagnosis speaks of.

    `attached` is the text of files that came with it: exports of the errors page, which are read for errors only.
    `sent_at` at midnight of `tz` is a day without a time; `sent_within` is a span that an answer gave instead, or that
    the part of a day has ("this morning"), for which `sent_at` is but the hour that stands for it.
    `alternatives` are the two symptoms between which the text leaves it open; empty where it does not.
    """

    text: str
    asked_at: datetime
    as_of: datetime
    tz: str = "UTC"
    workspace: str = ""
    asker: str = ""
    about_sync: bool = True
    symptoms: tuple[Symptom, ...] = ()
    scope: Scope = Scope.UNKNOWN
    addresses: tuple[Address, ...] = ()
    record_ids: tuple[str, ...] = ()
    error_codes: tuple[str, ...] = ()
    sent_at: datetime | None = None
    sent_within: tuple[datetime, datetime] | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    attached: str = ""
    alternatives: tuple[Symptom, ...] = ()

    @property
    def clock(self) -> Clock:
        """By which times are said."""
        return Clock(self.as_of, self.tz)

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom the question is about; `Person()` where somebody is meant but not named; empty for the organisation."""
        named = [Person(address=a.address) for a in self.addresses if a.role is Role.RECIPIENT]
        named += [
            Person(address=a.address)
            for a in self.addresses
            if a.role is Role.UNKNOWN and a.address != self.asker.lower()
        ]
        records = [i for i in self.record_ids if i.startswith(_PERSON_PREFIXES)]
        if len(set(named)) == 1 and records:
            named = [replace(named[0], record_id=records[0])]  # "jane@acme.com is not on this record"
        if not named:
            named = [Person(record_id=i) for i in records]
        if named:
            return tuple(dict.fromkeys(named))[:_MOST_PEOPLE]
        single = self.scope in (Scope.ONE_EMAIL, Scope.ONE_PERSON, Scope.UNKNOWN)
        return (Person(),) if single and _OF_ONE_PERSON.intersection(self.symptoms) else ()

    @property
    def suspected(self) -> tuple[Symptom, ...]:
        """The symptoms to explain: what was said; else of a bare error the error, of a bare address a missing email."""
        if self.symptoms or not (self.error_codes or self.people):
            return self.symptoms
        return (Symptom.WRITE_ERROR,) if self.error_codes else (Symptom.EMAIL_MISSING,)

    def names(self, record_id: str) -> bool:
        """Whether the question names this record; ids are written with 15 or 18 characters."""
        return record_id[:15] in {i[:15] for i in self.record_ids}

    @property
    def for_us(self) -> bool:
        """Whether there is anything in it that we can look into."""
        return self.about_sync or bool(self.symptoms or self.error_codes or self.people)

    @property
    def senders(self) -> tuple[str, ...]:
        """Addresses said to have sent the email in question."""
        return tuple(a.address for a in self.addresses if a.role is Role.SENDER)
