"""The field in question: which one, how old, and how old the records are on which it is empty."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Human, Missing, Plan, Reason, Tooling
from diagnostics.check import Fact, Kind
from diagnostics.facts.email_records import EmailRecords
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.question import Org, Person, Question, Subject, Symptom
from diagnostics.times import UTC_CLOCK, Clock, parse

_API_NAME = re.compile(r"\b[A-Za-z]\w*__c\b")
_OF_FIELDS = {Symptom.FIELD_EMPTY, Symptom.OPENS_MISSING, Symptom.WRITE_ERROR}
# DeveloperName is the API name without __c.
_FIELD = (
    "SELECT Id, DeveloperName, TableEnumOrId, CreatedDate FROM CustomField "
    "WHERE DeveloperName = {name} AND TableEnumOrId IN {objects}"
)


@dataclass(frozen=True, slots=True)
class FieldInQuestion(Fact):
    """The field's API name (or label): from the message, from an error, or asked."""

    about: ClassVar[Kind] = Org
    name: str

    @property
    def says(self) -> str:
        return f"the field is {self.name}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        if named := _API_NAME.search(question.text):
            return cls(named[0])
        try:
            errors = yield from WriteErrors.ask(question, subject)
            if fields := [f for e in errors.errors for f in e.fields]:
                return cls(fields[0])
        except Missing:
            pass
        if not _OF_FIELDS.intersection(question.suspected):
            raise Missing(Reason.ABSENT, "no field is asked about")
        return cls((yield Human("field")).value)


@dataclass(frozen=True, slots=True)
class RecordAge(Fact):
    """When Unify wrote the record asked about: the newest on the person's record within the window."""

    about: ClassVar[Kind] = Org
    written: datetime
    clock: Clock = UTC_CLOCK

    @property
    def says(self) -> str:
        return f"the record was written at {self.clock.at(self.written)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        people = [p for p in question.people if p != Person()]
        if not people:
            raise Missing(Reason.ABSENT, "no single record is asked about")
        records = yield from EmailRecords.ask(question, people[0])
        if not records.by_unify:
            raise Missing(Reason.ABSENT, "no record that Unify wrote is visible")
        return cls(records.by_unify[0].written_at, question.clock)


@dataclass(frozen=True, slots=True)
class FieldAge(Fact):
    """When the custom field was created in Salesforce, and when the oldest record asked about was written."""

    about: ClassVar[Kind] = Org
    name: str
    created: datetime
    written: datetime
    clock: Clock = UTC_CLOCK

    @property
    def says(self) -> str:
        return f"the field {self.name} was created at {self.clock.at(self.created)}, the record {self.clock.at(self.written)}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        field = yield from FieldInQuestion.ask(question, subject)
        name = field.name.removesuffix("__c").replace(" ", "_")
        rows = (yield Tooling.of(_FIELD, name=name, objects=("EmailMessage", "Task")))["records"]
        created = [at for r in rows if (at := parse(r["CreatedDate"]))]
        if not created:
            raise Missing(Reason.ABSENT, f"Salesforce has no custom field {field.name} on Task or EmailMessage")
        record = yield from RecordAge.ask(question, subject)
        return cls(field.name, min(created), record.written, question.clock)
