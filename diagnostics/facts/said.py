"""What only a person can tell: each class is one answer, asked for once, precisely (wording in prompts.py)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Found, Human, Plan
from diagnostics.check import Fact, Kind
from diagnostics.prompts import PROMPTS
from diagnostics.question import Org, Question, Subject


@dataclass(frozen=True, slots=True)
class Said(Fact):
    """A person's answer to the question `key`."""

    about: ClassVar[Kind] = Org
    key: ClassVar[str]
    noun: ClassVar[str]
    value: str
    at: datetime | None

    @property
    def says(self) -> str:
        labels = {c.value: c.label for c in PROMPTS[self.key].choices}
        return f"{self.noun}: {labels.get(self.value, self.value)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        heard: Found = yield Human(cls.key)
        return cls(heard.value, heard.at)


class Origin(Said):
    """Where the email was sent from."""

    key, noun = "origin", "sent from"


class ReplyThread(Said):
    """Whether the contact answered in the same thread."""

    key, noun = "reply-thread", "the reply's thread"


class ReplyAddress(Said):
    """Whether the reply used the addresses of the sequence."""

    key, noun = "reply-address", "the reply's addresses"


class ConnectionPage(Said):
    """What Unify's Salesforce settings page shows."""

    key, noun = "connection", "Unify's Salesforce settings page"


class SyncRunning(Said):
    """Whether an incoming sync runs that began before the email."""

    key, noun = "sync-running", "an incoming sync is running"


class MappingDirection(Said):
    """The direction of the field's mapping."""

    key, noun = "mapping", "the field's mapping"


class MappingChanged(Said):
    """When the field's mapping was last changed: a date, or `not-changed`."""

    key, noun = "mapping-changed", "the field's mapping was changed"


class WritebackSwitch(Said):
    """Whether Email Message Writeback is on."""

    key, noun = "writeback", "Email Message Writeback"


class WritingSwitch(Said):
    """Whether *Enable writing to Salesforce* is on."""

    key, noun = "writing-enabled", "Enable writing to Salesforce"
