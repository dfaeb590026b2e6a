"""The contact wrote a new email instead of replying to Unify's."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected

ID = "reply-in-other-thread"


def new_thread(company: Company) -> None:
    company.truths["reply-thread"] = "new"
    hours = company.chance.choice((3, 6, 25, 28, 49))
    company.tell(company.ago(hours=hours))
    company.send(company.contact, company.fresh_subject(), company.ago(hours=hours + company.chance.randint(3, 20)))


_STATED = (
    rep("reply-missing", "{contact} replied {when} in a new thread, the reply isn't in Salesforce"),
    support(
        "reply-missing",
        "Ticket: {contact} answered {when} with a brand-new email instead of hitting reply. Not in Salesforce.",
    ),
)
FAULT = Fault(
    ID,
    (
        Variant(
            "asked",
            new_thread,
            tuple(c for c in phrases.REPLY_MISSING if c.voice == "rep"),
            proved(ID),
            needs=("person",),
        ),
        Variant("said", new_thread, _STATED, proved(ID)),
        Variant(
            "nobody-is-sure",
            new_thread,
            tuple(c for c in phrases.REPLY_MISSING if c.voice != "rep"),
            suspected(ID),
            needs=("unify",),
        ),
    ),
)
