"""The sender's Unify address is no active Salesforce user's address."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, suspected

ID = "sender-not-matched"


def _elsewhere(company: Company) -> str:
    """The Salesforce user of the rep has another address."""
    address = f"{company.rep.name.split()[0]}@initech.com".lower()
    company.org.update("User", company.rep.id, Email=address, Username=address)
    return company.rep.email


def other_address(company: Company) -> None:
    _elsewhere(company)


def inactive_user(company: Company) -> None:
    """Somebody who left has it still."""
    company.org.insert(
        "User",
        Name=company.rep.name,
        Username="old@initech.com",
        Email=_elsewhere(company),
        IsActive=False,
        UserType="Standard",
    )


def several_users(company: Company) -> None:
    company.org.insert(
        "User",
        Name=f"{company.rep.name} (Portal)",
        Username="portal@initech.com",
        Email=company.rep.email,
        IsActive=True,
        UserType="Standard",
    )


_COMPLAINTS = (
    *phrases.WRONG_OWNER,
    rep("wrong-owner", "my emails, sent as {sends_as}, are in Salesforce with no owner"),
)
FAULT = Fault(
    ID,
    (
        Variant("other-address", other_address, _COMPLAINTS, proved(ID), needs=("users", "unify")),
        Variant("inactive-user", inactive_user, _COMPLAINTS, proved(ID), needs=("users", "unify")),
        Variant("several-users", several_users, phrases.WRONG_OWNER, suspected(ID), needs=("users",)),
    ),
)
