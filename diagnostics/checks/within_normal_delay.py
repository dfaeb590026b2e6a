from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.asked import Asked
from diagnostics.facts.bulk_changes import SPAN, BulkChanges
from diagnostics.facts.moment import NORMAL, Beginning
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import ARTICLE, FREQUENCY, SYNCS
from diagnostics.times import local, span

ARRIVING = {
    Symptom.NOTHING_SYNCS,
    Symptom.EMAIL_MISSING,
    Symptom.REPLY_MISSING,
    Symptom.OPENS_MISSING,
    Symptom.LATE,
    Symptom.PERSON_MISSING,
}
REMEDY = Remedy(
    "Wait a little",
    (Step("Nothing to do: I look again when the normal time is over."),),
    note="Unify's help speaks of 15–30 minutes (4 May 2026), its docs of about 15: up to 30 is normal.",
)


@check(
    id="within-normal-delay",
    title="It is simply too early",
    section="6",
    who=Who.NOBODY,
    sources=(ARTICLE, SYNCS, FREQUENCY),
    about=Person,
    symptoms=GENERAL,
    explains={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.LATE},
    prior=1.2,
)
def within_normal_delay(begun: Beginning | Missing, changes: BulkChanges | Missing, asked: Asked) -> Judgement:
    """Unify reads and writes about every 15 to 30 minutes. What is younger than that is not late yet; after a bulk change
    in Salesforce up to 4 hours are normal."""
    question = asked.question
    if question.suspected and not ARRIVING.intersection(question.suspected):
        return clear("What is asked about has arrived.", asked)
    if isinstance(begun, Missing):
        return unknown(begun)
    age = question.as_of - begun.at
    if age < NORMAL:
        until = begun.at + NORMAL
        return cause(
            f"Not late yet: normal until {local(until, question.as_of, question.tz)} your time.",
            begun,
            remedy=REMEDY,
            until=until,
        )
    # Emails that wait behind a bulk change are another cause's, writes-paused-during-read.
    if begun.of_record and age < SPAN and not isinstance(changes, Missing) and changes.many:
        until = begun.at + SPAN
        return suspect(
            f"Perhaps not late: after a bulk change in Salesforce up to 4 hours are normal, here until "
            f"{local(until, question.as_of, question.tz)} your time.",
            begun,
            changes,
            remedy=REMEDY,
            confidence=LIKELY,
            until=until,
        )
    more = "; the second reading may still be running" if age < 2 * NORMAL else ""
    return clear(f"It is {span(age)} old: longer than normal{more}.", begun)
