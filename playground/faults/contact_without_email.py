"""The Salesforce Contact has no email address."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Truth, Variant, proved

ID = "contact-without-email"


def empty(company: Company) -> None:
    """Asked about by its link: the record is there, the address is not. What was sent is nowhere on it."""
    company.org.update("Contact", company.contact.id, Email=None)
    company.empty(company.contact.id)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))))


def not_known(company: Company) -> None:
    """Unify does not read a Contact without an address."""
    company.org.update("Contact", company.contact.id, Email=None)
    company.unknown_to_unify(company.contact)


FAULT = Fault(
    ID,
    (
        Variant(
            "email-by-link",
            empty,
            (*phrases.EMAIL_MISSING_BY_LINK, *phrases.REPLY_MISSING_BY_LINK),
            proved(ID),
            needs=("people",),
        ),
        Variant("not-linked", empty, phrases.NOT_LINKED_BY_LINK, proved(ID), needs=("people",)),
        Variant("person-missing", not_known, phrases.PERSON_MISSING, proved(ID), needs=("people",)),
        # By address nobody is found, which is true as well; a Contact of that name without one is there.
        Variant(
            "same-name",
            empty,
            phrases.EMAIL_MISSING_BY_REP,
            Truth(causes=("person-not-in-salesforce",), suspects=(ID,)),
            needs=("people",),
        ),
    ),
)
