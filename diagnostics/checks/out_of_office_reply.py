from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.asked import Asked
from diagnostics.facts.enrolments import Enrolments
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import OUT_OF_OFFICE, OUT_OF_OFFICE_TASKS
from diagnostics.window import window

REMEDY = Remedy(
    "Nothing to mend: it was an automatic reply",
    (
        Step(
            "This is by design: an automatic reply does not count as a reply. Unify shows it in the contact's activity."
        ),
        Step("To have it in Salesforce all the same, log it by hand on the contact's record."),
    ),
    note="Unify's help (21 Apr 2026) says that an out-of-office pauses the sequence until the date it names or for 14 days, "
    "without a reply task; a later text (4 May 2026) says that it ends the enrolment. Whether it is written to Salesforce is "
    "not documented.",
)


@check(
    id="out-of-office-reply",
    title="The reply is an automatic one",
    section="D",
    who=Who.NOBODY,
    sources=(OUT_OF_OFFICE, OUT_OF_OFFICE_TASKS),
    about=Person,
    symptoms={Symptom.REPLY_MISSING},
    explains_away=("within-normal-delay",),
    prior=1.0,
)
def out_of_office_reply(enrolments: Enrolments, asked: Asked) -> Judgement:
    """Unify recognises out-of-office and other automatic answers and does not count them as replies."""
    when = window(asked.question)
    automatic = [e for e in enrolments.rows if e.out_of_office and (e.replied_at is None or e.replied_at in when)]
    if not automatic:
        return clear("Unify has seen no automatic reply of theirs in that time.", enrolments)
    uncounted = [e for e in automatic if not e.replied]
    if not uncounted:
        return unknown(Missing(Reason.ABSENT, "Unify calls their reply automatic, and yet counts it as a reply"))
    return cause(
        "The reply is an automatic one (out of office), which Unify does not count as a reply.",
        enrolments,
        remedy=REMEDY,
    )
