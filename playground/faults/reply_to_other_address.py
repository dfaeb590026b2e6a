"""The contact replied from or to another address than the sequence used."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected

ID = "reply-to-other-address"


def other_address(company: Company) -> None:
    """The outreach is in Salesforce; the reply came from a private address."""
    company.truths["reply-address"] = "other"
    hours = company.chance.choice((3, 6, 25, 28, 49))
    company.tell(company.ago(hours=hours))
    company.send(company.contact, company.fresh_subject(), company.ago(hours=hours + company.chance.randint(3, 20)))
    contact = company.contact
    company.words["private"] = f"{contact.first}.{contact.last}@gmail.com".lower()


def second_address_known(company: Company) -> None:
    """The same person is in Salesforce with a second address, too, from which mail was logged by hand before."""
    other_address(company)
    contact, org = company.contact, company.org
    org.insert(
        "Contact",
        FirstName=contact.first,
        LastName=contact.last,
        Email=company.words["private"],
        OwnerId=company.rep.id,
        CreatedDate=company.ago(days=100),
        CreatedById=company.rep.id,
    )
    org.email(
        contact.id,
        company.rep.id,
        company.ago(days=40),
        "My private address",
        incoming=True,
        sender=company.words["private"],
        TextBody="Use this one, please.",
    )


_STATED = (
    rep("reply-missing", "{contact} replied {when} in the same thread but from another address, not in Salesforce"),
    support(
        "reply-missing",
        "Ticket: {contact} replied {when} from a different address than the one we emailed; the reply isn't in Salesforce.",
    ),
)
_NOT_LINKED = (
    rep(
        "not-linked",
        "the reply of {contact} from {when} is in Salesforce but not linked to the contact. It came from another address.",
    ),
)
_NAMED = (
    rep(
        "reply-missing",
        "I emailed {contact} from Unify and the reply came {when} from {private}. The reply isn't in Salesforce.",
    ),
)
_SAME_THREAD = (
    support("reply-missing", "Ticket: {contact} replied in the same thread {when}, the reply isn't in Salesforce."),
)
FAULT = Fault(
    ID,
    (
        Variant(
            "asked",
            other_address,
            tuple(c for c in phrases.REPLY_MISSING if c.voice == "rep"),
            proved(ID),
            needs=("person",),
        ),
        Variant("said", other_address, _STATED, proved(ID)),
        Variant("not-linked", other_address, _NOT_LINKED, proved(ID)),
        Variant("addresses-differ", other_address, _NAMED, proved(ID)),
        Variant("second-address-known", second_address_known, _SAME_THREAD, suspected(ID), needs=("people",)),
    ),
)
