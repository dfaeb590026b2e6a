from datetime import timedelta

from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.bulk_changes import BulkChanges
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.said import SyncRunning
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, FREQUENCY

REMEDY = Remedy(
    "Wait until the incoming sync is done",
    (
        Step("Nothing to do: Unify writes again by itself as soon as the incoming sync is done."),
        Step("If it still runs after 4 hours, look at the sync status in Unify: Settings → Integrations → Salesforce."),
    ),
    note="Large volumes can take 4 hours or more because of Salesforce's API limits (Unify help); the docs do not mention "
    "the pause.",
)


@check(
    id="writes-paused-during-read",
    title="Unify holds its writes while an incoming sync runs",
    section="6",
    who=Who.NOBODY,
    sources=(ARTICLE, FREQUENCY),
    about=Org,
    symptoms=GENERAL,
    explains={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.LATE},
    prior=0.4,
)
def writes_paused_during_read(
    running: SyncRunning | Missing, changes: BulkChanges | Missing, beat: Heartbeat | Missing
) -> Judgement:
    """Unify reads Salesforce every 15 to 30 minutes and holds its own writes meanwhile. Routinely nobody notices; after
    an import or a mass update the reading, and so the pause, can take hours."""
    alive = None if isinstance(beat, Missing) else beat
    if not isinstance(running, Missing):
        if running.value == "yes" and not (alive and alive.beats_after(running.at)):
            return cause(
                "Unify is still reading from Salesforce and holds its writes until that is done.",
                running,
                remedy=REMEDY,
            )
        return clear("No long incoming sync is running.", running)
    if alive and alive.last and alive.as_of - alive.last < timedelta(minutes=30):
        return clear("Writes are not held: a record was written a moment ago.", beat)
    if not isinstance(changes, Missing) and changes.many:
        return suspect(
            "Unify is probably still reading a bulk change from Salesforce, and holds its writes.",
            changes,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return unknown(running)
