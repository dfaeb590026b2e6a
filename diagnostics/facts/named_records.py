"""The records whose ids stand in the errors quoted: whether they are there, and whether the integration user may use them."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Reason, Soql, SoqlAll, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.question import Org, Question, Subject

KINDS = {"003": "Contact", "00Q": "Lead", "001": "Account", "005": "User"}
_QUERIES: dict[str, str] = {
    "Contact": "SELECT Id, Name, IsDeleted, MasterRecordId, OwnerId, Owner.IsActive FROM Contact WHERE Id IN {ids}",
    "Lead": "SELECT Id, Name, IsDeleted, MasterRecordId, IsConverted, ConvertedContactId, OwnerId, Owner.IsActive FROM Lead "
    "WHERE Id IN {ids}",
    "Account": "SELECT Id, Name, IsDeleted, MasterRecordId, OwnerId, Owner.IsActive FROM Account WHERE Id IN {ids}",
    "User": "SELECT Id, Name, IsActive FROM User WHERE Id IN {ids}",
}
_ACCESS = "SELECT RecordId, HasReadAccess, HasEditAccess FROM UserRecordAccess WHERE UserId = {user} AND RecordId IN {records}"
_MOST = 20


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record that an error points to. `merged_into` and `converted_to` are ids; `owned`: its owner is active."""

    id: str
    kind: str
    name: str
    deleted: bool = False
    merged_into: str = ""
    converted_to: str = ""
    owned: bool = True

    @property
    def trouble(self) -> str:
        """What is wrong with it, in words that follow its name; empty where nothing is."""
        if self.merged_into:
            return f"was merged into {self.merged_into}"
        if self.deleted:
            return "was deleted"
        if self.converted_to:
            return f"was converted to Contact {self.converted_to}"
        if not self.owned:
            return "is inactive" if self.kind == "User" else "has an inactive owner"
        return ""

    def __str__(self) -> str:
        # Users are named to admins only, and an id is what the error itself shows.
        return f"{self.kind} {self.id if self.kind == 'User' else f'{self.name} ({self.id})'}"


@dataclass(frozen=True, slots=True)
class NamedRecords(Fact):
    """Contacts, Leads, Accounts and Users that the errors point to; `unseen`: ids that the bot finds no record for."""

    about: ClassVar[Kind] = Org
    rows: tuple[NamedRecord, ...]
    unseen: tuple[str, ...] = ()

    def among(self, ids: tuple[str, ...]) -> tuple[NamedRecord, ...]:
        """Those with these ids, of 15 or 18 characters."""
        wanted = {id[:15] for id in ids}
        return tuple(r for r in self.rows if r.id[:15] in wanted)

    @property
    def says(self) -> str:
        told = [f"{r} {r.trouble or 'is there'}" for r in sorted(self.rows, key=lambda r: not r.trouble)[:3]]
        told += [f"no record {id} is visible to me" for id in self.unseen[:2]]
        return "; ".join(told)

    @property
    def link(self) -> str:
        record = next(iter(sorted(self.rows, key=lambda r: not r.trouble)), None)
        return f"/{(record.merged_into or record.converted_to or record.id)}" if record else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        ids = yield from _ids(question, subject)
        by_kind = {kind: tuple(i for i in ids if KINDS[i[:3]] == kind) for kind in _QUERIES}
        asks = {
            k: (Soql if k == "User" else SoqlAll).of(_QUERIES[k], ids=named) for k, named in by_kind.items() if named
        }
        answers = dict(zip(asks, (yield from each(*asks.values())), strict=True))
        seen = {kind: answer for kind, answer in answers.items() if not isinstance(answer, Missing)}
        if not seen:
            raise next(answer for answer in answers.values() if isinstance(answer, Missing))
        rows = tuple(_record(kind, row) for kind, answer in seen.items() for row in answer["records"])
        found = {row.id[:15] for row in rows}
        return cls(rows, tuple(i for kind in seen for i in by_kind[kind] if i[:15] not in found))


def _ids(question: Question, subject: Subject) -> Plan[tuple[str, ...]]:
    """The ids that the errors point to and a query can be made for."""
    errors = yield from WriteErrors.ask(question, subject)
    ids = dict.fromkeys(id for error in errors.errors for id in error.records if id[:3] in KINDS)
    if not ids:
        raise Missing(Reason.ABSENT, "the errors name no record that I can look up")
    return tuple(ids)[:_MOST]


def _record(kind: str, row: Json) -> NamedRecord:
    owner = row if kind == "User" else row.get("Owner") or {}
    converted = row.get("ConvertedContactId") or "" if row.get("IsConverted") else ""
    return NamedRecord(
        row["Id"],
        kind,
        row["Name"] or "",
        bool(row.get("IsDeleted")),
        row.get("MasterRecordId") or "",
        converted,
        bool(owner.get("IsActive", True)),
    )


@dataclass(frozen=True, slots=True)
class NamedAccess(Fact):
    """Which of the records that the errors point to the integration user may not read, or read but not edit."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    hidden: tuple[str, ...]
    read_only: tuple[str, ...]

    @property
    def says(self) -> str:
        told = [f"not read {', '.join(self.hidden[:3])}"] if self.hidden else []
        told += [f"not edit {', '.join(self.read_only[:3])}"] if self.read_only else []
        return "Salesforce says the integration user may " + (
            " and ".join(told) or "read and edit the records that the errors point to"
        )

    @property
    def link(self) -> str:
        return f"/{(*self.hidden, *self.read_only)[0]}" if self.hidden or self.read_only else ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        ids = tuple(i for i in (yield from _ids(question, subject)) if KINDS[i[:3]] != "User")
        if not ids:
            raise Missing(Reason.ABSENT, "the errors name no record that access is shared by")
        user = yield from IntegrationUser.ask(question, subject)
        rows = (yield Soql.of(_ACCESS, user=user.id, records=ids))["records"]
        if not rows:
            raise Missing(Reason.DENIED, "the bot's own Salesforce user cannot read these records, so it cannot tell")
        return cls(
            tuple(r["RecordId"] for r in rows if not r["HasReadAccess"]),
            tuple(r["RecordId"] for r in rows if r["HasReadAccess"] and not r["HasEditAccess"]),
        )
