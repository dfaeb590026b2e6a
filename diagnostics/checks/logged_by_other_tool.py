from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.said import Origin
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import EMAIL_MESSAGE, SYNCS

REMEDY = Remedy(
    "Choose one writer",
    (
        Step("Nothing is lost: the email is in Salesforce, written by another tool (open it from the evidence)."),
        Step(
            "To see Unify's own record instead, the admins choose one writer: switch the other tool's email capture off for "
            "these users (Salesforce: Setup → Einstein Activity Capture, or the mail plug-in's settings)."
        ),
    ),
    note="Unify writes no second copy of a message that another integration has written (docs: Universal Message ID).",
)


@check(
    id="logged-by-other-tool",
    title="Another tool wrote the same email first",
    section="D",
    who=Who.BOTH_ADMINS,
    sources=(SYNCS, EMAIL_MESSAGE),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING},
    explains_away=("within-normal-delay",),
    prior=0.7,
)
def logged_by_other_tool(where: Whereabouts, origin: Origin | Missing) -> Judgement:
    """Einstein Activity Capture, a mail plug-in or a person may log an email before Unify does. Unify recognises the message
    and does not write it again."""
    if where.ours:
        return clear("Unify wrote its own record of it.", where)
    if not where.foreign:
        if not where.unify_user:
            return unknown(Missing(Reason.ABSENT, "whose records are Unify's is not known"))
        return clear("Nobody else has logged it either.", where)
    record = where.foreign[0]
    writer = record.source or "another user or tool"
    if not where.sent and (isinstance(origin, Missing) or origin.value != "unify"):
        return unknown(Missing(Reason.ABSENT, f"{writer} logged an email then; that Unify sent the same is not known"))
    return cause(
        f"It is in Salesforce: {writer} logged “{record.subject}” first, so Unify did not write it again.",
        where,
        remedy=REMEDY,
    )
