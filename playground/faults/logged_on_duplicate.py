"""It is there, on another Contact or Lead with the same address."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "logged-on-duplicate"


def _on(company: Company, kind: str) -> None:
    """All that Unify wrote is on the twin, the email asked about as well."""
    at, subject = company.ago(hours=company.chance.choice((3, 5, 26))), company.fresh_subject()
    company.send(company.contact, subject, at)
    company.tell(at, subject)
    company.move(company.contact.id, company.twin(company.contact, kind))


def on_contact(company: Company) -> None:
    _on(company, "Contact")


def on_lead(company: Company) -> None:
    _on(company, "Lead")


def on_neither(company: Company) -> None:
    """Two have the address; the email is on none of them."""
    company.twin(company.contact)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))))


_COMPLAINTS = (*phrases.EMAIL_MISSING_BY_LINK, *phrases.NOT_LINKED_BY_LINK)
FAULT = Fault(
    ID,
    (
        Variant("other-contact", on_contact, _COMPLAINTS, proved(ID), needs=("people", "activities")),
        Variant("lead-of-same-address", on_lead, _COMPLAINTS, proved(ID), needs=("people", "activities")),
        Variant("on-neither", on_neither, phrases.EMAIL_MISSING[:3], suspected(ID), needs=("people",)),
    ),
)
