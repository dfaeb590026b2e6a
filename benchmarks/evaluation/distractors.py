"""True things that are not the reason: standing faults that cannot produce the symptom, and other people's troubles."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from playground.company import Company
from playground.faults.lead_without_email import many
from playground.faults.sender_not_matched import several_users

_PERSONS = frozenset({"not-linked", "person-missing"})
_FIELDS = frozenset(
    {"email-missing", "reply-missing", "body-missing", "opens-missing", "field-empty", "write-error", ""}
)


@dataclass(frozen=True, slots=True)
class Distractor:
    """`can_cause` are the symptoms that it could produce, with which it is not used; `true` are causes it makes true."""

    differs: Callable[[Company], None]
    can_cause: Collection[str] = ()
    true: tuple[str, ...] = ()


def _contacts_only_shared(company: Company) -> None:
    company.restrict("Contact", PermissionsViewAllRecords=False)


def _no_view_setup(company: Company) -> None:
    company.revoke("PermissionsViewSetup")


def _no_view_all_users(company: Company) -> None:
    company.revoke("PermissionsViewAllUsers")


def _task_field_locked(company: Company) -> None:
    for row in company.org.rows("FieldPermissions", Field="Task.Description"):
        company.org.update("FieldPermissions", row["Id"], PermissionsEdit=False)


def _colleague_cut_off(company: Company) -> None:
    for colleague in company.colleagues:
        colleague.mailbox["is_unauthorized"] = True


def _others_broken(company: Company) -> None:
    """Contacts of other people without an address, doubled, converted."""
    org = company.org
    for person in company.others[:2]:
        org.update(person.kind, person.id, Email=None)
    company.twin(company.others[2])
    for person in company.others:
        if person.kind == "Lead":
            org.update("Lead", person.id, IsConverted=True, ConvertedDate=company.ago(days=3).date())


def _rules_elsewhere(company: Company) -> None:
    for sobject, active in (
        ("Opportunity", True),
        ("Contact", True),
        ("Lead", True),
        ("Task", False),
        ("EmailMessage", False),
    ):
        company.org.insert(
            "ValidationRule",
            ValidationName=f"{sobject}_New_Rule",
            Active=active,
            EntityDefinitionId=sobject,
            ErrorMessage=f"Fill in everything on the {sobject}",
            CreatedDate=company.ago(hours=20),
        )


def _assignment_ran_out(company: Company) -> None:
    """Unify's user had a set that granted nothing it needs."""
    made = {"CreatedDate": company.ago(days=60)}
    reports = company.org.insert("PermissionSet", Name="Reports", Label="Report builder", **made)
    company.org.insert(
        "PermissionSetAssignment",
        AssigneeId=company.unify,
        PermissionSetId=reports,
        IsActive=True,
        ExpirationDate=company.ago(hours=5),
        **made,
    )


def _other_app_fails(company: Company) -> None:
    """Another application failed to sign in as the same user, long before Unify's last success."""
    for hours in (90, 91, 92):
        company.log_in(company.ago(hours=hours), "Invalid Password", "Data Loader")


def _much_usage(company: Company) -> None:
    if company.org.api_used < 0.8 * company.org.api_limit:
        company.org.api_used = company.org.api_limit * 86 // 100


def _others_away(company: Company) -> None:
    """Somebody else is out of office, somebody else opted out."""
    steps = [s for s in company.space.steps if s["enrollment"] is company.others[0].enrolled and s["at"]]
    company.space.reply(steps[-1], steps[-1]["at"], "Out of office", "AUTOMATED")
    company.others[1].enrolled["is_opted_out"] = True


DISTRACTORS: dict[str, Distractor] = {
    "contacts-only-shared": Distractor(_contacts_only_shared, _PERSONS, ("no-contact-view-all",)),
    "no-view-setup": Distractor(_no_view_setup, (), ("missing-system-permission",)),
    "no-view-all-users": Distractor(_no_view_all_users, {"wrong-owner"}, ("missing-system-permission",)),
    "task-field-locked": Distractor(_task_field_locked, _FIELDS, ("no-emailmessage-field-edit",)),
    "leads-without-email": Distractor(many, {"person-missing"}, ("lead-without-email",)),
    "two-users-of-the-sender": Distractor(several_users, {"wrong-owner"}, ("sender-not-matched",)),
    "colleague-cut-off": Distractor(_colleague_cut_off),
    "others-broken": Distractor(_others_broken),
    "rules-elsewhere": Distractor(_rules_elsewhere),
    "assignment-ran-out": Distractor(_assignment_ran_out),
    "other-app-fails": Distractor(_other_app_fails),
    "much-usage": Distractor(_much_usage),
    "others-away": Distractor(_others_away),
}
