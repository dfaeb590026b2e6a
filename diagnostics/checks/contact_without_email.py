from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.unaddressed import Namesakes
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ARTICLE, SYNCS

REMEDY = Remedy(
    "Put the address on the Contact",
    (
        Step("Salesforce: open the Contact, fill Email with the address that Unify writes to, save."),
        Step("Unify picks it up with its next sync (up to 30 minutes); emails after that are linked."),
    ),
    note="The record's owner can do this too. Unify matches Contacts by email address only.",
)


@check(
    id="contact-without-email",
    title="The Salesforce Contact has no email address",
    section="4",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, SYNCS),
    about=Person,
    symptoms={Symptom.REPLY_MISSING, Symptom.EMAIL_MISSING, Symptom.NOT_LINKED, Symptom.PERSON_MISSING},
    explains={Symptom.NOT_LINKED, Symptom.EMAIL_MISSING},
    explains_away=("person-not-in-salesforce",),
    prior=0.8,
)
def contact_without_email(contacts: Contacts, leads: Leads, others: Namesakes | Missing) -> Judgement:
    """Unify matches a Contact by its email address. Without one the Contact is not read into Unify, and emails to that
    person are not linked to it."""
    if contacts.unaddressed:
        return cause(
            f"The Contact {contacts.unaddressed[0].name} has no email address, so Unify cannot match it.",
            contacts,
            remedy=REMEDY,
        )
    if contacts.rows or leads.rows:
        return clear("The record has an email address.", contacts if contacts.rows else leads)
    if isinstance(others, Missing):
        return unknown(others)
    if others.contacts:
        return suspect(
            f"A Contact named {others.name} has no email address: probably the same person.",
            others,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return clear("There is no such Contact without an address.", contacts)
