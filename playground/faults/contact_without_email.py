"""The Salesforce Contact has no email address."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Truth, Variant, proved

ID = "contact-without-email"


def empty(company: Company) -> None:
    """Asked about by its link: the record is there, the address is not. What was sent is nowhere on it."""
    company.org.update("Contact", company.contact.id, Email=None)
    _nothing_on_it(company)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))))


def not_known(company: Company) -> None:
    """Unify does not read a Contact without an address."""
    company.org.update("Contact", company.contact.id, Email=None)
    company.space.people = [p for p in company.space.people if p is not company.contact.in_unify]


def _nothing_on_it(company: Company) -> None:
    tables, id = company.org.tables, company.contact.id
    gone = {r["EmailMessageId"] for r in tables["emailmessagerelation"] if r["RelationId"] == id}
    tables["emailmessage"] = [r for r in tables["emailmessage"] if r["Id"] not in gone]
    tables["emailmessagerelation"] = [r for r in tables["emailmessagerelation"] if r["EmailMessageId"] not in gone]
    tables["task"] = [r for r in tables["task"] if not (r["WhoId"] == id and r["CreatedById"] == company.unify)]


FAULT = Fault(
    ID,
    (
        Variant("email-by-link", empty, phrases.EMAIL_MISSING_BY_LINK, proved(ID), needs=("people",)),
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
