"""What the integration user may do: system permissions, and the platform's own verdict on objects."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Json, Plan, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.question import Org, Question, Subject
from diagnostics.times import parse

SYSTEM = {
    "PermissionsApiEnabled": "API Enabled",
    "PermissionsEditTask": "Edit Tasks",
    "PermissionsActivitiesAccess": "Access Activities",
    "PermissionsViewSetup": "View Setup and Configuration",
    "PermissionsViewAllUsers": "View All Users",
    "PermissionsViewAllData": "View All Data",
    "PermissionsModifyAllData": "Modify All Data",
}
_ASSIGNMENTS = (
    "SELECT Id, IsActive, ExpirationDate, PermissionSetGroupId, PermissionSet.Id, PermissionSet.Name, "
    "PermissionSet.Label, PermissionSet.IsOwnedByProfile, PermissionSet.Profile.Name, "
    + ", ".join(f"PermissionSet.{column}" for column in SYSTEM)
    + " FROM PermissionSetAssignment WHERE AssigneeId = {user}"
)
_OF_USER = (
    "ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = {user} AND IsActive = true)"
)
# Without LIMIT Salesforce refuses this one; a row that is missing means "not answered".
_ENTITIES = (
    "SELECT EntityDefinitionId, IsReadable, IsCreatable, IsEditable, IsDeletable FROM UserEntityAccess "
    "WHERE UserId = {user} AND EntityDefinitionId IN {objects} LIMIT 50"
)
_OBJECTS = (
    "SELECT SobjectType, Parent.Name, Parent.IsOwnedByProfile, PermissionsRead, PermissionsCreate, "
    "PermissionsEdit, PermissionsViewAllRecords, PermissionsModifyAllRecords FROM ObjectPermissions "
    "WHERE SobjectType IN {objects} AND " + _OF_USER
)


@dataclass(frozen=True, slots=True)
class Grant:
    """One assignment: a permission set or the profile, what it permits, and when it ends (None: never)."""

    name: str
    is_profile: bool
    permits: frozenset[str]
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class SystemPermissions(Fact):
    """The active assignments of the integration user, profile included; a permission is held if any permits it."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    username: str
    grants: tuple[Grant, ...]

    def holds(self, *columns: str) -> bool:
        """Whether any of these columns of PermissionSet is true for the user."""
        return any(g.permits.intersection(columns) for g in self.grants)

    @property
    def sets(self) -> str:
        """The names of what the user has today."""
        return ", ".join(f"{g.name} (profile)" if g.is_profile else g.name for g in self.grants) or "none"

    @property
    def says(self) -> str:
        lacks = [label for column, label in SYSTEM.items() if column not in _ALL and not self.holds(column)]
        return f"{self.username} has {self.sets}" + (f"; none of them grants {', '.join(lacks)}" if lacks else "")

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        rows = (yield Soql.of(_ASSIGNMENTS, user=user.id))["records"]
        grants = (_grant(row) for row in rows if row["IsActive"])
        return cls(user.username, tuple(g for g in grants if g.ends is None or g.ends > question.as_of))


_ALL = ("PermissionsViewAllData", "PermissionsModifyAllData")  # broad rights, no integration needs to have them


def _grant(row: Json) -> Grant:
    held = row["PermissionSet"]
    is_profile = bool(held["IsOwnedByProfile"])
    name = held["Profile"]["Name"] if is_profile and held.get("Profile") else held.get("Label") or held["Name"]
    return Grant(name, is_profile, frozenset(c for c in SYSTEM if held.get(c)), parse(row["ExpirationDate"]))


@dataclass(frozen=True, slots=True)
class Access:
    """Salesforce's answer for one object."""

    readable: bool
    creatable: bool
    editable: bool


@dataclass(frozen=True, slots=True)
class EntityAccess(Fact):
    """The platform's own verdict on the integration user, object by object; an absent object was not answered."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    objects: tuple[tuple[str, Access], ...]

    def on(self, name: str) -> Access | None:
        """The verdict on this object; None where Salesforce did not answer."""
        return dict(self.objects).get(name)

    @property
    def says(self) -> str:
        def rights(access: Access) -> str:
            flags = {"read": access.readable, "create": access.creatable, "edit": access.editable}
            return "/".join(flag for flag, on in flags.items() if on) or "nothing"

        return (
            "Salesforce says the integration user may "
            + "; ".join(f"{rights(access)} {name}" for name, access in self.objects)
            if self.objects
            else "Salesforce gave no answer on the integration user's object access"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        objects = ("Account", "Contact", "EmailMessage", "Lead", "Task")
        rows = (yield Soql.of(_ENTITIES, user=user.id, objects=objects))["records"]
        return cls(
            tuple((r["EntityDefinitionId"], Access(r["IsReadable"], r["IsCreatable"], r["IsEditable"])) for r in rows)
        )


@dataclass(frozen=True, slots=True)
class ObjectRights(Fact):
    """The ObjectPermissions rows of the integration user's sets on Contact and EmailMessage."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    rows: tuple[tuple[str, str, frozenset[str]], ...]  # object, set, columns that are true

    def rights(self, name: str) -> frozenset[str] | None:
        """All columns that some set grants on this object; None where no set has a row for it."""
        rows = [columns for sobject, _, columns in self.rows if sobject == name]
        return frozenset[str]().union(*rows) if rows else None

    @property
    def says(self) -> str:
        named = [
            f"{parent} on {sobject}"
            for sobject, parent, columns in self.rows
            if columns & {"PermissionsViewAllRecords", "PermissionsModifyAllRecords"}
        ]
        return (
            f"View All Records is granted by {', '.join(named)}"
            if named
            else "no permission set of the integration user grants View All Records on Contact"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        rows = (yield Soql.of(_OBJECTS, user=user.id, objects=("Account", "Contact", "EmailMessage", "Lead")))[
            "records"
        ]
        return cls(
            tuple(
                (
                    r["SobjectType"],
                    (r["Parent"] or {}).get("Name", ""),
                    frozenset(c for c, on in r.items() if c.startswith("Permissions") and on),
                )
                for r in rows
            )
        )
