from datetime import timedelta

from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.said import WritingSwitch
from diagnostics.facts.unanswered import Unanswered
from diagnostics.facts.visible_emails import VisibleEmails
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import OVERVIEW, PRICING, SYNCS
from diagnostics.times import ago

LONG = timedelta(days=7)
REMEDY = Remedy(
    "Switch writing to Salesforce on",
    (
        Step("Unify: Settings → Integrations → Salesforce → Enable writing to Salesforce: on. It is off by default."),
        Step("On the same page: if the sync is paused, press Resume."),
        Step("If the switch is not there: the plan may only read from Salesforce (Pro); Business reads and writes."),
        Step("Look at a new email's record after the next sync (up to 30 minutes)."),
    ),
    note="Emails sent meanwhile are not written by themselves as far as Unify documents: ask Unify support to re-sync.",
)


@check(
    id="writing-disabled",
    title="Unify may not write to Salesforce: switched off, paused, or not in the plan",
    section="D",
    who=Who.UNIFY_ADMIN,
    sources=(OVERVIEW, SYNCS, PRICING),
    about=Org,
    symptoms=GENERAL,
    explains={
        Symptom.NOTHING_SYNCS,
        Symptom.EMAIL_MISSING,
        Symptom.REPLY_MISSING,
        Symptom.OPENS_MISSING,
        Symptom.PERSON_MISSING,
        Symptom.LATE,
    },
    withheld_by=("credentials-expired",),
    prior=0.8,
)
def writing_disabled(
    switch: WritingSwitch | Missing,
    beat: Heartbeat | Missing,
    sends: Unanswered | Missing,
    emails: VisibleEmails | Missing,
) -> Judgement:
    """Unify reads Salesforce from the first day, but writes only once *Enable writing to Salesforce* is on, the sync is not
    paused, and the plan includes writing."""
    written = None if isinstance(beat, Missing) else beat
    if not isinstance(switch, Missing) and switch.value == "off":
        if written and written.beats_after(switch.at):
            return clear("Unify has written to Salesforce since.", beat, switch)
        return cause("Writing to Salesforce is switched off in Unify.", switch, remedy=REMEDY)
    if written and written.usual and not written.silent_for(LONG):
        return clear("Unify writes to Salesforce.", beat)
    if not isinstance(switch, Missing):
        return clear("Writing to Salesforce is switched on in Unify.", switch)
    if written is None or isinstance(sends, Missing):
        return unknown(switch)
    if written.last and not sends.times and not sends.blind:
        return clear("Unify has sent nothing that did not reach Salesforce in the usual time.", beat, sends)
    if written.last and written.as_of - written.last < LONG:
        return unknown(switch)
    # That there is none proves something only where others' can be seen.
    if sends.times and (written.last or not isinstance(emails, Missing)):
        since = f"for {ago(written.last, written.as_of).removesuffix(' ago')}" if written.last else "ever"
        return suspect(
            f"Unify may not be allowed to write: it sends emails, but has written none to Salesforce {since}.",
            beat,
            sends,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return unknown(switch)
