"""The Salesforce Lead has no email address."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Truth, Variant, admin, proved, rep, support, suspected

ID = "lead-without-email"


def empty(company: Company) -> None:
    company.org.update("Lead", company.lead.id, Email=None)
    company.empty(company.lead.id)
    company.lose(company.ago(hours=company.chance.choice((3, 5, 26))), company.lead)
    company.truths["contact"] = company.lead.email


def not_known(company: Company) -> None:
    """Unify does not read a Lead without an address."""
    company.org.update("Lead", company.lead.id, Email=None)
    company.unknown_to_unify(company.lead)


def many(company: Company) -> None:
    """More than fifty, and more than a tenth of all."""
    for number in range(company.chance.randint(70, 110)):
        company.org.insert(
            "Lead",
            LastName=f"Fair visitor {number}",
            Company="Fair",
            OwnerId=company.admin,
            CreatedDate=company.ago(days=20),
        )


FAULT = Fault(
    ID,
    (
        Variant(
            "email-by-link",
            empty,
            (
                *phrases.EMAIL_MISSING_ON_LEAD,
                rep("reply-missing", "the reply from the lead {lead_link} of {when} isn't in Salesforce"),
            ),
            proved(ID),
            needs=("people",),
        ),
        Variant("person-missing", not_known, phrases.LEAD_MISSING, proved(ID), needs=("people",)),
        Variant(
            "not-linked",
            empty,
            (rep("not-linked", "my emails are in Salesforce but not linked to the lead {lead_link}"),),
            proved(ID),
            needs=("people",),
        ),
        Variant(
            "same-name",
            empty,
            (rep("email-missing", "my email to {lead} that I sent {when} isn't in Salesforce"),),
            Truth(causes=("person-not-in-salesforce",), suspects=(ID,)),
            needs=("people",),
        ),
        Variant(
            "many",
            many,
            (
                admin("person-missing", "About a hundred of our Salesforce Leads aren't in Unify. Why?"),
                support("person-missing", "Customer: many of their leads in Salesforce never show up in Unify."),
            ),
            suspected(ID),
            needs=("people",),
            unsure=("contact",),
        ),
    ),
)
