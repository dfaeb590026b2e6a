import pytest

from diagnostics.checks.write_rejected_validation_rule import write_rejected_validation_rule
from diagnostics.facts.automation import Automation, Automaton
from diagnostics.facts.rules import Rule, ValidationRules
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    ALIVE,
    ARRIVED_EMAIL,
    DENIED,
    MISSING_EMAIL,
    NO_ERRORS,
    NOBODY,
    UNIFY,
    UNSAID,
    beat,
    errors,
    judged,
    user,
)

RULES = ValidationRules((Rule("03d1", "Task_Next_Step", "Task", "Next step is required."),))
ON_LEADS = ValidationRules((Rule("03d2", "Lead_Phone", "Lead", "Phone is required"),))
TRIGGER = Automation((Automaton("Apex trigger", "TaskTrigger", "Task", "acme"),))
HEALTHY: dict[str, object] = {
    "errors": NO_ERRORS, "rules": ValidationRules(()), "automation": NOBODY, "user": user(), "deliveries": ARRIVED_EMAIL,
    "beat": ALIVE,
}  # fmt: skip
QUOTED = errors("FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required")
ANY_TRIGGER = errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: execution of BeforeInsert")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="no error"),
        pytest.param({"errors": QUOTED, "rules": RULES}, Verdict.CAUSE, id="the message is a rule's"),
        pytest.param({"errors": QUOTED, "rules": ON_LEADS}, Verdict.CAUSE, id="no rule has that message"),
        pytest.param({"errors": QUOTED, "rules": DENIED, "user": DENIED, "deliveries": DENIED}, Verdict.CAUSE, id="rules unread"),
        pytest.param({"errors": ANY_TRIGGER}, Verdict.CAUSE, id="a trigger"),
        pytest.param({"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")}, Verdict.CAUSE, id="the code alone"),
        pytest.param(
            {"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: System.LimitException: Too many SOQL queries")},
            Verdict.CAUSE, id="a governor limit"),
        pytest.param({"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message")},
                     Verdict.CLEAR, id="entity not allowed is a missing right"),
        pytest.param({"errors": errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: no se puede insertar el tipo: Campaña")},
                     Verdict.SUSPECT, id="translated: a trigger or a missing right"),
        pytest.param({"errors": errors("CANNOT_EXECUTE_FLOW_TRIGGER: We can't save this record")}, Verdict.CAUSE, id="a flow"),
        pytest.param({"errors": errors("APEX_ERROR: System.NullPointerException")}, Verdict.CAUSE, id="Apex"),
        pytest.param({"errors": errors("REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]"), "rules": RULES},
                     Verdict.CLEAR, id="another error"),
        pytest.param({"errors": UNSAID, "rules": RULES, "deliveries": MISSING_EMAIL}, Verdict.SUSPECT,
                     id="missing, and a rule on Task is active"),
        pytest.param({"errors": UNSAID, "rules": RULES, "deliveries": MISSING_EMAIL, "beat": beat()}, Verdict.UNKNOWN,
                     id="missing, but no record of Unify's is visible"),
        pytest.param({"errors": UNSAID, "rules": RULES, "deliveries": MISSING_EMAIL, "beat": DENIED}, Verdict.UNKNOWN,
                     id="missing, but what Unify writes is unread"),
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


@pytest.mark.parametrize(
    ("message", "named"),
    [
        pytest.param("Next step is required", ["Task_Next_Step"], id="the very message, but for its full stop"),
        pytest.param("NEXT STEP  is required.", ["Task_Next_Step"], id="but for case and blanks"),
        pytest.param("Task: Next step is required. (Next_Step__c)", ["Task_Next_Step"], id="within what was quoted"),
        pytest.param("A phone is required here", [], id="a short message stands in many texts"),
        pytest.param("Required", ["Task_Short"], id="a short message itself"),
        pytest.param("Both have this", ["Task_A", "Mail_B"], id="two rules with one message"),
        pytest.param("", [], id="no message"),
    ],
)  # fmt: skip
def test_a_rule_is_named_by_its_message_and_never_guessed(message: str, named: list[str]) -> None:
    rules = ValidationRules((
        *RULES.rules, Rule("03d3", "Task_Short", "Task", "Required"), Rule("03d6", "Task_Mute", "Task", ""),
        Rule("03d4", "Task_A", "Task", "Both have this"), Rule("03d5", "Mail_B", "EmailMessage", "Both have this"),
    ))  # fmt: skip
    assert [rule.name for rule in rules.saying(message)] == named


def test_a_trigger_is_named_where_salesforce_has_it() -> None:
    judgement = judged(write_rejected_validation_rule, HEALTHY, errors=ANY_TRIGGER, automation=TRIGGER)
    assert judgement.says == (
        "The Apex trigger “TaskTrigger” on Task (package acme) refuses what Unify writes: the error names it."
    )
    assert TRIGGER in judgement.because


def test_several_are_one_finding_the_most_frequent_first() -> None:
    text = (
        "FIELD_CUSTOM_VALIDATION_EXCEPTION: Some other rule\n"
        + "jane@acme.com FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required\n" * 3
        + "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: execution of BeforeInsert"
    )
    judgement = judged(write_rejected_validation_rule, HEALTHY, errors=errors(text), rules=RULES, automation=TRIGGER)
    assert "Task_Next_Step" in judgement.says
    assert judgement.count == 5
    assert [c.count for c in judgement.counted] == [3, 1, 1]
    assert judgement.counted[0].examples == ("jane@acme.com",)
    assert judgement.remedy
    steps = " ".join(step.text for step in judgement.remedy.steps)
    assert "Task_Next_Step" in steps
    assert "Apex Triggers" in steps


def test_a_limit_may_pass_by_itself() -> None:
    quoted = errors("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: T: System.LimitException: Too many SOQL queries: 101")
    remedy = judged(write_rejected_validation_rule, HEALTHY, errors=quoted).remedy
    assert remedy
    assert "may pass by itself" in remedy.note
