"""The addresses in play: those of the message, those in Unify's sequences, those on the person's emails in Salesforce."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan
from diagnostics.check import Fact, Kind
from diagnostics.facts.email_records import EmailRecords
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.identity import MailAddress
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Person, Question, Subject


@dataclass(frozen=True, slots=True)
class ReplyAddresses(Fact):
    """`in_sequence`: an address of the message that Unify wrote to; `unknown_to_unify`: one it does not know;
    `on_record`: another address that emails on the person's record came from."""

    about: ClassVar[Kind] = Person
    in_sequence: tuple[str, ...]
    unknown_to_unify: tuple[str, ...]
    on_record: tuple[str, ...]

    @property
    def says(self) -> str:
        said = [f"{a} is in a sequence" for a in self.in_sequence]
        said += [f"{a} is unknown to Unify" for a in self.unknown_to_unify]
        said += [f"an email on the record came from {a}" for a in self.on_record]
        return "; ".join(said) or "only one address is known"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        in_sequence: list[str] = []
        unknown: list[str] = []
        for person in question.people:
            if person.address:
                enrolments = yield from Enrolments.ask(question, person)
                known = yield from UnifyPerson.ask(question, person)
                if enrolments.rows:
                    in_sequence.append(person.address)
                elif not known.id:
                    unknown.append(person.address)
        own = (yield from MailAddress.ask(question, subject)).address
        try:
            records = yield from EmailRecords.ask(question, subject)
            others = {r.sender for r in records.rows if r.incoming and r.sender and r.sender != own}
        except Missing:
            others = set()
        return cls(tuple(in_sequence), tuple(unknown), tuple(sorted(others)))
