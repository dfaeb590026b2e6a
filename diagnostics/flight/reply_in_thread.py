from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.said import ReplyAddress, ReplyThread
from diagnostics.question import Symptom
from diagnostics.stage import Seen, passed, stage, unseen
from diagnostics.window import window


@stage(
    "reply-in-thread",
    "Reply in the thread, same address",
    stopped_by=("reply-in-other-thread", "reply-to-other-address", "out-of-office-reply"),
    only_for={Symptom.REPLY_MISSING},
)
def reply_in_thread(
    enrolments: Enrolments | Missing, thread: ReplyThread | Missing, address: ReplyAddress | Missing, asked: Asked
) -> Seen:
    """A reply that Unify saw is in its thread and from its address; else both are the asker's to say."""
    when = window(asked.question)
    if not isinstance(enrolments, Missing):
        seen = [r.replied_at for r in enrolments.replies if r.replied_at and (r.replied_at in when or not when.exact)]
        if seen:
            return passed(f"Unify received it, {enrolments.clock.at(max(seen))}", enrolments)
    same = [f for f in (thread, address) if not isinstance(f, Missing) and f.value == "same"]
    if len(same) == 2:
        return passed("as you told me", *same)
    return unseen("Unify has seen no reply" if not isinstance(enrolments, Missing) else enrolments.says)
