"""The moment from which a delay is counted."""

from datetime import timedelta

import pytest

from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.question import Address, Question, Role, Symptom
from diagnostics.symptoms import SYMPTOMS
from tests.diagnostics.checks.facts import JANE, NOW
from tests.diagnostics.world import World


@pytest.mark.parametrize("minutes", [0, 20, 31])
def test_a_part_of_a_day_that_lasts_until_now_is_no_moment_to_count_from(minutes: int) -> None:
    """A mail "from this morning", asked about at five past nine, may well be an hour old."""
    question = Question(
        "", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,), addresses=(Address(JANE, Role.RECIPIENT),),
        sent_at=NOW - timedelta(minutes=5), sent_within=(NOW - timedelta(hours=9), NOW - timedelta(minutes=minutes)),
    )  # fmt: skip
    causes = {f.check.id for f in diagnose(question, LADDER, SYMPTOMS, World()).causes}
    assert "within-normal-delay" not in causes


@pytest.mark.parametrize(("minutes", "too_early"), [(-10, True), (-60, False), (1, False), (500, False)])
def test_what_is_still_to_come_is_no_moment_to_count_from(minutes: int, too_early: bool) -> None:
    """A mail "from this morning", asked about at night, is not early for being named by an hour of the day to come."""
    question = Question(
        "", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,), addresses=(Address(JANE, Role.RECIPIENT),),
        sent_at=NOW + timedelta(minutes=minutes),
    )  # fmt: skip
    causes = {f.check.id for f in diagnose(question, LADDER, SYMPTOMS, World()).causes}
    assert ("within-normal-delay" in causes) is too_early
