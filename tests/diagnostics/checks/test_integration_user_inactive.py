import pytest

from diagnostics.checks.integration_user_inactive import integration_user_inactive
from diagnostics.facts.sign_in import SignInLock
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ALIVE, DENIED, SILENT, UNIFY, UNSAID, ago, errors, judged, user

HEALTHY: dict[str, object] = {
    "user": user(),
    "lock": SignInLock(False, False, ago(days=90)),
    "beat": ALIVE,
    "errors": UNSAID,
}
FROZEN, LOCKED = SignInLock(True, False, ago(minutes=10)), SignInLock(False, True, ago(minutes=10))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="active and free"),
        pytest.param({"user": user(active=False)}, Verdict.CAUSE, id="inactive"),
        pytest.param(
            {"user": user(active=False), "lock": DENIED, "beat": DENIED}, Verdict.CAUSE, id="inactive is enough"
        ),
        pytest.param({"user": user(active=False, inferred=True)}, Verdict.SUSPECT, id="inactive, but nobody named it"),
        pytest.param(
            {"user": user(active=False, inferred=True), "errors": errors("invalid_grant: inactive user")},
            Verdict.CAUSE,
            id="inactive, nobody named it, and Unify was told the same",
        ),
        pytest.param({"lock": FROZEN}, Verdict.CAUSE, id="frozen"),
        pytest.param({"lock": LOCKED}, Verdict.CAUSE, id="locked"),
        pytest.param({"lock": LOCKED, "beat": DENIED}, Verdict.CAUSE, id="locked, and writes cannot be read"),
        pytest.param({"lock": SignInLock(True, False, ago(hours=1))}, Verdict.CLEAR, id="wrote since it was frozen"),
        pytest.param({"lock": SignInLock(True, False, None)}, Verdict.CAUSE, id="frozen since nobody knows when"),
        pytest.param({"lock": DENIED}, Verdict.CLEAR, id="locks cannot be read, but it has just written"),
        pytest.param({"lock": DENIED, "beat": SILENT}, Verdict.UNKNOWN, id="locks cannot be read, and it is silent"),
        pytest.param({"lock": DENIED, "beat": DENIED}, Verdict.UNKNOWN, id="nothing can be read"),
    ],
)
def test_integration_user_inactive(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(integration_user_inactive, HEALTHY, **facts).verdict is verdict


@pytest.mark.parametrize("facts", [{"user": user(active=False)}, {"lock": FROZEN}])
def test_the_users_name_is_for_admins(facts: dict[str, object]) -> None:
    judgement = judged(integration_user_inactive, HEALTHY, **facts)
    assert UNIFY not in judgement.says
    assert UNIFY in judgement.details
