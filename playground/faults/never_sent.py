"""Unify never sent it: the enrolment is a draft, blocked, excluded, cancelled, opted out or bounced."""

from collections.abc import Callable

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep

ID = "never-sent"


def _unsent(company: Company, status: str) -> None:
    """A step that was due then, and has no time of sending."""
    at = company.ago(hours=company.chance.choice((3, 5, 26, 28)))
    subject = company.fresh_subject()
    step = company.space.send(company.contact.enrolled, subject, None, status=status)
    step["updated"] = at
    company.tell(at, subject)


def _flagged(flag: str, step_status: str = "CANCELED") -> Callable[[Company], None]:
    def differs(company: Company) -> None:
        company.contact.enrolled |= {flag: True}
        _unsent(company, step_status)

    return differs


def draft(company: Company) -> None:
    """A second sequence in which the contact is only a draft; the first one has ended."""
    company.contact.enrolled |= {"status": "FINISHED", "ended_at": company.contact.enrolled["updated_at"]}
    company.contact.enrolled = company.space.enroll(
        company.contact.in_unify,
        company.rep.mailbox,
        company.ago(days=1.3),
        status="DRAFT",
        sequence=company.space.new_sequence("Product launch"),
    ) | {"started_at": None}
    company.space.enrollments[-1] = company.contact.enrolled
    _unsent(company, "NOT_STARTED")


def step_failed(company: Company) -> None:
    _unsent(company, company.chance.choice(("ERRORED", "UNREACHABLE", "CANCELED")))


_COMPLAINTS = (
    *phrases.EMAIL_MISSING,
    rep("email-missing", "the sequence step to {contact} of {when} isn't in Salesforce"),
)
FAULT = Fault(
    ID,
    (
        Variant("draft", draft, _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("blocked", _flagged("is_blocked", "NOT_STARTED"), _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("excluded", _flagged("is_excluded"), _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("cancelled", _flagged("is_canceled"), _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("opted-out", _flagged("is_opted_out"), _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("bounced", _flagged("is_bounced"), _COMPLAINTS, proved(ID), needs=("unify",)),
        Variant("step-failed", step_failed, _COMPLAINTS, proved(ID), needs=("unify",)),
    ),
)
