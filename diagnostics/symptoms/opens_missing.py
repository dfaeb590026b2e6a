from diagnostics.facts.open_counts import OpenCounts
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, refuted, symptom, unverified


@symptom(Symptom.OPENS_MISSING)
def opens_missing(opens: OpenCounts) -> Established:
    """Refuted by counts in Salesforce that are up to Unify's own; confirmed by lower ones."""
    if not opens.opened:
        return unverified("Unify itself has counted no opens of the emails to them that are in Salesforce.")
    if not opens.fields:
        return unverified("No field of Email Message that I can see holds open counts.")
    if opens.behind:
        return confirmed("Unify counts more opens than stand in Salesforce.", opens)
    if opens.complete:
        return refuted("The open counts in Salesforce are those of Unify.", opens)
    return unverified("One field in Salesforce has Unify's open counts, another has fewer.")
