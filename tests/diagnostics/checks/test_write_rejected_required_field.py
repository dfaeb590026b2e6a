import pytest

from diagnostics.checks.write_rejected_required_field import write_rejected_required_field
from diagnostics.facts.rules import RequiredFields
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ARRIVED_EMAIL, DENIED, MISSING_EMAIL, NO_ERRORS, UNSAID, errors, judged

REGION = RequiredFields((("Task", "Region__c", "Region"),))
HEALTHY: dict[str, object] = {"errors": NO_ERRORS, "required": RequiredFields(()), "deliveries": ARRIVED_EMAIL}
QUOTED = errors("REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]")


@pytest.mark.parametrize(
    ("facts", "verdict", "named"),
    [
        pytest.param({}, Verdict.CLEAR, "", id="no error"),
        pytest.param({"errors": QUOTED, "required": REGION}, Verdict.CAUSE, "Region (Region__c)", id="field named, known"),
        pytest.param({"errors": QUOTED}, Verdict.CAUSE, "Region__c", id="field named, not found"),
        pytest.param({"errors": QUOTED, "required": DENIED, "deliveries": DENIED}, Verdict.CAUSE, "Region__c", id="unread"),
        pytest.param({"errors": errors("REQUIRED_FIELD_MISSING")}, Verdict.CAUSE, "a field", id="no field named"),
        pytest.param({"errors": errors("STRING_TOO_LONG: too long"), "required": REGION}, Verdict.CLEAR, "", id="another error"),
        pytest.param({"errors": UNSAID, "required": REGION, "deliveries": MISSING_EMAIL}, Verdict.SUSPECT, "Region",
                     id="missing, and a field is required"),
        pytest.param({"errors": UNSAID, "deliveries": MISSING_EMAIL}, Verdict.UNKNOWN, "", id="missing, none required"),
        pytest.param({"errors": UNSAID, "required": REGION}, Verdict.UNKNOWN, "", id="required, nothing missing"),
        pytest.param({"errors": UNSAID, "required": DENIED, "deliveries": MISSING_EMAIL}, Verdict.UNKNOWN, "",
                     id="fields cannot be read"),
        pytest.param({"errors": UNSAID, "required": REGION, "deliveries": DENIED}, Verdict.UNKNOWN, "",
                     id="missing or not cannot be read"),
    ],
)  # fmt: skip
def test_write_rejected_required_field(facts: dict[str, object], verdict: Verdict, named: str) -> None:
    judgement = judged(write_rejected_required_field, HEALTHY, **facts)
    assert judgement.verdict is verdict
    assert named in judgement.says
