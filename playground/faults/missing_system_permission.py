"""The integration user lacks API Enabled, View All Users, or View Setup and Configuration."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved

ID = "missing-system-permission"


def no_api(company: Company) -> None:
    company.revoke("PermissionsApiEnabled")
    company.silence(company.ago(hours=3.5))
    company.lose(company.ago(hours=2))


def no_users(company: Company) -> None:
    """Unify cannot find the Salesforce users that its own belong to."""
    company.revoke("PermissionsViewAllUsers")


FAULT = Fault(
    ID,
    (
        Variant(
            "api-enabled",
            no_api,
            (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING[:3], *phrases.LOGIN_BROKEN, *phrases.STATUS),
            proved(ID),
            needs=("view-setup",),
        ),
        Variant("view-all-users", no_users, phrases.WRONG_OWNER, proved(ID), needs=("view-setup",)),
    ),
)
