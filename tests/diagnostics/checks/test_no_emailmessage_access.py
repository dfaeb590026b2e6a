import pytest

from diagnostics.checks.no_emailmessage_access import no_emailmessage_access
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
NO_ACTIVITIES = permissions(without=("PermissionsActivitiesAccess",))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="it may"),
        pytest.param({"access": access(read=False)}, Verdict.CAUSE, id="Salesforce says no"),
        pytest.param({"access": access(read=False), "system": DENIED, "objects": DENIED}, Verdict.CAUSE,
                     id="Salesforce says no, the rest unread"),
        pytest.param({"system": NO_ACTIVITIES}, Verdict.CAUSE, id="Access Activities is missing"),
        pytest.param({"system": NO_ACTIVITIES, "access": DENIED}, Verdict.CAUSE, id="missing, the verdict unread"),
        pytest.param({"access": NO_ROW}, Verdict.SUSPECT, id="no row"),
        pytest.param({"objects": rights("EmailMessage", "Edit")}, Verdict.SUSPECT,
                     id="yes, but its sets say no"),
        pytest.param({"objects": NO_RIGHTS_ROW}, Verdict.CLEAR, id="yes, and no set speaks of emails"),
        pytest.param({"objects": DENIED, "system": DENIED}, Verdict.CLEAR, id="yes, the rest unread"),
        pytest.param({"access": DENIED}, Verdict.UNKNOWN, id="the verdict cannot be read"),
    ],
)  # fmt: skip
def test_no_emailmessage_access(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(no_emailmessage_access, HEALTHY, **facts).verdict is verdict
