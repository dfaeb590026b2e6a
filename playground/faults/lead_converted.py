"""The Lead was converted; what is looked for is on the Contact."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected
from playground.faults.write_rejected_validation_rule import refused

ID = "lead-converted"


def convert(company: Company) -> str:
    """The Lead becomes a Contact with the same address, which takes its activities along; returns that one's id."""
    contact = company.twin(company.lead, OwnerId=company.rep.id, CreatedDate=company.ago(days=6))
    company.move(company.lead.id, contact)
    company.org.update(
        "Lead",
        company.lead.id,
        IsConverted=True,
        ConvertedContactId=contact,
        ConvertedDate=company.ago(days=6).date(),
    )
    company.truths["contact"] = company.lead.email
    return contact


def on_contact(company: Company) -> None:
    at, subject = company.ago(hours=company.chance.choice((3, 5, 26))), company.fresh_subject()
    company.send(company.lead, subject, at, record=convert(company))
    company.tell(at, subject)


def refused_on_lead(company: Company) -> None:
    convert(company)
    refused(company, "CANNOT_UPDATE_CONVERTED_LEAD: cannot reference converted lead")


def nowhere(company: Company) -> None:
    convert(company)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))), company.lead)


def not_in_unify(company: Company) -> None:
    """Unify never read it as a Lead, and has not met the Contact."""
    company.empty(convert(company))
    company.unknown_to_unify(company.lead)


_PASTED = (
    support("write-error", "Errors page: {error}. The lead is {lead_link}. What is that?"),
    rep("write-error", "my email to {lead} is in Skipped Records with the error {error}"),
)
# The Contact is another record of the same address: that follows.
_BESIDES = ("logged-on-duplicate",)
FAULT = Fault(
    ID,
    (
        Variant(
            "email-on-contact",
            on_contact,
            phrases.EMAIL_MISSING_ON_LEAD,
            proved(ID, besides=_BESIDES),
            needs=("people", "activities"),
        ),
        Variant(
            "not-linked",
            on_contact,
            (rep("not-linked", "the email I sent {when} is in Salesforce but not linked to the lead {lead_link}"),),
            proved(ID, besides=_BESIDES),
            needs=("people", "activities"),
        ),
        Variant("error-pasted", refused_on_lead, _PASTED, proved(ID, besides=_BESIDES)),
        Variant(
            "person-missing", not_in_unify, phrases.LEAD_MISSING, suspected(ID, besides=_BESIDES), needs=("people",)
        ),
        Variant(
            "converted-only", nowhere, phrases.EMAIL_MISSING_ON_LEAD, suspected(ID, besides=_BESIDES), needs=("people",)
        ),
    ),
)
