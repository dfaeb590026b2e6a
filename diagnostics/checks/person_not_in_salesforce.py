from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.unaddressed import Namesakes
from diagnostics.facts.visible_people import VisiblePeople
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import HOW_EMAILS_SYNC, SYNCS

REMEDY = Remedy(
    "Put the person into Salesforce",
    (
        Step(
            "Create the Contact or Lead in Salesforce with exactly this email address, or run a Unify Play with the action "
            "Sync to Salesforce for them."
        ),
        Step("If they are there under another address, correct the address on one side."),
    ),
    note="Email sync alone never creates a Contact or Lead. Emails sent before are not written by themselves as far as "
    "Unify documents.",
)


@check(
    id="person-not-in-salesforce",
    title="Nobody in Salesforce has this address",
    section="D",
    who=Who.REP,
    sources=(HOW_EMAILS_SYNC, SYNCS),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING, Symptom.NOT_LINKED},
    explains={Symptom.EMAIL_MISSING, Symptom.NOT_LINKED},
    explains_away=("within-normal-delay",),
    prior=1.5,
)
def person_not_in_salesforce(
    contacts: Contacts, leads: Leads, visible: VisiblePeople | Missing, others: Namesakes | Missing
) -> Judgement:
    """Unify matches people by email address and writes an email only for somebody who already is a Contact or Lead;
    syncing email never creates one."""
    if contacts.rows or leads.rows:
        return clear("They are in Salesforce.", contacts if contacts.rows else leads)
    if not contacts.asked_for.address:
        return unknown(Missing(Reason.ABSENT, "Salesforce shows the bot no such Contact or Lead"))
    if isinstance(visible, Missing):
        return unknown(visible)
    if not visible.any:
        return unknown(Missing(Reason.DENIED, "the bot's Salesforce user sees no Contacts or Leads at all"))
    if not isinstance(others, Missing) and others.elsewhere:
        return clear(f"They are in Salesforce, under the address {others.elsewhere}.", others)
    says = f"Nobody in Salesforce has the address {contacts.asked_for.address}"
    if isinstance(others, Missing):
        # Unify may know another address of theirs, which Salesforce has.
        return suspect(f"{says}; whether they are there under another is not known.", contacts, leads, remedy=REMEDY)
    return cause(f"{says}, so there is nothing to write the email to.", contacts, leads, remedy=REMEDY)
