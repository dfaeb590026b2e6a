import pytest

from diagnostics.checks.sender_not_matched import sender_not_matched
from diagnostics.facts.sender import SenderUsers
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DANA, DENIED, judged, user

HEALTHY: dict[str, object] = {"users": SenderUsers(DANA, ("Dana Reyes",), ()), "integration": user()}


@pytest.mark.parametrize(
    ("facts", "verdict", "says"),
    [
        pytest.param({}, Verdict.CLEAR, "One active", id="exactly one"),
        pytest.param({"users": SenderUsers(DANA, ("Dana Reyes",), ("Dana Old",))}, Verdict.CLEAR, "One active", id="one active"),
        pytest.param({"users": SenderUsers(DANA, (), ())}, Verdict.CAUSE, "No Salesforce user", id="nobody"),
        pytest.param({"users": SenderUsers(DANA, (), ("Dana Reyes",))}, Verdict.CAUSE, "inactive", id="an inactive one"),
        pytest.param({"users": SenderUsers(DANA, ("Dana Reyes", "Dana R."), ())}, Verdict.SUSPECT, "2 active", id="several"),
        pytest.param({"users": SenderUsers(DANA, (), (), assumed=True)}, Verdict.SUSPECT, "your address", id="who asks, perhaps"),
        pytest.param({"users": SenderUsers(DANA, (), ()), "integration": DENIED}, Verdict.UNKNOWN, "View All Users",
                     id="the bot may not see users"),
    ],
)  # fmt: skip
def test_sender_not_matched(facts: dict[str, object], verdict: Verdict, says: str) -> None:
    judgement = judged(sender_not_matched, HEALTHY, **facts)
    assert judgement.verdict is verdict
    assert says in judgement.says
