"""The Salesforce user that Unify signs in as is inactive, frozen or locked."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved

ID = "integration-user-inactive"
_COMPLAINTS = (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING[:3], *phrases.LOGIN_BROKEN, *phrases.STATUS)


def _stopped(company: Company) -> float:
    hours = company.chance.randint(3, 40)
    since = company.ago(hours=hours)
    company.silence(since)
    company.org.tables["loginhistory"] = [r for r in company.org.tables["loginhistory"] if r["LoginTime"] <= since]
    company.lose(company.ago(hours=hours * company.chance.uniform(0.3, 0.6)))
    return hours


def deactivated(company: Company) -> None:
    _stopped(company)
    company.org.update("User", company.unify, IsActive=False)


def _login(company: Company, **flags: bool) -> None:
    since = company.ago(hours=_stopped(company))
    row = company.org.rows("UserLogin", UserId=company.unify)[0]
    company.org.update("UserLogin", row["Id"], LastModifiedDate=since, **flags)


def frozen(company: Company) -> None:
    _login(company, IsFrozen=True)


def locked(company: Company) -> None:
    _login(company, IsPasswordLocked=True)


# A stale connection follows from it: suspected by its silence, it is taken along.
_TRUTH = proved(ID, besides=("credentials-expired",))
FAULT = Fault(
    ID,
    (
        Variant("deactivated", deactivated, _COMPLAINTS, _TRUTH, needs=("users",)),
        Variant("frozen", frozen, _COMPLAINTS, _TRUTH, needs=("logins",)),
        Variant("locked", locked, _COMPLAINTS, _TRUTH, needs=("logins",)),
    ),
)
