"""One organisation: its records, its settings, and what the user the bot runs as may see."""

import itertools
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from playground.salesforce.schema import VIRTUAL, Field, Sobject, standard

Row = dict[str, Any]
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
TIER_1 = frozenset(
    {
        "API Enabled",
        "View Setup and Configuration",
        "View All Users",
        "Access Activities",
        "Read Contacts",
        "Read Leads",
    }
)
TIER_2 = TIER_1 | {"Manage Users"}


def checksum(id15: str) -> str:
    """The three characters that tell which letters of a 15-character id are upper case."""
    return "".join(_ALPHABET[sum(c.isupper() << k for k, c in enumerate(id15[j : j + 5]))] for j in (0, 5, 10))


@dataclass(slots=True)
class Fault:
    """Answer requests that mention `match` with this, `times` times (-1: always)."""

    match: str
    status: int
    body: Any
    headers: dict[str, str]
    times: int


@dataclass(slots=True)
class Request:
    """What was asked of the server: one API call each; `queries` are the SOQL texts in it."""

    method: str
    path: str
    queries: list[str] = field(default_factory=list)


class Org:
    """Tables of records with the rules that the API enforces. `now` is the organisation's clock when it is made."""

    def __init__(self, now: datetime, my_domain: str = "initech.my.salesforce.com") -> None:
        self.now = now
        self.my_domain = my_domain
        self.schema = standard()
        self.tables: dict[str, list[Row]] = {name: [] for name in self.schema}
        self.enhanced_email = True
        self.api_used, self.api_limit = 1_204, 100_000
        self.latency = 0.0
        self.bot_permissions: frozenset[str] = TIER_2
        self.bot_id = ""
        self.client_id, self.client_secret = "playground-client", "playground-secret"
        self.jwt_keys: dict[str, str] = {}  # username → PEM public key
        self.entity_access: dict[tuple[str, str], dict[str, bool] | None] = {}  # overrides; None: no row
        self.hidden_records: set[tuple[str, str]] = set()  # (user, record) that sharing hides
        self.sessions: set[str] = set()
        self.faults: list[Fault] = []
        self.requests: list[Request] = []
        self.writes: list[Request] = []
        self._numbers = itertools.count(1)
        self.lock = threading.RLock()

    def insert(self, sobject: str, /, **fields: Any) -> str:
        """Add a record; returns its 18-character id. Unknown objects and fields are a ValueError."""
        kind = self._kind(sobject)
        row: Row = dict.fromkeys((f.name for f in kind.fields.values()), None)
        row |= {f.name: False for f in kind.fields.values() if f.type == "boolean"}
        row |= self._checked(kind, fields)
        if "Id" in row and not row["Id"]:
            row["Id"] = self._new_id(kind.prefix)
        created = row.get("CreatedDate") or self.now
        for name in ("CreatedDate", "LastModifiedDate", "SystemModstamp"):
            if name in row:
                row[name] = row[name] or created
        if "CreatedById" in row:
            row["CreatedById"] = row["CreatedById"] or self.bot_id
            row["LastModifiedById"] = row["LastModifiedById"] or row["CreatedById"]
        if kind.name in ("Contact", "Lead") and not row["Name"]:
            row["Name"] = " ".join(filter(None, (row["FirstName"], row["LastName"])))
        with self.lock:
            self.tables[kind.name.lower()].append(row)
        return str(row.get("Id") or "")

    def update(self, sobject: str, id: str, **fields: Any) -> None:
        """Change a record."""
        kind = self._kind(sobject)
        with self.lock:
            row = next(r for r in self.tables[kind.name.lower()] if r.get("Id") == id)
            row |= {"LastModifiedDate": self.now} | self._checked(kind, fields)

    def remove(self, sobject: str, **where: Any) -> int:
        """Remove the records with these values; returns how many."""
        with self.lock:
            rows = self.tables[sobject.lower()]
            kept = [r for r in rows if any(r[k] != v for k, v in where.items())]
            self.tables[sobject.lower()] = kept
            return len(rows) - len(kept)

    def rows(self, sobject: str, **where: Any) -> list[Row]:
        """The records with these values."""
        return [r for r in self.tables[sobject.lower()] if all(r[k] == v for k, v in where.items())]

    def email(
        self,
        person: str,
        by: str,
        at: datetime,
        subject: str,
        *,
        incoming: bool = False,
        sender: str = "",
        written: datetime | None = None,
        **fields: Any,
    ) -> str:
        """An EmailMessage on a person's record as Salesforce stores it: with its relation and its Task."""
        made = {"CreatedDate": written or at, "CreatedById": by}
        task = self.insert(
            "Task",
            Subject=f"Email: {subject}",
            TaskSubtype="Email",
            Status="Completed",
            WhoId=person,
            OwnerId=by,
            ActivityDate=at.date(),
            **made,
        )
        kind = {"003": "Contact", "00Q": "Lead"}[person[:3]]
        address = next(r["Email"] for r in self.rows(kind, Id=person))
        message = self.insert(
            "EmailMessage",
            Subject=subject,
            MessageDate=at,
            Incoming=incoming,
            Status="3",
            FromAddress=sender or None,
            ActivityId=task,
            **made,
            **fields,
        )
        self.insert(
            "EmailMessageRelation",
            EmailMessageId=message,
            RelationId=person,
            RelationAddress=address,
            RelationType="FromAddress" if incoming else "ToAddress",
            RelationObjectType=kind,
            **made,
        )
        return message

    def add_field(
        self,
        sobject: str,
        name: str,
        *,
        type: str = "string",
        label: str = "",
        nillable: bool = True,
        defaulted: bool = False,
        created: datetime | None = None,
        calculated: bool = False,
    ) -> None:
        """A custom field, in describes and in the Tooling API."""
        kind = self._kind(sobject)
        made = Field(
            name,
            type,
            label or name.removesuffix("__c").replace("_", " "),
            nillable=nillable,
            defaulted=defaulted,
            custom=True,
            calculated=calculated,
        )
        self.schema[kind.name.lower()] = kind.with_field(made)
        self.insert(
            "CustomField",
            DeveloperName=name.removesuffix("__c"),
            TableEnumOrId=kind.name,
            CreatedDate=created or self.now,
        )

    def remove_field(self, sobject: str, name: str) -> None:
        """Take a custom field away again, with what was granted on it."""
        kind = self._kind(sobject)
        self.schema[kind.name.lower()] = kind.without_field(name)
        self.remove("CustomField", TableEnumOrId=kind.name, DeveloperName=name.removesuffix("__c"))
        self.remove("FieldPermissions", Field=f"{kind.name}.{name}")

    def fail(
        self, match: str, status: int, body: Any = None, headers: dict[str, str] | None = None, times: int = 1
    ) -> None:
        """Make requests (or parts of a composite) that mention `match` fail; status 0 closes the connection."""
        self.faults.append(Fault(match, status, body, headers or {}, times))

    def fault_for(self, text: str) -> Fault | None:
        """The fault to play for a request, counted down."""
        with self.lock:
            found = next((f for f in self.faults if f.times and f.match in text), None)
            if found and found.times > 0:
                found.times -= 1
            return found

    def may(self, *permissions: str) -> bool:
        """Whether the user the bot runs as has all these."""
        return self.bot_permissions.issuperset(permissions)

    def sets_of(self, user: str) -> list[Row]:
        """The permission sets (profile included) that are actively assigned to a user."""
        now = datetime.now(UTC)
        active = [
            a
            for a in self.rows("PermissionSetAssignment", AssigneeId=user, IsActive=True)
            if a["ExpirationDate"] is None or a["ExpirationDate"] > now
        ]
        ids = {a["PermissionSetId"] for a in active}
        return [s for s in self.rows("PermissionSet") if s["Id"] in ids]

    def _kind(self, sobject: str) -> Sobject:
        kind = self.schema.get(sobject.lower())
        if kind is None or kind.name in VIRTUAL - {"EntityDefinition"}:
            raise ValueError(f"no object {sobject} that can have records")
        return kind

    def _checked(self, kind: Sobject, fields: Row) -> Row:
        for name, value in fields.items():
            if name.lower() not in kind.fields:
                raise ValueError(f"{kind.name} has no field {name}")
            if isinstance(value, datetime) and value.tzinfo is None:
                raise ValueError(f"{kind.name}.{name}: a time needs its zone")
        return {kind.fields[name.lower()].name: value for name, value in fields.items()}

    def _new_id(self, prefix: str) -> str:
        number = next(self._numbers)
        tail = ""
        while number:
            number, digit = divmod(number, 62)
            tail = _DIGITS[digit] + tail
        id15 = f"{prefix}Qk00000{tail:0>5}"
        return id15 + checksum(id15)


def spelled(value: Any) -> Any:
    """A value as the REST API writes it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}+0000"
    return value.isoformat() if isinstance(value, date) else value


def union(rows: Iterable[Row], column: str) -> bool:
    """Whether any of the rows grants it."""
    return any(row[column] for row in rows)
