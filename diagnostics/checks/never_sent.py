from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.moment import Beginning
from diagnostics.facts.sent_emails import LOOK_BACK, SentEmails
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ENROLMENTS, STATUSES

REMEDY = Remedy(
    "Let Unify send it, or send it yourself",
    (
        Step("Unify: open the contact → Sequences, and look at the enrolment's state and its reason."),
        Step(
            "Take the reason away (publish the draft, lift the exclusion or the block, mend the address), or enrol anew."
        ),
        Step("What Unify then sends reaches Salesforce with the next sync (up to 30 minutes)."),
    ),
    note="A contact who has opted out or whose address bounced gets no further email from Unify, by design.",
)


@check(
    id="never-sent",
    title="Unify never sent the email",
    section="D",
    who=Who.REP,
    sources=(ENROLMENTS, STATUSES),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING},
    explains={Symptom.EMAIL_MISSING, Symptom.OPENS_MISSING},
    explains_away=("within-normal-delay",),
    prior=1.2,
)
def never_sent(enrolments: Enrolments, sent: SentEmails, begun: Beginning | Missing) -> Judgement:
    """Only what was sent can arrive. An enrolment that is a draft, blocked, excluded, cancelled, opted out or bounced sends
    nothing, although the sequence looks as if it ran."""
    if sent.rows:
        if any(step.stopped for step in sent.unsent) and isinstance(begun, Missing):
            return unknown(Missing(begun.reason, "which of several emails is meant is not known"))
        return clear("Unify shows it sent.", sent)
    # What was stopped long before the time in question has nothing to do with it.
    since, waiting = sent.window.start - LOOK_BACK, {step.enrolment for step in sent.unsent}
    live = [e for e in enrolments.rows if e.id in waiting or (e.updated_at and e.updated_at >= since)]
    reasons = [*(r for step in sent.unsent for r in step.stopped), *(r for e in live for r in e.stopped)]
    if reasons:
        return cause(
            f"Unify never sent it: its step or enrolment is {reasons[0]}.",
            sent,
            enrolments,
            remedy=REMEDY,
        )
    if any(e.paused for e in live):
        # A pause may just as well have come after the email.
        return unknown(Missing(Reason.ABSENT, "an enrolment of theirs is paused; since when is not known"))
    if not enrolments.rows:
        return clear("Unify has them in no sequence that could have failed to send.", enrolments)
    return clear("Nothing in Unify says that an email of theirs was held back.", enrolments, sent)
