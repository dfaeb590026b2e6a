from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.question import Symptom
from diagnostics.stage import Seen, passed, stage, unseen

MISSING = {Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING}


@stage(
    "written",
    "Written to Salesforce",
    stopped_by=(
        "writes-paused-during-read",
        "enhanced-email-off",
        "email-message-writeback-off",
        "logged-by-other-tool",
    ),
    held_by=("within-normal-delay",),
    about={*MISSING, Symptom.BODY_MISSING, Symptom.LATE},
)
def written(where: Whereabouts | Missing, asked: Asked) -> Seen:
    """As an EmailMessage, as a Task, or not at all. Where that is the very complaint, its truth decides; but what stands on
    another record than it is looked for on was written."""
    if isinstance(where, Missing):
        return unseen(where.says)
    complaint = asked.question.suspected[0]
    if not where.ours:
        return unseen("" if complaint in MISSING else "I see no record of it")
    if complaint is Symptom.REPLY_MISSING or (complaint is Symptom.EMAIL_MISSING and where.at_home):
        return unseen()  # the emails that are there may be others
    record = max(where.ours, key=lambda r: r.at)
    kind = "a Task" if record.is_task else "an EmailMessage"
    return passed(f"as {kind}, {asked.question.clock.at(record.written_at)}", where)
