"""No Contact or Lead has this address, and email sync alone never creates one."""

from playground.company import Company
from playground.company.people import Prospect
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved

ID = "person-not-in-salesforce"


def stranger(company: Company, **attributes: str) -> Prospect:
    """Somebody whom only Unify knows; complaints are about him."""
    address = company.chance.choice(
        ("kim.park@vandelay.example", "ole.berg@nordlicht.example", "mia.roth@seewerk.example")
    )
    first, _, last = address.partition("@")[0].title().partition(".")
    person = company.space.add_person(address, first, last, **attributes)
    enrolled = company.space.enroll(person, company.rep.mailbox, company.ago(days=3))
    company.words |= {"contact": address, "contact_name": f"{first} {last}"}
    company.truths["contact"] = address
    return Prospect("", first, last, address, "Vandelay", person, enrolled)


def unknown_to_salesforce(company: Company) -> None:
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))), stranger(company))


def second_address_unknown_too(company: Company) -> None:
    to = stranger(company, secondary_email="private.mail@example.net")
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))), to)


def logged_on_nobody(company: Company) -> None:
    """The email is there, with its address as text and linked to no record."""
    to, at, subject = stranger(company), company.ago(hours=26), company.fresh_subject()
    company.space.send(to.enrolled, subject, at)
    company.org.insert(
        "EmailMessage",
        Subject=subject,
        MessageDate=at,
        Status="3",
        FromAddress=company.rep.sends_as,
        ToAddress=to.email,
        CreatedById=company.unify,
        CreatedDate=company.ago(hours=25.9),
    )
    company.tell(at, subject)


FAULT = Fault(
    ID,
    (
        Variant("address-unknown", unknown_to_salesforce, phrases.EMAIL_MISSING, proved(ID), needs=("people",)),
        Variant(
            "both-addresses-unknown", second_address_unknown_too, phrases.EMAIL_MISSING, proved(ID), needs=("people",)
        ),
        Variant("logged-on-nobody", logged_on_nobody, phrases.NOT_LINKED, proved(ID), needs=("people",)),
    ),
)
