"""The person in Unify."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Json, Plan, Unify
from diagnostics.check import Fact, Kind
from diagnostics.facts.identity import MailAddress
from diagnostics.question import Person, Question, Subject

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
