"""Which fields of EmailMessage and Task the integration user may edit."""

from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Missing, Plan, Rest, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.rules import ON_EMAILS
from diagnostics.question import Org, Question, Subject

_FIELDS = (
    "SELECT SobjectType, Field, PermissionsRead, PermissionsEdit, Parent.Name FROM FieldPermissions "
    "WHERE SobjectType IN {objects} AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment "
    "WHERE AssigneeId = {user} AND IsActive = true)"
)


@dataclass(frozen=True, slots=True)
class FieldRights(Fact):
    """Names are "EmailMessage.Open_Count__c". `read_only`: some set shows it, none lets the user edit it, and it is
    neither formula nor auto-number; `custom`: custom fields by label and name that rights are given for (required ones are
    not: everybody may edit them), which have no row where nobody may see them.
    """

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    editable: frozenset[str]
    read_only: frozenset[str]
    custom: tuple[tuple[str, str], ...]

    def named(self, name: str) -> tuple[str, ...]:
        """The fields meant by an API name or label."""
        wanted = name.lower()
        known = {*self.editable, *self.read_only, *(field for _, field in self.custom)}
        labelled = {field for label, field in self.custom if label.lower() == wanted}
        return tuple(sorted(labelled | {f for f in known if f.lower().partition(".")[2] == wanted}))

    def may_edit(self, field: str) -> bool:
        """A custom field without a row is visible to nobody, so it cannot be edited either."""
        return field in self.editable

    @property
    def says(self) -> str:
        return (
            f"fields without edit: {', '.join(sorted(self.read_only))}"
            if self.read_only
            else "no visible field of EmailMessage or Task is read-only for the integration user"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        rows, *described = yield from each(
            Soql.of(_FIELDS, user=user.id, objects=ON_EMAILS),
            *(Rest(f"sobjects/{name}/describe") for name in ON_EMAILS),
        )
        if isinstance(rows, Missing):
            raise rows
        fields = {
            f"{sobject}.{f['name']}": f
            for sobject, answer in zip(ON_EMAILS, described, strict=True)
            if not isinstance(answer, Missing)
            for f in answer["fields"]
        }
        computed = {name for name, f in fields.items() if f.get("calculated") or f.get("autoNumber")}
        editable = frozenset(r["Field"] for r in rows["records"] if r["PermissionsEdit"])
        shown = frozenset(r["Field"] for r in rows["records"])
        custom = tuple(
            (f["label"], name)
            for name, f in fields.items()
            if f["custom"] and f["permissionable"] and name not in computed
        )
        return cls(editable, shown - editable - computed, custom)
