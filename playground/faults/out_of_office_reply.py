"""The "reply" is an automatic one, which no longer counts as a reply."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved

ID = "out-of-office-reply"


def _answered(company: Company, subject: str, category: str) -> None:
    hours = company.chance.choice((3, 6, 25, 28, 49))
    sent = company.send(company.contact, company.fresh_subject(), company.ago(hours=hours + 1))
    company.space.reply(sent, company.ago(hours=hours), subject, category)
    company.tell(company.ago(hours=hours))


def automated(company: Company) -> None:
    """Unify says so itself."""
    _answered(company, company.chance.choice(("Re: your note", "Automatic reply: your note", "I am away")), "AUTOMATED")


def away_and_paused(company: Company) -> None:
    """Only the subject says so, and Unify has paused the enrolment because of it."""
    subject = company.chance.choice(
        ("Out of office: back on Monday", "Automatic reply: Re: your note", "Abwesenheitsnotiz", "OOO Re: your note")
    )
    _answered(company, subject, "NEUTRAL")
    company.contact.enrolled |= {"is_paused": True, "is_replied": False}


FAULT = Fault(
    ID,
    (
        Variant("classified-automated", automated, phrases.REPLY_MISSING, proved(ID), needs=("unify",)),
        Variant("subject-and-pause", away_and_paused, phrases.REPLY_MISSING, proved(ID), needs=("unify",)),
    ),
)
