from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.email_records import EmailRecords
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.question import Symptom
from diagnostics.stage import Seen, passed, stage, unseen


@stage(
    "on-the-right-record",
    "On the right record",
    stopped_by=("lead-converted", "logged-on-duplicate", "no-contact-view-all", "reply-to-other-address"),
    about={Symptom.NOT_LINKED},
)
def on_the_right_record(where: Whereabouts | Missing, records: EmailRecords | Missing, asked: Asked) -> Seen:
    """On the record named, else on all that have the address; a reply is looked for on those alone."""
    if asked.question.suspected[:1] == (Symptom.REPLY_MISSING,):
        found = not isinstance(records, Missing) and records.replies
        return passed("on the record with the address", records) if found else unseen()
    if isinstance(where, Missing):
        return unseen(where.says)
    holders = where.holding()
    if holders and where.at_home:
        return passed(" and ".join(p.name for p in holders), where)
    return unseen(f"it is on {holders[0].name}" if holders else "", where)
