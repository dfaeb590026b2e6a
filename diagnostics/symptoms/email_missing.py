from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.email_records import EmailRecord
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, refuted, symptom, unverified


@symptom(Symptom.EMAIL_MISSING)
def email_missing(
    deliveries: Deliveries | Missing, where: Whereabouts | Missing, beat: Heartbeat | Missing, asked: Asked
) -> Established:
    """Refuted only by the record of that very email, written by the integration user on the record asked about; confirmed
    only where comparable records are visible."""
    clock = asked.question.clock
    if not isinstance(deliveries, Missing) and deliveries.missing:
        if isinstance(beat, Missing) or not beat.last:
            return unverified("I see none of Unify's email records in Salesforce, so one more missing proves nothing.")
        mail = deliveries.missing[-1]
        return confirmed(
            f"Unify sent “{mail.subject}” ({clock.at(mail.at)}), and Salesforce has no record.", deliveries, beat
        )
    if not isinstance(where, Missing) and where.ours:
        if not where.at_home:
            return unverified("It is in Salesforce, but not on every record that it may be looked for on.")
        fact = where if isinstance(deliveries, Missing) or not deliveries.pairs else deliveries
        # Without a time any of several emails may be meant; a bare address only asks whether all is well.
        if not isinstance(deliveries, Missing) and not deliveries.window.exact and asked.question.symptoms:
            return unverified("All emails that Unify shows to them in that time are in Salesforce.")
        record = _latest(where)
        return refuted(
            f"It is there: “{record.subject}” has been in Salesforce since {clock.at(record.written_at)}.", fact
        )
    return unverified("Whether the email is missing could not be seen from outside.")


def _latest(where: Whereabouts) -> EmailRecord:
    return max(where.ours, key=lambda record: record.at)
