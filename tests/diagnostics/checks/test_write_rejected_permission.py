import pytest

from diagnostics.checks.write_rejected_permission import write_rejected_permission
from diagnostics.facts.field_rights import FieldRights
from diagnostics.facts.named_records import NamedAccess
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    CONTACT_ID,
    DENIED,
    NO_ERRORS,
    NOBODY,
    UNIFY,
    UNSAID,
    access,
    errors,
    judged,
    permissions,
)

CLICKS = "EmailMessage.Click_Count__c"
RIGHTS = FieldRights(frozenset({"EmailMessage.Open_Count__c"}), frozenset({CLICKS}), (("Click Count", CLICKS),))
HEALTHY: dict[str, object] = {
    "errors": NO_ERRORS, "system": permissions(), "access": access(), "rights": RIGHTS, "records": NOBODY,
}  # fmt: skip
READ_ONLY = "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id"


@pytest.mark.parametrize(
    ("pasted", "verdict"),
    [
        pytest.param(READ_ONLY, Verdict.CAUSE, id="readonly"),
        pytest.param("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access", Verdict.CAUSE, id="reference"),
        pytest.param("INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Region__c", Verdict.CAUSE, id="field"),
        pytest.param("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message", Verdict.CAUSE,
                     id="entity not allowed"),
        pytest.param("TXN_SECURITY_NO_ACCESS: not allowed", Verdict.CAUSE, id="a policy"),
        pytest.param("FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required", Verdict.CLEAR, id="another error"),
        pytest.param("nothing there", Verdict.CLEAR, id="no error"),
    ],
)  # fmt: skip
def test_write_rejected_permission(pasted: str, verdict: Verdict) -> None:
    assert judged(write_rejected_permission, HEALTHY, errors=errors(pasted)).verdict is verdict


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the page shows nothing"),
        pytest.param({"errors": UNSAID}, Verdict.UNKNOWN, id="nobody has looked"),
        pytest.param({"errors": errors(READ_ONLY), "system": DENIED, "access": DENIED, "rights": DENIED, "records": DENIED},
                     Verdict.CAUSE, id="rights cannot be read"),
    ],
)  # fmt: skip
def test_what_else_is_known(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(write_rejected_permission, HEALTHY, **facts).verdict is verdict


@pytest.mark.parametrize(
    ("quoted", "facts", "lacks"),
    [
        pytest.param(READ_ONLY, {"system": permissions(without=("PermissionsEditTask",))}, "Edit Tasks", id="system permission"),
        pytest.param("INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Click_Count__c", {},
                     f"edit on the field {CLICKS}", id="field"),
        pytest.param("INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Open_Count__c",
                     {"access": access(create=False)}, "", id="a field that may be edited"),
        pytest.param(READ_ONLY, {"access": access(edit=False)}, "Edit on EmailMessage", id="object"),
        pytest.param("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message",
                     {"access": access(create=False, edit=False)}, "Create on EmailMessage", id="the right it is about"),
        pytest.param(f"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: {CONTACT_ID}",
                     {"records": NamedAccess((CONTACT_ID,), ())}, f"Read on Contact {CONTACT_ID}", id="hidden record"),
        pytest.param(f"INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id: {CONTACT_ID[:15]}",
                     {"records": NamedAccess((), (CONTACT_ID,))}, f"Edit on Contact {CONTACT_ID}", id="record not to be edited"),
        pytest.param("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: x", {"records": NamedAccess((CONTACT_ID,), ())}, "",
                     id="another error's record"),
        pytest.param("TXN_SECURITY_NO_ACCESS: not allowed", {"system": permissions(without=("PermissionsEditTask",))}, "",
                     id="a right that it is not about"),
    ],
)  # fmt: skip
def test_which_right_is_missing_is_said_where_salesforce_shows_it(
    quoted: str, facts: dict[str, object], lacks: str
) -> None:
    judgement = judged(write_rejected_permission, HEALTHY, errors=errors(quoted), **facts)
    assert ("shows that the user lacks" in judgement.says) is bool(lacks)
    assert lacks in judgement.says
    assert UNIFY not in judgement.says
    assert judgement.remedy
    public = [step.text for step in judgement.remedy.steps if not step.private]
    assert not any(UNIFY in text for text in public)
    if lacks:
        assert any(lacks.partition(" on Contact ")[2] in text and "Permission Sets" in text for text in public)


def test_the_fact_that_shows_it_is_the_evidence() -> None:
    lacking = permissions(without=("PermissionsEditTask",))
    judgement = judged(write_rejected_permission, HEALTHY, errors=errors(READ_ONLY), system=lacking)
    assert "Edit Tasks" in judgement.details
    assert lacking in judgement.because
    assert HEALTHY["access"] not in judgement.because


def test_what_salesforce_does_not_show_is_mended_by_the_catalogue() -> None:
    lacking = permissions(without=("PermissionsEditTask",))
    quoted = errors(f"{READ_ONLY}\nTXN_SECURITY_NO_ACCESS: not allowed")
    remedy = judged(write_rejected_permission, HEALTHY, errors=quoted, system=lacking).remedy
    assert remedy
    steps = " ".join(step.text for step in remedy.steps)
    assert "System Permissions: Edit Tasks" in steps
    assert "Transaction Security Policies" in steps
