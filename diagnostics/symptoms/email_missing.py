from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.email_records import Deliveries, EmailRecords
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, refuted, symptom, unverified
from diagnostics.times import local
from diagnostics.window import window


@symptom(Symptom.EMAIL_MISSING)
def email_missing(
    deliveries: Deliveries | Missing, records: EmailRecords | Missing, beat: Heartbeat | Missing, asked: Asked
) -> Established:
    """Refuted only by the record of that very email, written by the integration user on the person's own record;
    confirmed only where comparable records are visible."""
    question = asked.question
    if not isinstance(deliveries, Missing) and deliveries.pairs:
        if deliveries.missing:
            if isinstance(beat, Missing) or not beat.last:
                return unverified(
                    "I see none of Unify's email records in Salesforce, so one more missing proves nothing."
                )
            mail = deliveries.missing[-1]
            return confirmed(
                f"Unify sent “{mail.subject}” ({local(mail.at, question.as_of, question.tz)}), and Salesforce has no record.",
                deliveries,
                beat,
            )
        # Without a time any of several emails may be meant; a bare address only asks whether all is well.
        if deliveries.window.exact or not question.symptoms:
            mail, record = deliveries.arrived[-1]
            return refuted(
                f"It is there: “{mail.subject}” has been in Salesforce since "
                f"{local(record.written_at, question.as_of, question.tz)}.",
                deliveries,
            )
        return unverified("All emails that Unify shows to them in that time are in Salesforce.")
    if not isinstance(records, Missing) and window(question).exact:
        for record in records.by_unify:
            if not record.incoming and record.at in window(question):
                return refuted(
                    f"It is there: “{record.subject}” has been in Salesforce since "
                    f"{local(record.written_at, question.as_of, question.tz)}.",
                    records,
                )
    return unverified("Whether the email is missing could not be seen from outside.")
