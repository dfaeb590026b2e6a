from diagnostics.asks import Missing
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.open_counts import OpenCounts
from diagnostics.question import Symptom
from diagnostics.stage import Seen, passed, stage, unseen


@stage(
    "opens-up-to-date",
    "Opens up to date",
    stopped_by=(
        "opens-in-standard-field",
        "mapping-not-retroactive",
        "no-emailmessage-field-edit",
        "writes-paused-during-read",
    ),
    held_by=("within-normal-delay",),
    about={Symptom.OPENS_MISSING},
)
def opens_up_to_date(opens: OpenCounts | Missing, deliveries: Deliveries | Missing) -> Seen:
    """Salesforce shows what Unify counts, as far as there is something to count and a field for it."""
    if not isinstance(deliveries, Missing) and deliveries.arrived and not any(s.opens for s, _ in deliveries.arrived):
        return passed("Unify has counted none yet", deliveries)
    if isinstance(opens, Missing):
        return unseen(opens.says)
    if not opens.fields:
        return unseen("no field of Email Message that I can see holds them", opens)
    ours, theirs = sum(c.opens for c in opens.counts), sum(c.highest for c in opens.counts)
    if opens.behind:
        return unseen(f"Unify counts {ours}, Salesforce {theirs}", opens)
    return passed(f"{ours} in Unify and in Salesforce", opens)
