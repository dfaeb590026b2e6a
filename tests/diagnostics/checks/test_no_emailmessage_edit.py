import pytest

from diagnostics.checks.no_emailmessage_edit import no_emailmessage_edit
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    DENIED,
    NO_RIGHTS_ROW,
    NO_ROW,
    access,
    judged,
    permissions,
    rights,
)

HEALTHY: dict[str, object] = {
    "access": access(), "system": permissions(), "objects": rights("EmailMessage", "Read", "Create", "Edit"),
}  # fmt: skip
NO_TASKS = permissions(without=("PermissionsEditTask",))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="it may"),
        pytest.param({"access": access(create=False)}, Verdict.CAUSE, id="may not create"),
        pytest.param({"access": access(edit=False)}, Verdict.CAUSE, id="may not edit"),
        pytest.param({"access": access(edit=False), "system": DENIED, "objects": DENIED}, Verdict.CAUSE,
                     id="may not edit, the rest unread"),
        pytest.param({"access": NO_ROW}, Verdict.SUSPECT, id="no row"),
        pytest.param({"objects": rights("EmailMessage", "Read")}, Verdict.SUSPECT,
                     id="yes, but its sets say no"),
        pytest.param({"system": NO_TASKS}, Verdict.SUSPECT, id="yes, but Edit Tasks is missing"),
        pytest.param({"objects": NO_RIGHTS_ROW}, Verdict.CLEAR, id="yes, and no set speaks of emails"),
        pytest.param({"access": NO_ROW, "system": DENIED, "objects": DENIED}, Verdict.UNKNOWN,
                     id="no row, and nothing else is known"),
    ],
)  # fmt: skip
def test_no_emailmessage_edit(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(no_emailmessage_edit, HEALTHY, **facts).verdict is verdict


def test_what_is_missing_is_named() -> None:
    assert "create and edit" in judged(no_emailmessage_edit, HEALTHY, access=access(create=False, edit=False)).says
