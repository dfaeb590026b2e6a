from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect
from diagnostics.question import Person, Symptom
from diagnostics.sources import MAILBOXES

REMEDY = Remedy(
    "Reconnect the mailbox",
    (
        Step("Unify: Settings → Deliverability → Mailboxes: find the mailbox; if it is paused, resume it."),
        Step("If it asks for authorisation, its owner signs in again there."),
        Step("The steps that wait are sent then, and reach Salesforce with the next sync (up to 30 minutes)."),
    ),
)


@check(
    id="mailbox-disconnected",
    title="The sending mailbox is unauthorised or paused in Unify",
    section="D",
    who=Who.UNIFY_ADMIN,
    sources=(MAILBOXES,),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING},
    explains={Symptom.EMAIL_MISSING, Symptom.OPENS_MISSING},
    explains_away=("never-sent", "within-normal-delay"),
    prior=0.8,
)
def mailbox_disconnected(enrolments: Enrolments, sent: SentEmails | Missing) -> Judgement:
    """Unify sends through the rep's mailbox. When that mailbox is paused, or has lost its authorisation, the steps of its
    sequences wait, and what was not sent cannot arrive."""
    if not enrolments.disconnected:
        return clear("The mailbox that writes to them works.", enrolments)
    broken = {row.mailbox for row in enrolments.disconnected}
    state = "has lost its authorisation" if enrolments.disconnected[0].unauthorized else "is paused"
    says = f"The mailbox {enrolments.disconnected[0].mailbox} {state} in Unify"
    if isinstance(sent, Missing):
        return suspect(f"{says}; perhaps the email was never sent.", enrolments, remedy=REMEDY, confidence=LIKELY)
    if sent.rows and sent.window.exact:
        return clear("Unify shows the email sent.", sent)
    if not sent.rows and any(step.mailbox in broken for step in sent.unsent):
        return cause(f"{says}, so the email was never sent.", enrolments, sent, remedy=REMEDY)
    return suspect(f"{says} now; perhaps the email was never sent.", enrolments, sent, remedy=REMEDY, confidence=LIKELY)
