from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.unaddressed import Namesakes, UnaddressedLeads
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Person, Symptom
from diagnostics.sources import ARTICLE, SYNCS

REMEDY = Remedy(
    "Put the address on the Lead",
    (
        Step("Salesforce: open the Lead (or a list view of Leads without Email), fill Email, save."),
        Step("Unify picks it up with its next sync (up to 30 minutes); emails after that are linked."),
    ),
    note="The record's owner can do this too. Unify matches Leads by email address only.",
)


@check(
    id="lead-without-email",
    title="The Salesforce Lead has no email address",
    section="4",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, SYNCS),
    about=(Person, Org),
    symptoms={Symptom.REPLY_MISSING, Symptom.EMAIL_MISSING, Symptom.NOT_LINKED, Symptom.PERSON_MISSING},
    explains={Symptom.NOT_LINKED, Symptom.EMAIL_MISSING},
    explains_away=("person-not-in-salesforce",),
    alone=False,
    prior=0.6,
)
def lead_without_email(
    leads: Leads | Missing, contacts: Contacts | Missing, others: Namesakes | Missing, empty: UnaddressedLeads | Missing
) -> Judgement:
    """Unify matches a Lead by its email address. Without one the Lead is not read into Unify, and emails to that person
    are not linked to it."""
    if not isinstance(leads, Missing) and leads.unaddressed:
        return cause(
            f"The Lead {leads.unaddressed[0].name} has no email address, so Unify cannot match it.",
            leads,
            remedy=REMEDY,
        )
    if isinstance(leads, Missing):
        if isinstance(empty, Missing):
            return unknown(leads)
        if empty.many:
            return suspect(
                f"{empty.empty:,} of {empty.total:,} Leads have no email address: Unify reads none of them.",
                empty,
                remedy=REMEDY,
                confidence=LIKELY,
            )
        return clear("Nearly all Leads have an email address.", empty)
    if leads.rows or (not isinstance(contacts, Missing) and contacts.rows):
        return clear("The record has an email address.", leads if leads.rows else contacts)
    if isinstance(others, Missing):
        return unknown(others)
    if others.leads:
        return suspect(
            f"A Lead named {others.name} has no email address: probably the same person.",
            others,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return clear("There is no such Lead without an address.", leads)
