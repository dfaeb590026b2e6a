from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.enhanced_email import EnhancedEmail
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.said import WritebackSwitch
from diagnostics.facts.writeback import WritebackTraces
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, SYNCS, TRACKING

REMEDY = Remedy(
    "Switch Email Message Writeback on",
    (
        Step("Unify: Settings → Integrations → Salesforce → Email Message Writeback: on."),
        Step(
            "Salesforce: Setup → Enhanced Email: check that it is on; both are needed for replies with their full content and "
            "an accurate Sent At."
        ),
        Step("Look at a new reply after the next sync (up to 30 minutes)."),
    ),
    note="Existing records are not rewritten. Unify's help names this switch (4 May 2026); its docs only speak of the Email "
    "Message object.",
)
ENOUGH = 3  # Tasks without an email behind them; fewer may have another story


@check(
    id="email-message-writeback-off",
    title="Unify logs emails as Tasks, without their content",
    section="3",
    who=Who.UNIFY_ADMIN,
    sources=(ARTICLE, TRACKING, SYNCS),
    about=Org,
    symptoms={Symptom.REPLY_MISSING, Symptom.OPENS_MISSING, Symptom.BODY_MISSING},
    prior=1.0,
)
def email_message_writeback_off(
    switch: WritebackSwitch | Missing,
    traces: WritebackTraces | Missing,
    enhanced: EnhancedEmail | Missing,
    beat: Heartbeat | Missing,
) -> Judgement:
    """With Email Message Writeback off Unify logs a Task with the template's text and an inexact time; replies arrive
    without their body. With it on, real EmailMessage records."""
    mail_since = (
        not isinstance(beat, Missing)
        and not isinstance(switch, Missing)
        and bool(switch.at and beat.last_mail and beat.last_mail > switch.at)
    )
    if not isinstance(switch, Missing) and switch.value == "off" and not mail_since:
        return cause(
            "Email Message Writeback is off: Unify logs emails as Tasks without their content.",
            switch,
            remedy=REMEDY,
        )
    if not isinstance(traces, Missing) and traces.bare_tasks and not traces.mails:
        on = not isinstance(enhanced, Missing) and enhanced.on
        if on and traces.bare_tasks >= ENOUGH and (isinstance(switch, Missing) or switch.value != "on"):
            return cause(
                "Email Message Writeback is off: in the last 7 days Unify logged emails as Tasks only, while "
                "Enhanced Email is on.",
                traces,
                enhanced,
                remedy=REMEDY,
            )
        return suspect(
            "Email Message Writeback is probably off: lately Unify logged emails as Tasks only.",
            traces,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    if not isinstance(traces, Missing) and traces.template_text:
        return suspect(
            "Some emails were logged as Tasks with the template's text: Email Message Writeback may be off.",
            traces,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    if mail_since:
        return clear("Unify has written an EmailMessage since.", beat, switch)
    if not isinstance(switch, Missing):
        return clear("Email Message Writeback is on.", switch)
    if not isinstance(traces, Missing) and traces.mails:
        return clear("Unify writes emails as EmailMessages.", traces)
    return unknown(switch)
