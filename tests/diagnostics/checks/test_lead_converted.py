"""The Lead became a Contact: its activity stands there, or Salesforce refused to write to the Lead."""

import pytest

from diagnostics.checks.lead_converted import lead_converted
from diagnostics.facts.identity import PersonRow
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    CONTACT_ID,
    DENIED,
    LEAD_ID,
    NO_ERRORS,
    NOBODY,
    UNSAID,
    ago,
    contacts,
    errors,
    jane,
    judged,
    leads,
    record,
    whereabouts,
)

OPEN = jane(id=LEAD_ID)
CONVERTED = jane(id=LEAD_ID, converted=True, converted_to=CONTACT_ID)
OTHER_LEAD = jane(id="00Q000000000002AAA", converted=True, converted_to="003000000000002AAA")
REFUSED = errors("CANNOT_UPDATE_CONVERTED_LEAD: cannot reference converted lead")


def on(id: str, *people: PersonRow) -> Whereabouts:
    """The email stands on this record."""
    return whereabouts(record(ago(hours=5), on=frozenset({id})), people=people)


HEALTHY: dict[str, object] = {
    "leads": leads(OPEN),
    "contacts": contacts(),
    "where": on(LEAD_ID, OPEN),
    "errors": NO_ERRORS,
}
AS_CONTACT: dict[str, object] = {"leads": leads(CONVERTED), "contacts": contacts(jane())}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="an open Lead"),
        pytest.param({"leads": leads()}, Verdict.CLEAR, id="no Lead"),
        pytest.param({**AS_CONTACT, "where": on(CONTACT_ID, CONVERTED, jane())}, Verdict.CAUSE, id="it is on the Contact"),
        pytest.param({"leads": leads(CONVERTED), "where": on(CONTACT_ID, CONVERTED)}, Verdict.CAUSE,
                     id="it is on the Contact, which has another address by now"),
        pytest.param({"leads": leads(OTHER_LEAD, CONVERTED), "where": on(CONTACT_ID, OTHER_LEAD, CONVERTED)}, Verdict.CAUSE,
                     id="two were converted, it is on the Contact of one"),
        pytest.param({"leads": leads(jane(id=LEAD_ID, converted=True, converted_to="003000000000009AAA", named=True),
                                     OTHER_LEAD), "where": on(OTHER_LEAD.converted_to)}, Verdict.SUSPECT,
                     id="it is on the Contact of another Lead than the one asked about"),
        pytest.param({**AS_CONTACT, "where": on(LEAD_ID, CONVERTED)}, Verdict.SUSPECT, id="converted; it is on the Lead itself"),
        pytest.param({**AS_CONTACT, "where": UNSAID}, Verdict.SUSPECT, id="converted; which email is not known"),
        pytest.param({**AS_CONTACT, "where": whereabouts(record(ago(hours=5), on=frozenset({CONTACT_ID}), by="005x"))},
                     Verdict.SUSPECT, id="converted; another user's email is on the Contact"),
        pytest.param({**AS_CONTACT, "contacts": contacts(jane(named=True)), "where": on(CONTACT_ID, CONVERTED, jane())},
                     Verdict.CLEAR, id="it is the Contact that is asked about"),
        pytest.param({"errors": REFUSED}, Verdict.CAUSE, id="the write to it was refused"),
        pytest.param({"errors": REFUSED, "leads": NOBODY, "contacts": NOBODY, "where": NOBODY}, Verdict.CAUSE,
                     id="refused, and nobody is named"),
        pytest.param({"errors": errors("DUPLICATES_DETECTED: Use one of these records?")}, Verdict.CLEAR, id="another error"),
        pytest.param({"leads": DENIED, "errors": UNSAID}, Verdict.UNKNOWN, id="Leads cannot be read"),
    ],
)  # fmt: skip
def test_lead_converted(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(lead_converted, HEALTHY, **facts).verdict is verdict
