"""Open counts cannot change after the first write: on a sent EmailMessage only custom fields can be updated."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, suspected

ID = "opens-in-standard-field"


def _opened(company: Company) -> None:
    at, subject = company.ago(hours=company.chance.choice((26, 50))), company.fresh_subject()
    company.send(company.contact, subject, at, opens=company.chance.randint(2, 7))
    company.tell(at, subject)
    for message in company.org.tables["emailmessage"]:
        if "Open_Count__c" in message:
            message["Open_Count__c"] = None


def no_custom_field(company: Company) -> None:
    """Neither of them on EmailMessage; one on Task helps nobody."""
    for name in ("Open_Count__c", "Campaign__c"):
        company.org.remove_field("EmailMessage", name)
    _opened(company)


def mapped_who_knows_where(company: Company) -> None:
    _opened(company)


_NOT_ADMIN = tuple(c for c in phrases.OPENS_MISSING if c.voice != "admin")
FAULT = Fault(
    ID,
    (
        Variant("no-custom-field", no_custom_field, phrases.OPENS_MISSING, proved(ID), needs=("unify", "activities")),
        Variant(
            "mapping-not-known",
            mapped_who_knows_where,
            _NOT_ADMIN,
            suspected(ID),
            needs=("unify", "activities"),
            unsure=("field",),
        ),
    ),
)
