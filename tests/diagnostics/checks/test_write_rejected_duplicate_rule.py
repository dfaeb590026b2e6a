import pytest

from diagnostics.checks.write_rejected_duplicate_rule import write_rejected_duplicate_rule
from diagnostics.facts.duplicate_rules import DuplicateRules
from diagnostics.facts.named_records import NamedRecord, NamedRecords
from diagnostics.judgement import Verdict, Who
from tests.diagnostics.checks.facts import CONTACT_ID, DENIED, NO_ERRORS, NOBODY, UNSAID, errors, judged

HEALTHY: dict[str, object] = {"errors": NO_ERRORS, "rules": NOBODY, "records": NOBODY}
ONE_RULE = DuplicateRules((("Standard Contact Duplicate Rule", "Contact"),))
JANE_THERE = NamedRecords((NamedRecord(CONTACT_ID, "Contact", "Jane Miller"),))
DETECTED = errors("DUPLICATES_DETECTED: Use one of these records?")
VALUE = errors(f"DUPLICATE_VALUE: duplicate value found: Ext__c duplicates value on record with id: {CONTACT_ID}")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="no error"),
        pytest.param({"errors": UNSAID}, Verdict.UNKNOWN, id="nobody has looked"),
        pytest.param({"errors": DETECTED}, Verdict.CAUSE, id="a duplicate rule"),
        pytest.param({"errors": DETECTED, "rules": DENIED, "records": DENIED}, Verdict.CAUSE, id="nothing else can be read"),
        pytest.param({"errors": VALUE, "records": JANE_THERE}, Verdict.CAUSE, id="a unique field"),
        pytest.param({"errors": errors("DUPLICATE_EXTERNAL_ID")}, Verdict.CAUSE, id="an external id"),
        pytest.param({"errors": errors("ENTITY_IS_DELETED: entity is deleted")}, Verdict.CLEAR, id="another error"),
    ],
)  # fmt: skip
def test_write_rejected_duplicate_rule(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(write_rejected_duplicate_rule, HEALTHY, **facts).verdict is verdict


@pytest.mark.parametrize(
    ("rules", "named"),
    [
        pytest.param(ONE_RULE, True, id="it can only be this one"),
        pytest.param(DuplicateRules((*ONE_RULE.rules, ("Leads", "Lead"))), False, id="one of two"),
        pytest.param(DuplicateRules(()), False, id="none visible"),
        pytest.param(DENIED, False, id="unread"),
    ],
)
def test_the_rule_is_named_where_there_is_only_one(rules: object, named: bool) -> None:
    remedy = judged(write_rejected_duplicate_rule, HEALTHY, errors=DETECTED, rules=rules).remedy
    assert remedy
    assert ("Standard Contact" in remedy.steps[0].text) is named
    assert "Duplicate Rules" in remedy.steps[0].text


def test_the_record_it_resembles_is_named_and_who_mends_it_is_the_entrys() -> None:
    judgement = judged(write_rejected_duplicate_rule, HEALTHY, errors=VALUE, records=JANE_THERE)
    assert "Jane Miller" in judgement.says
    assert JANE_THERE in judgement.because
    assert judgement.remedy
    assert judgement.remedy.who is Who.BOTH_ADMINS
    assert judgement.counted[0].what.startswith("DUPLICATE_VALUE (Ext__c)")


def test_duplicates_of_another_kind_have_their_own_steps() -> None:
    quoted = errors("DUPLICATES_DETECTED: Use one of these records?\nDUPLICATE_EXTERNAL_ID: more than one")
    judgement = judged(write_rejected_duplicate_rule, HEALTHY, errors=quoted, rules=ONE_RULE)
    assert judgement.count == 2
    assert judgement.remedy
    steps = " ".join(step.text for step in judgement.remedy.steps)
    assert "Standard Contact" in steps
    assert "external-id field unique" in steps
