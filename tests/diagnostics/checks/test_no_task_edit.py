from dataclasses import replace

import pytest

from diagnostics.checks.no_task_edit import no_task_edit
from diagnostics.facts.permissions import Grant, SystemPermissions
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import UNIFY, permissions

LACKING = permissions(without=("PermissionsEditTask",))
ON_PROFILE = replace(LACKING, grants=(*LACKING.grants, Grant("Sales", True, frozenset({"PermissionsEditTask"}))))


@pytest.mark.parametrize(
    ("system", "verdict"),
    [
        pytest.param(permissions(), Verdict.CLEAR, id="a set grants it"),
        pytest.param(ON_PROFILE, Verdict.CLEAR, id="the profile grants it"),
        pytest.param(LACKING, Verdict.CAUSE, id="nothing grants it"),
        pytest.param(SystemPermissions(UNIFY, ()), Verdict.CAUSE, id="no active assignment"),
    ],
)
def test_no_task_edit(system: SystemPermissions, verdict: Verdict) -> None:
    assert no_task_edit.judge(system).verdict is verdict


def test_what_the_user_has_today_is_a_step_for_admins() -> None:
    remedy = no_task_edit.judge(LACKING).remedy
    assert remedy
    assert [step.text for step in remedy.steps if step.private] == [
        f"{UNIFY} has today: Unify Sync, Minimum Access (profile)."
    ]
