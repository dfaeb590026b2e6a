import pytest

from diagnostics.checks.lead_without_email import lead_without_email
from diagnostics.facts.unaddressed import Namesakes, UnaddressedLeads
from diagnostics.judgement import Verdict
from diagnostics.question import Person
from tests.diagnostics.checks.facts import DENIED, LEAD_ID, NOBODY, contacts, jane, judged, leads

NOBODY_ELSE = Namesakes((), (), "Jane Miller")
LEAD = jane(id=LEAD_ID)
HEALTHY: dict[str, object] = {"leads": leads(LEAD), "contacts": contacts(), "others": NOBODY_ELSE, "empty": NOBODY}
IN_GENERAL: dict[str, object] = {"leads": NOBODY, "contacts": NOBODY, "others": NOBODY}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the Lead has an address"),
        pytest.param({"leads": leads(jane("", LEAD_ID), by=Person(record_id=LEAD_ID))}, Verdict.CAUSE, id="it has none"),
        pytest.param({"leads": leads(), "others": Namesakes((), (LEAD_ID,), "Jane Miller")}, Verdict.SUSPECT,
                     id="a namesake without an address"),
        pytest.param({"leads": leads(), "others": Namesakes(("0031",), (), "Jane Miller")}, Verdict.CLEAR,
                     id="the namesake is a Contact"),
        pytest.param({"leads": leads(), "contacts": contacts(jane())}, Verdict.CLEAR, id="she is a Contact"),
        pytest.param({"leads": leads()}, Verdict.CLEAR, id="no namesake"),
        pytest.param({"leads": leads(), "others": DENIED}, Verdict.UNKNOWN, id="namesakes cannot be looked for"),
        pytest.param({"leads": DENIED, "contacts": DENIED, "others": DENIED}, Verdict.UNKNOWN, id="nothing can be read"),
        pytest.param({**IN_GENERAL, "empty": UnaddressedLeads(212, 900)}, Verdict.SUSPECT, id="many in general"),
        pytest.param({**IN_GENERAL, "empty": UnaddressedLeads(50, 60)}, Verdict.CLEAR, id="50 are not many"),
        pytest.param({**IN_GENERAL, "empty": UnaddressedLeads(90, 900)}, Verdict.CLEAR, id="a tenth is not many"),
        pytest.param({"empty": UnaddressedLeads(212, 900)}, Verdict.CLEAR, id="many, but this Lead has one"),
        pytest.param({"leads": leads(), "contacts": contacts(jane()), "empty": UnaddressedLeads(212, 900)}, Verdict.CLEAR,
                     id="many, but she is a Contact"),
    ],
)  # fmt: skip
def test_lead_without_email(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(lead_without_email, HEALTHY, **facts).verdict is verdict


def test_how_many_is_said() -> None:
    assert "212 of 900" in judged(lead_without_email, IN_GENERAL, empty=UnaddressedLeads(212, 900)).says
