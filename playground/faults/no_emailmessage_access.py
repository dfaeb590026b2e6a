"""The integration user cannot read EmailMessage."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "no-emailmessage-access"
_COMPLAINTS = (*phrases.EMAIL_MISSING, *phrases.REPLY_MISSING[:1], *phrases.STATUS)


def _since(company: Company) -> None:
    company.silence(company.ago(hours=3.5))
    company.lose(company.ago(hours=2))


def _for_a_day(company: Company) -> None:
    """Tasks have gone on being written, EmailMessages have not."""
    company.as_tasks(company.ago(hours=company.chance.randint(20, 30)))
    company.lose(company.ago(hours=2))


def no_access_activities(company: Company) -> None:
    company.revoke("PermissionsActivitiesAccess")
    _since(company)


def not_readable(company: Company) -> None:
    company.restrict("EmailMessage", PermissionsRead=False, PermissionsCreate=False, PermissionsEdit=False)
    _since(company)


def no_row(company: Company) -> None:
    """UserEntityAccess does not answer for EmailMessage."""
    company.org.entity_access[company.unify, "EmailMessage"] = None
    _for_a_day(company)


def set_says_no(company: Company) -> None:
    """UserEntityAccess says yes, the object permissions say no."""
    company.restrict("EmailMessage", PermissionsRead=False, PermissionsCreate=False, PermissionsEdit=False)
    flags = ("IsReadable", "IsCreatable", "IsEditable")
    company.org.entity_access[company.unify, "EmailMessage"] = dict.fromkeys(flags, True)
    _for_a_day(company)


# Who may not read may not write either: explained, or suspected along with it.
_BESIDES = ("no-emailmessage-edit",)
FAULT = Fault(
    ID,
    (
        Variant(
            "access-activities-missing",
            no_access_activities,
            _COMPLAINTS,
            proved(ID, besides=_BESIDES),
            needs=("view-setup",),
        ),
        Variant("not-readable", not_readable, _COMPLAINTS, proved(ID, besides=_BESIDES), needs=("view-setup",)),
        Variant("no-row", no_row, _COMPLAINTS, suspected(ID, besides=_BESIDES), needs=("view-setup",)),
        Variant("sources-disagree", set_says_no, _COMPLAINTS, suspected(ID, besides=_BESIDES), needs=("view-setup",)),
    ),
)
