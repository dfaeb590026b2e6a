import pytest

from diagnostics.checks.write_rejected_required_field import write_rejected_required_field
from diagnostics.facts.named_fields import NamedField, NamedFields
from diagnostics.facts.rules import RequiredFields
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    ALIVE,
    ARRIVED_EMAIL,
    DENIED,
    MISSING_EMAIL,
    NO_ERRORS,
    NOBODY,
    UNSAID,
    beat,
    errors,
    judged,
)  # fmt: skip

REGION = RequiredFields((("Task", "Region__c", "Region"),))
NAMED = NamedFields((NamedField("Task", "Region__c", "Region", "string", required=True),))
HEALTHY: dict[str, object] = {
    "errors": NO_ERRORS, "fields": NOBODY, "required": RequiredFields(()), "deliveries": ARRIVED_EMAIL, "beat": ALIVE,
}  # fmt: skip
QUOTED = errors("REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]")


@pytest.mark.parametrize(
    ("facts", "verdict", "named"),
    [
        pytest.param({}, Verdict.CLEAR, "", id="no error"),
        pytest.param({"errors": QUOTED, "fields": NAMED}, Verdict.CAUSE, "Region (Region__c)", id="field named, known"),
        pytest.param({"errors": QUOTED}, Verdict.CAUSE, "Region__c", id="field named, not found"),
        pytest.param({"errors": QUOTED, "required": DENIED, "deliveries": DENIED}, Verdict.CAUSE, "Region__c", id="unread"),
        pytest.param({"errors": errors("REQUIRED_FIELD_MISSING")}, Verdict.CAUSE, "a field", id="no field named"),
        pytest.param({"errors": errors("STRING_TOO_LONG: too long"), "required": REGION}, Verdict.CLEAR, "", id="another error"),
        pytest.param({"errors": UNSAID, "required": REGION, "deliveries": MISSING_EMAIL}, Verdict.SUSPECT, "Region",
                     id="missing, and a field is required"),
        pytest.param({"errors": UNSAID, "required": REGION, "deliveries": MISSING_EMAIL, "beat": beat()}, Verdict.UNKNOWN, "",
                     id="missing, but no record of Unify's is visible"),
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


def test_several_fields_are_one_finding() -> None:
    text = "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]\n" * 4
    quoted = errors(text + "REQUIRED_FIELD_MISSING: Required fields are missing: [Unit__c]")
    judgement = judged(write_rejected_required_field, HEALTHY, errors=quoted, fields=NAMED)
    assert judgement.says == "Salesforce demands Region (Region__c), Unit__c, which are empty on what Unify writes."
    assert [(c.count, c.what) for c in judgement.counted] == [
        (4, "Region (Region__c) is empty"),
        (1, "Unit__c is empty"),
    ]
    assert NAMED in judgement.because
