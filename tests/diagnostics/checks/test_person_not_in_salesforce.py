import pytest

from diagnostics.checks.person_not_in_salesforce import person_not_in_salesforce
from diagnostics.facts.unaddressed import Namesakes
from diagnostics.facts.visible_people import VisiblePeople
from diagnostics.judgement import Verdict
from diagnostics.question import Person
from tests.diagnostics.checks.facts import CONTACT_ID, DENIED, LEAD_ID, contacts, jane, judged, leads

HEALTHY: dict[str, object] = {
    "contacts": contacts(jane()), "leads": leads(), "visible": VisiblePeople(True, True),
    "others": Namesakes((), (), "Jane Miller"),
}  # fmt: skip
BY_ID = Person(record_id=CONTACT_ID)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="a Contact"),
        pytest.param({"contacts": contacts(), "leads": leads(jane(id=LEAD_ID))}, Verdict.CLEAR, id="a Lead"),
        pytest.param({"contacts": contacts()}, Verdict.CAUSE, id="nobody"),
        pytest.param({"contacts": contacts(), "others": Namesakes((), (), "Jane", "jane@acme.io")}, Verdict.CLEAR,
                     id="there under another address of hers"),
        pytest.param({"contacts": contacts(), "visible": VisiblePeople(False, False)}, Verdict.UNKNOWN,
                     id="the bot sees nobody at all"),
        pytest.param({"contacts": contacts(), "visible": DENIED}, Verdict.UNKNOWN, id="unknown what the bot sees"),
        pytest.param({"contacts": contacts(by=BY_ID), "leads": leads(by=BY_ID)}, Verdict.UNKNOWN, id="a record id not seen"),
    ],
)  # fmt: skip
def test_person_not_in_salesforce(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(person_not_in_salesforce, HEALTHY, **facts).verdict is verdict
