from diagnostics.facts.email_records import EmailRecords
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, symptom, unverified


@symptom(Symptom.BODY_MISSING)
def body_missing(records: EmailRecords) -> Established:
    """Confirmed by a Task that stands alone for an email. Never refuted: the bot does not read what people write."""
    bare = [r for r in records.by_unify if r.is_task]
    if bare:
        return confirmed(f"“{bare[0].subject}” is there as a Task without an EmailMessage.", records)
    return unverified("Whether the text is missing cannot be seen without reading the email, which I do not do.")
