from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.asked import Asked
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.said import Origin
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.judgement import FAINT, LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ARTICLE, HOW_EMAILS_SYNC

REMEDY = Remedy(
    "Log this one by hand, send the next from Unify",
    (
        Step("To have this email in Salesforce, log it by hand on the contact's record."),
        Step("Next time send it from Unify: open the contact and send an email, or enrol them in a sequence."),
    ),
    note="Unify writes only emails sent from Unify, and direct replies to them. Whether one-off mail from Unify is "
    "written is not documented; sequence mail is.",
)
FROM = {"gmail": "Gmail", "outlook": "Outlook", "other-client": "another mail program"}


@check(
    id="sent-outside-unify",
    title="The email was not sent from Unify",
    section="1",
    who=Who.REP,
    sources=(ARTICLE, HOW_EMAILS_SYNC),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.OPENS_MISSING},
    explains={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.OPENS_MISSING},
    explains_away=("within-normal-delay",),
    prior=2.0,
)
def sent_outside_unify(
    origin: Origin | Missing,
    sent: SentEmails | Missing,
    person: UnifyPerson | Missing,
    deliveries: Deliveries | Missing,
    asked: Asked,
) -> Judgement:
    """Unify writes to Salesforce what was sent from Unify, and direct replies to that. An email from Gmail, Outlook or
    another program never arrives by itself, however long one waits."""
    shown = not isinstance(sent, Missing) and bool(sent.rows)
    if not isinstance(origin, Missing):
        if origin.value == "unify":
            return clear("You said it was sent from Unify.", origin)
        if shown and not isinstance(sent, Missing) and sent.window.exact:
            return clear("Unify shows it sent from Unify at that time, whatever was remembered.", sent, origin)
        return cause(
            f"Sent from {FROM.get(origin.value, 'outside Unify')}, so it does not sync: Unify writes only emails "
            "sent from Unify and direct replies to them.",
            origin,
            *_known(sent),
            remedy=REMEDY,
        )
    if not isinstance(person, Missing) and not person.id:
        return suspect(
            "This email was probably not sent from Unify: Unify does not know the contact.",
            person,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    if isinstance(sent, Missing):
        return unknown(origin)
    if not shown:
        return suspect(
            "This email was probably not sent from Unify: Unify shows none to them in that time.",
            sent,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    all_arrived = not isinstance(deliveries, Missing) and not deliveries.missing
    if all_arrived and Symptom.EMAIL_MISSING in asked.question.symptoms:
        return suspect(
            "Every email that Unify shows as sent is in Salesforce: the missing one was probably sent elsewhere.",
            sent,
            deliveries,
            remedy=REMEDY,
            confidence=FAINT,
        )
    return clear("Unify shows the email as sent.", sent)


def _known(sent: SentEmails | Missing) -> tuple[object, ...]:
    return () if isinstance(sent, Missing) else (sent,)
