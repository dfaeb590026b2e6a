from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.asked import Asked
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.said import ReplyThread
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ARTICLE, OUT_OF_THREAD, REPLIES
from diagnostics.window import window

REMEDY = Remedy(
    "Log this reply by hand",
    (
        Step("This is by design. To have the reply in Salesforce, log it by hand on the contact's record."),
        Step("When you answer, answer in Unify's thread: replies there are captured."),
    ),
    note="Unify's help (30 Apr 2026) says replies outside the thread are intentionally not surfaced; its docs say they are "
    "captured. Both agree that they end the sequence.",
)


@check(
    id="reply-in-other-thread",
    title="The contact wrote a new email instead of replying",
    section="1",
    who=Who.NOBODY,
    sources=(ARTICLE, OUT_OF_THREAD, REPLIES),
    about=Person,
    symptoms={Symptom.REPLY_MISSING},
    explains_away=("within-normal-delay",),
    withheld_by=("out-of-office-reply",),
    keeps_open=("reply-to-other-address",),
    prior=2.0,
)
def reply_in_other_thread(thread: ReplyThread | Missing, enrolments: Enrolments | Missing, asked: Asked) -> Judgement:
    """Only a direct reply to Unify's email is recognised as its reply. A new email, or a changed subject, is not."""
    if not isinstance(thread, Missing):
        if thread.value == "new":
            seen = () if isinstance(enrolments, Missing) else enrolments.replies
            when = window(asked.question)
            if when.exact and any(r.replied_at and r.replied_at in when for r in seen):
                return clear(
                    "Unify saw a reply in its thread at that very time, whatever was remembered.", enrolments, thread
                )
            return cause(
                "The contact wrote a new email, and Unify records only replies in its own thread.",
                thread,
                remedy=REMEDY,
            )
        return clear("The reply is in the same thread.", thread)
    if isinstance(enrolments, Missing):
        return unknown(thread)
    if enrolments.replies:
        return clear("Unify has seen the reply in its thread.", enrolments)
    if enrolments.rows:
        return suspect(
            "The contact may have written a new email: Unify has seen no reply in its thread.",
            enrolments,
            remedy=REMEDY,
            confidence=OPEN,
        )
    return unknown(thread)
