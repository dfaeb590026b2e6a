"""The integration user cannot create or edit EmailMessage."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "no-emailmessage-edit"
_COMPLAINTS = (*phrases.EMAIL_MISSING, *phrases.BODY_MISSING, *phrases.STATUS, *phrases.REPLY_MISSING[:2])


def _since(company: Company, hours: float = 3.5) -> None:
    """Tasks have gone on being written, EmailMessages have not."""
    company.as_tasks(company.ago(hours=hours))
    company.lose(company.ago(hours=2))


def read_only(company: Company) -> None:
    company.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)
    _since(company)


def create_missing(company: Company) -> None:
    company.restrict("EmailMessage", PermissionsCreate=False)
    _since(company)


def sources_disagree(company: Company) -> None:
    company.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)
    company.org.entity_access[company.unify, "EmailMessage"] = {"IsCreatable": True, "IsEditable": True}
    _since(company, company.chance.randint(20, 30))


FAULT = Fault(
    ID,
    (
        Variant("read-only", read_only, _COMPLAINTS, proved(ID), needs=("view-setup",)),
        Variant("create-missing", create_missing, _COMPLAINTS, proved(ID), needs=("view-setup",)),
        Variant("sources-disagree", sources_disagree, phrases.EMAIL_MISSING, suspected(ID), needs=("view-setup",)),
    ),
)
