"""Unify can no longer sign in: what proves it, what only points there, and what a later success refutes."""

import pytest

from diagnostics.checks.credentials_expired import credentials_expired
from diagnostics.facts.said import ConnectionPage
from diagnostics.facts.sign_in import SignIns
from diagnostics.facts.unanswered import Unanswered
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    ALIVE,
    DENIED,
    NO_ERRORS,
    NOW,
    SILENT,
    UNSAID,
    ago,
    asked,
    beat,
    errors,
    judged,
)

NO_FAILURES = SignIns("Unify", 0, "", None)
HEALTHY: dict[str, object] = {
    "page": UNSAID, "logins": NO_FAILURES, "errors": UNSAID, "beat": ALIVE,
    "sends": Unanswered((), True, NOW), "asked": asked(),
}  # fmt: skip
EXPIRED = ConnectionPage("expired", ago(minutes=5))
FAILED = SignIns("Unify", 2, "Invalid Refresh Token", ago(minutes=50))
SINCE, NONE, USUAL = Unanswered((ago(hours=1),), False, NOW), Unanswered((), False, NOW), Unanswered((), True, NOW)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="wrote lately"),
        pytest.param({"page": EXPIRED}, Verdict.CAUSE, id="the page asks to reconnect"),
        pytest.param({"page": EXPIRED, "beat": DENIED}, Verdict.CAUSE, id="the page, and writes cannot be read"),
        pytest.param({"page": ConnectionPage("expired", ago(hours=1))}, Verdict.CLEAR, id="wrote after the page was seen"),
        pytest.param({"logins": FAILED, "beat": SILENT}, Verdict.CAUSE, id="two sign-ins failed since the last success"),
        pytest.param({"logins": FAILED, "beat": DENIED}, Verdict.CAUSE, id="two failures, and writes cannot be read"),
        pytest.param({"logins": FAILED}, Verdict.CLEAR, id="wrote after the failures"),
        pytest.param(
            {"logins": SignIns("Unify", 1, "Failed", ago(minutes=50)), "beat": SILENT, "sends": NONE},
            Verdict.CLEAR, id="one failure is routine",
        ),
        pytest.param({"errors": errors("invalid_grant: expired access/refresh token"), "beat": SILENT}, Verdict.CAUSE,
                     id="an OAuth error is pasted"),
        pytest.param({"errors": errors('{"error":"invalid_grant","error_description":"inactive user"}'), "beat": SILENT},
                     Verdict.CAUSE, id="an OAuth error that speaks of the user is an OAuth error, too"),
        pytest.param({"errors": errors("invalid_grant: expired access/refresh token"), "beat": beat(NOW + (NOW - ago(minutes=1)))},
                     Verdict.CLEAR, id="wrote after the error was pasted"),
        pytest.param({"errors": errors("INVALID_SESSION_ID: Session expired or invalid"), "beat": SILENT}, Verdict.SUSPECT,
                     id="a session error alone may be routine"),
        pytest.param({"errors": errors("INVALID_SESSION_ID: Session expired or invalid"), "page": ConnectionPage("ok", NOW),
                      "beat": SILENT}, Verdict.CLEAR, id="a session error, and the page is fine"),
        pytest.param(
            {"errors": errors("INVALID_SESSION_ID: This session is not valid for use with the REST API"), "beat": SILENT},
            Verdict.CLEAR, id="the session error without API access is another cause",
        ),
        pytest.param({"errors": errors("FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required"), "beat": SILENT},
                     Verdict.CLEAR, id="an error about a record needs a sign-in"),
        pytest.param({"beat": SILENT, "sends": SINCE}, Verdict.SUSPECT, id="silent while Unify sends"),
        pytest.param({"beat": SILENT, "sends": NONE}, Verdict.CLEAR, id="Unify sent nothing since its last write"),
        pytest.param({"beat": SILENT, "sends": USUAL}, Verdict.UNKNOWN, id="silent no longer than usual"),
        pytest.param({"beat": beat(ago(days=8), ago(days=18)), "sends": SINCE}, Verdict.UNKNOWN,
                     id="silent for long, but no longer than before, while Unify sends"),
        pytest.param({"beat": SILENT, "sends": SINCE, "page": ConnectionPage("ok", NOW)}, Verdict.CLEAR,
                     id="silent, and the page is fine"),
        pytest.param({"beat": SILENT, "sends": DENIED}, Verdict.UNKNOWN, id="silent, and Unify does not tell"),
        pytest.param({"beat": beat(), "sends": SINCE}, Verdict.UNKNOWN, id="it never wrote: another cause"),
        pytest.param({"beat": DENIED, "logins": DENIED}, Verdict.UNKNOWN, id="nothing can be read"),
        pytest.param({"beat": DENIED, "logins": DENIED, "errors": NO_ERRORS}, Verdict.UNKNOWN, id="no error is no proof"),
    ],
)  # fmt: skip
def test_credentials_expired(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(credentials_expired, HEALTHY, **facts).verdict is verdict
