from datetime import timedelta

import pytest

from diagnostics.checks.api_limit_reached import api_limit_reached
from diagnostics.facts.api_allowance import ApiAllowance
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ALIVE, DENIED, DOWN, NO_ERRORS, NOW, UNSAID, asked, beat, errors, judged

HEALTHY: dict[str, object] = {
    "allowance": ApiAllowance(12_000, 100_000, False), "errors": UNSAID, "beat": ALIVE, "asked": asked(),
}  # fmt: skip
REFUSED = errors("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="far from used up"),
        pytest.param({"allowance": ApiAllowance(100_000, 100_000, False)}, Verdict.CAUSE, id="at 100 %"),
        pytest.param({"allowance": ApiAllowance(130_000, 100_000, False)}, Verdict.CAUSE, id="above"),
        pytest.param({"allowance": ApiAllowance(0, 0, True)}, Verdict.CAUSE, id="Salesforce itself refuses"),
        pytest.param({"allowance": ApiAllowance(90_000, 100_000, False)}, Verdict.SUSPECT, id="at 90 %"),
        pytest.param({"allowance": ApiAllowance(89_999, 100_000, False)}, Verdict.CLEAR, id="just below 90 %"),
        pytest.param({"errors": REFUSED}, Verdict.CAUSE, id="the refusal is pasted"),
        pytest.param(
            {"errors": REFUSED, "allowance": DOWN, "beat": DENIED}, Verdict.CAUSE, id="pasted, nothing else known"
        ),
        pytest.param({"errors": REFUSED, "beat": beat(NOW + timedelta(minutes=5))}, Verdict.CLEAR, id="wrote since"),
        pytest.param({"errors": NO_ERRORS}, Verdict.CLEAR, id="no error"),
        pytest.param(
            {"errors": errors("STRING_TOO_LONG: too long"), "allowance": DOWN}, Verdict.UNKNOWN, id="another error"
        ),
        pytest.param({"allowance": DOWN}, Verdict.UNKNOWN, id="usage not readable"),
    ],
)
def test_api_limit_reached(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(api_limit_reached, HEALTHY, **facts).verdict is verdict
