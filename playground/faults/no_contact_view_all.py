"""The integration user lacks View All Records on Contact."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "no-contact-view-all"


def take_away(company: Company) -> None:
    """Nobody grants it any more, and sharing hides the contact of the story."""
    company.restrict("Contact", PermissionsViewAllRecords=False)
    company.org.hidden_records.add((company.unify, company.contact.id))


def hidden(company: Company) -> None:
    take_away(company)
    company.empty(company.contact.id)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))))


def not_read(company: Company) -> None:
    """What cannot be seen is not read either."""
    take_away(company)
    company.unknown_to_unify(company.contact)


FAULT = Fault(
    ID,
    (
        Variant(
            "this-contact",
            hidden,
            (*phrases.NOT_LINKED, *phrases.EMAIL_MISSING[:2], *phrases.NOT_LINKED_BY_LINK),
            proved(ID),
            needs=("view-setup",),
        ),
        Variant("contact-missing-in-unify", not_read, phrases.PERSON_MISSING, proved(ID), needs=("view-setup",)),
        Variant(
            "in-general",
            take_away,
            (*phrases.NOT_LINKED_ALL, *phrases.PEOPLE_MISSING),
            suspected(ID),
            needs=("view-setup",),
            unsure=("contact",),
        ),
    ),
)
