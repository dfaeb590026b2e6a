"""The sending mailbox is unauthorised or paused in Unify."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "mailbox-disconnected"


def _waiting(company: Company, flag: str) -> None:
    """The step is due and cannot go out."""
    company.rep.mailbox[flag] = True
    at, subject = company.ago(hours=company.chance.choice((3, 5, 26))), company.fresh_subject()
    step = company.space.send(
        company.contact.enrolled, subject, None, status=company.chance.choice(("PENDING", "SCHEDULED"))
    )
    step["updated"] = at
    company.tell(at, subject)


def unauthorised(company: Company) -> None:
    _waiting(company, "is_unauthorized")


def paused(company: Company) -> None:
    _waiting(company, "is_paused")


def email_not_known(company: Company) -> None:
    """The mailbox is cut off now; of the email asked about Unify's API knows nothing."""
    company.rep.mailbox[company.chance.choice(("is_unauthorized", "is_paused"))] = True
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))), sent=False)


FAULT = Fault(
    ID,
    (
        Variant("unauthorised", unauthorised, phrases.EMAIL_MISSING, proved(ID), needs=("unify",)),
        Variant("paused", paused, phrases.EMAIL_MISSING, proved(ID), needs=("unify",)),
        Variant("email-not-known", email_not_known, phrases.EMAIL_MISSING_BY_REP, suspected(ID), needs=("unify",)),
    ),
)
