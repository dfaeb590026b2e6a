"""API Enabled can be behind anything, View All Users behind wrong owners, View Setup behind nothing."""

from datetime import timedelta

import pytest

from diagnostics.checks.missing_system_permission import missing_system_permission
from diagnostics.judgement import Verdict
from diagnostics.question import Symptom
from tests.diagnostics.checks.facts import (
    ALIVE,
    DENIED,
    NO_ERRORS,
    NOW,
    UNIFY,
    UNSAID,
    asked,
    beat,
    errors,
    judged,
    permissions,
)

HEALTHY: dict[str, object] = {"system": permissions(), "errors": NO_ERRORS, "beat": ALIVE, "asked": asked()}
NO_API = permissions(without=("PermissionsApiEnabled",))
NO_USERS = permissions(without=("PermissionsViewAllUsers",))
NO_SETUP = permissions(without=("PermissionsViewSetup",))
NEITHER = permissions(without=("PermissionsViewAllUsers", "PermissionsViewSetup"))
OF_USER = errors("API_CURRENTLY_DISABLED: API is disabled for this User")
OF_SESSION = errors("INVALID_SESSION_ID: This session is not valid for use with the REST API")
OF_EDITION = errors("API_DISABLED_FOR_ORG: API is not enabled for this Organization or Partner")
LATER = beat(NOW + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("facts", "verdict", "aside"),
    [
        pytest.param({}, Verdict.CLEAR, False, id="all three"),
        pytest.param({"system": NO_API}, Verdict.CAUSE, False, id="no API Enabled"),
        pytest.param({"system": NO_API, "asked": asked(Symptom.BODY_MISSING)}, Verdict.CAUSE, False, id="for any symptom"),
        pytest.param({"system": NO_API, "errors": OF_USER}, Verdict.CAUSE, False, id="no API Enabled, and the error says so"),
        pytest.param({"system": NO_USERS}, Verdict.CAUSE, True, id="no View All Users: also found"),
        pytest.param({"system": NO_USERS, "asked": asked(Symptom.EMAIL_MISSING)}, Verdict.CAUSE, True,
                     id="no View All Users, emails missing: also found"),
        pytest.param({"system": NO_USERS, "asked": asked(Symptom.WRONG_OWNER)}, Verdict.CAUSE, False,
                     id="no View All Users, wrong owner"),
        pytest.param({"system": NEITHER, "asked": asked(Symptom.WRONG_OWNER)}, Verdict.CAUSE, False,
                     id="the one that can be the reason comes first"),
        pytest.param({"system": NO_SETUP, "asked": asked(Symptom.WRONG_OWNER)}, Verdict.CAUSE, True,
                     id="no View Setup blocks no write"),
        pytest.param({"system": permissions(without=("PermissionsActivitiesAccess",))}, Verdict.CLEAR, False,
                     id="Access Activities is another cause"),
        pytest.param({"system": DENIED}, Verdict.UNKNOWN, False, id="rights cannot be read"),
        pytest.param({"system": DENIED, "errors": UNSAID}, Verdict.UNKNOWN, False, id="nothing is known"),
        pytest.param({"system": DENIED, "errors": OF_USER}, Verdict.CAUSE, False, id="only the error is known"),
        pytest.param({"system": DENIED, "errors": OF_SESSION}, Verdict.CAUSE, False, id="the session error that means it"),
        pytest.param({"system": DENIED, "errors": errors("INVALID_SESSION_ID: Session expired or invalid")},
                     Verdict.UNKNOWN, False, id="the session error that does not"),
        pytest.param({"system": DENIED, "errors": OF_USER, "beat": LATER}, Verdict.UNKNOWN, False,
                     id="wrote after the error was pasted"),
        pytest.param({"errors": OF_USER}, Verdict.CLEAR, False, id="the error was once, the right is there now"),
        pytest.param({"errors": OF_EDITION}, Verdict.CAUSE, False, id="no right helps an edition without API"),
        pytest.param({"errors": OF_EDITION, "beat": LATER}, Verdict.CLEAR, False, id="wrote after the edition was changed"),
    ],
)  # fmt: skip
def test_missing_system_permission(facts: dict[str, object], verdict: Verdict, aside: bool) -> None:
    judgement = judged(missing_system_permission, HEALTHY, **facts)
    assert (judgement.verdict, judgement.aside) == (verdict, aside)


@pytest.mark.parametrize(
    ("system", "right"),
    [(NO_API, "API Enabled"), (NO_USERS, "View All Users"), (NO_SETUP, "View Setup and Configuration")],
)
def test_the_right_is_named_and_the_user_only_to_admins(system: object, right: str) -> None:
    judgement = judged(missing_system_permission, HEALTHY, system=system)
    assert right in judgement.says
    assert UNIFY not in judgement.says
    assert UNIFY in judgement.details
