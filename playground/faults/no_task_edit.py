"""The integration user lacks Edit Tasks."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved

ID = "no-task-edit"
_COMPLAINTS = (*phrases.EMAIL_MISSING, *phrases.REPLY_MISSING[:1], *phrases.STATUS)


def _since(company: Company) -> None:
    company.silence(company.ago(hours=3.5))
    company.lose(company.ago(hours=2))


def never_granted(company: Company) -> None:
    company.revoke("PermissionsEditTask")
    _since(company)


def assignment_ran_out(company: Company) -> None:
    """A set of its own granted it, until its end date."""
    company.revoke("PermissionsEditTask")
    org = company.org
    tasks = org.insert(
        "PermissionSet",
        Name="Unify_Tasks",
        Label="Unify Tasks",
        PermissionsEditTask=True,
        CreatedDate=company.ago(days=90),
    )
    org.insert(
        "PermissionSetAssignment",
        AssigneeId=company.unify,
        PermissionSetId=tasks,
        IsActive=True,
        ExpirationDate=company.ago(hours=3.5),
        CreatedDate=company.ago(days=90),
    )
    _since(company)


FAULT = Fault(
    ID,
    (
        Variant("never-granted", never_granted, _COMPLAINTS, proved(ID), needs=("view-setup",)),
        Variant("assignment-ran-out", assignment_ran_out, _COMPLAINTS, proved(ID), needs=("view-setup",)),
    ),
)
