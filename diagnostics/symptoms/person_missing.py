from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.question import Symptom
from diagnostics.report import Established
from diagnostics.symptom import confirmed, refuted, symptom


@symptom(Symptom.PERSON_MISSING)
def person_missing(person: UnifyPerson) -> Established:
    """Unify's API says whether it knows the address."""
    if person.id:
        return refuted(f"Unify has {person.address}: the person is there.", person)
    return confirmed(f"Unify does not know {person.address}.", person)
