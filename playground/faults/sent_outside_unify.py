"""The email was not sent from Unify, nor was it a reply to one that was."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected

ID = "sent-outside-unify"


def _elsewhere(company: Company, client: str) -> None:
    company.truths["origin"] = client
    company.words["client"] = {"gmail": "Gmail", "outlook": "Outlook", "other-client": "Apple Mail"}[client]
    hours = company.chance.choice((2, 3, 5, 26, 50))
    company.lose(company.ago(hours=hours, minutes=company.chance.randint(0, 4)), sent=False)


def gmail(company: Company) -> None:
    _elsewhere(company, "gmail")


def outlook(company: Company) -> None:
    _elsewhere(company, "outlook")


def other_client(company: Company) -> None:
    _elsewhere(company, "other-client")


def unknown_to_unify(company: Company) -> None:
    """The contact is in Salesforce, and Unify has never heard of him."""
    _elsewhere(company, "gmail")
    company.unknown_to_unify(company.contact)


_STATED = (
    rep("email-missing", "I wrote to {contact} from {client} {when}, and the email isn't in Salesforce. Why?"),
    support(
        "email-missing",
        "Ticket: rep emailed {contact} {when} straight out of {client} and that email is not in Salesforce.",
    ),
)
_REPLY = (rep("reply-missing", "I emailed {contact} from {client}, the reply of {when} isn't in Salesforce"),)
_OPENS = (rep("opens-missing", "opens of the email I sent to {contact} from {client} {when} don't show in Salesforce"),)
_UNSURE = tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep")
FAULT = Fault(
    ID,
    (
        Variant("asked-gmail", gmail, phrases.EMAIL_MISSING_BY_REP, proved(ID), needs=("person",)),
        Variant("asked-outlook", outlook, phrases.EMAIL_MISSING_BY_REP, proved(ID), needs=("person",)),
        Variant("asked-other", other_client, phrases.EMAIL_MISSING_BY_REP, proved(ID), needs=("person",)),
        Variant("said-outlook", outlook, (*_STATED, *_REPLY, *_OPENS), proved(ID)),
        Variant("said-gmail", gmail, (*_STATED, *_REPLY, *_OPENS), proved(ID)),
        Variant("nobody-is-sure", gmail, _UNSURE, suspected(ID), needs=("unify",)),
        Variant("unknown-to-unify", unknown_to_unify, _UNSURE, suspected(ID), needs=("unify",)),
    ),
)
