import pytest

from diagnostics.checks.write_rejected_permission import write_rejected_permission
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, NO_ERRORS, UNIFY, UNSAID, access, errors, judged, permissions

HEALTHY: dict[str, object] = {"errors": NO_ERRORS, "system": permissions(), "access": access()}


@pytest.mark.parametrize(
    ("pasted", "verdict"),
    [
        pytest.param("INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id", Verdict.CAUSE, id="readonly"),
        pytest.param("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access", Verdict.CAUSE, id="reference"),
        pytest.param("INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Region__c", Verdict.CAUSE, id="field"),
        pytest.param("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message", Verdict.CAUSE,
                     id="entity not allowed"),
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
        pytest.param({"errors": errors("INSUFFICIENT_ACCESS_OR_READONLY"), "system": DENIED, "access": DENIED}, Verdict.CAUSE,
                     id="rights cannot be read"),
    ],
)  # fmt: skip
def test_what_else_is_known(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(write_rejected_permission, HEALTHY, **facts).verdict is verdict


def test_which_right_is_missing_is_said_to_admins() -> None:
    lacking = permissions(without=("PermissionsEditTask",))
    judgement = judged(
        write_rejected_permission, HEALTHY, errors=errors("INSUFFICIENT_ACCESS_OR_READONLY"), system=lacking
    )
    assert "Edit Tasks" in judgement.details
    assert UNIFY not in judgement.says
    assert lacking in judgement.because
