from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.email_records import EmailRecords
from diagnostics.facts.enrolments import Enrolments
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, refuted, symptom, unverified
from diagnostics.times import local
from diagnostics.window import SAME_MOMENT, window


@symptom(Symptom.REPLY_MISSING)
def reply_missing(enrolments: Enrolments | Missing, records: EmailRecords, asked: Asked) -> Established:
    """Refuted by an incoming EmailMessage of that moment that the integration user wrote; confirmed where Unify saw the
    reply and Salesforce shows other emails, but not this one."""
    question = asked.question
    when = window(question)
    seen = [] if isinstance(enrolments, Missing) else [r.replied_at for r in enrolments.replies if r.replied_at]
    record_named = any(person.record_id for person in question.people)
    for record in records.replies:
        if (when.exact and record.at in when) or any(abs(record.at - at) <= SAME_MOMENT for at in seen):
            if record_named and not any(question.names(id) for id in record.on):
                return unverified("The reply is in Salesforce, but not on the record that you named.")
            return refuted(
                f"It is there: the reply “{record.subject}” has been in Salesforce since "
                f"{local(record.written_at, question.as_of, question.tz)}.",
                records,
            )
    if seen and records.rows and not isinstance(enrolments, Missing):
        return confirmed(
            f"Unify received a reply on {local(max(seen), question.as_of, question.tz)}; Salesforce has no "
            "record of it.",
            enrolments,
            records,
        )
    return unverified("Whether the reply is missing could not be seen from outside.")
