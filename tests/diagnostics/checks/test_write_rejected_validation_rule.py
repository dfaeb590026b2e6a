import pytest

from diagnostics.checks.write_rejected_validation_rule import write_rejected_validation_rule
from diagnostics.facts.rules import Rule, ValidationRules
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    ARRIVED_EMAIL,
    DENIED,
    MISSING_EMAIL,
    NO_ERRORS,
    UNIFY,
    UNSAID,
    errors,
    judged,
    user,
)

RULES = ValidationRules((Rule("03d1", "Task_Next_Step", "Task", "Next step is required."),))
ON_LEADS = ValidationRules((Rule("03d2", "Lead_Phone", "Lead", "Phone is required"),))
HEALTHY: dict[str, object] = {
    "errors": NO_ERRORS, "rules": ValidationRules(()), "user": user(), "deliveries": ARRIVED_EMAIL,
}  # fmt: skip
QUOTED = errors("FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="no error"),
        pytest.param({"errors": QUOTED, "rules": RULES}, Verdict.CAUSE, id="the message is a rule's"),
        pytest.param({"errors": QUOTED, "rules": ON_LEADS}, Verdict.CAUSE, id="no rule has that message"),
        pytest.param({"errors": QUOTED, "rules": DENIED, "user": DENIED, "deliveries": DENIED}, Verdict.CAUSE, id="rules unread"),
        pytest.param({"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: execution of BeforeInsert")},
                     Verdict.CAUSE, id="a trigger"),
        pytest.param(
            {"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: System.LimitException: Too many SOQL queries")},
            Verdict.CAUSE, id="a governor limit"),
        pytest.param({"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message")},
                     Verdict.CLEAR, id="entity not allowed is a missing right"),
        pytest.param({"errors": errors("CANNOT_EXECUTE_FLOW_TRIGGER: We can't save this record")}, Verdict.CAUSE, id="a flow"),
        pytest.param({"errors": errors("APEX_ERROR: System.NullPointerException")}, Verdict.CAUSE, id="Apex"),
        pytest.param({"errors": errors("REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]"), "rules": RULES},
                     Verdict.CLEAR, id="another error"),
        pytest.param({"errors": UNSAID, "rules": RULES, "deliveries": MISSING_EMAIL}, Verdict.SUSPECT,
                     id="missing, and a rule on Task is active"),
        pytest.param({"errors": UNSAID, "rules": ON_LEADS, "deliveries": MISSING_EMAIL}, Verdict.UNKNOWN,
                     id="missing, but no rule on emails"),
        pytest.param({"errors": UNSAID, "rules": RULES}, Verdict.UNKNOWN, id="a rule, but nothing is missing"),
        pytest.param({"errors": UNSAID, "rules": RULES, "deliveries": DENIED}, Verdict.UNKNOWN, id="missing or not: unread"),
        pytest.param({"errors": UNSAID, "rules": DENIED, "deliveries": MISSING_EMAIL}, Verdict.UNKNOWN, id="rules unread, missing"),
    ],
)  # fmt: skip
def test_write_rejected_validation_rule(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(write_rejected_validation_rule, HEALTHY, **facts).verdict is verdict


@pytest.mark.parametrize("facts", [{"errors": QUOTED}, {"errors": UNSAID, "deliveries": MISSING_EMAIL}])
def test_the_rule_is_named_and_the_user_is_for_admins(facts: dict[str, object]) -> None:
    judgement = judged(write_rejected_validation_rule, HEALTHY, rules=RULES, **facts)
    assert "Task_Next_Step" in judgement.says
    assert judgement.remedy
    private = [step.text for step in judgement.remedy.steps if step.private]
    public = [step.text for step in judgement.remedy.steps if not step.private]
    assert any(UNIFY in text for text in private)
    assert not any(UNIFY in text for text in public)
    assert any("Task_Next_Step" in text for text in public)
