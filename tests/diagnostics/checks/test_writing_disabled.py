"""Unify may not write: a person says so, or it was silent for a week while it sent; a later write refutes it."""

import pytest

from diagnostics.checks.writing_disabled import writing_disabled
from diagnostics.facts.said import WritingSwitch
from diagnostics.facts.unanswered import Unanswered
from diagnostics.facts.visible_emails import VisibleEmails
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ALIVE, DENIED, NOW, UNSAID, UNSURE, ago, beat, judged

USUAL = Unanswered((), True, NOW)
SENT, NONE = Unanswered((ago(hours=5),), False, NOW), Unanswered((), False, NOW)
HEALTHY: dict[str, object] = {"switch": UNSAID, "beat": ALIVE, "sends": USUAL, "emails": VisibleEmails()}
OFF, ON = WritingSwitch("off", ago(minutes=5)), WritingSwitch("on", ago(minutes=5))
NEVER, A_WEEK, TWO_DAYS = beat(), beat(ago(days=7), ago(days=7.1)), beat(ago(days=2), ago(days=2.1))
AFTER_A_GAP = beat(ago(days=8), ago(days=18))  # ten days of silence have been seen before


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="wrote lately"),
        pytest.param({"switch": OFF}, Verdict.CAUSE, id="a person says it is off"),
        pytest.param({"switch": OFF, "beat": DENIED, "sends": DENIED, "emails": DENIED}, Verdict.CAUSE,
                     id="off, and nothing can be read"),
        pytest.param({"switch": WritingSwitch("off", ago(hours=1))}, Verdict.CLEAR, id="wrote after it was said to be off"),
        pytest.param({"switch": OFF, "beat": beat(tasks=(NOW,))}, Verdict.CLEAR, id="a Task is a write, too"),
        pytest.param({"switch": ON, "beat": NEVER, "sends": SENT}, Verdict.CLEAR, id="a person says it is on"),
        pytest.param({"beat": NEVER, "sends": SENT}, Verdict.SUSPECT, id="never wrote, while Unify sends"),
        pytest.param({"beat": NEVER, "sends": SENT, "switch": UNSURE}, Verdict.SUSPECT, id="never wrote, nobody is sure"),
        pytest.param({"beat": NEVER, "sends": SENT, "emails": DENIED}, Verdict.UNKNOWN,
                     id="never wrote, but no email record of anybody is visible"),
        pytest.param({"beat": NEVER, "sends": NONE}, Verdict.UNKNOWN, id="never wrote, and Unify sent nothing"),
        pytest.param({"beat": A_WEEK, "sends": SENT}, Verdict.SUSPECT, id="a week without a write, while Unify sends"),
        pytest.param({"beat": A_WEEK, "sends": SENT, "emails": DENIED}, Verdict.SUSPECT, id="its own old records are visible"),
        pytest.param({"beat": AFTER_A_GAP, "sends": SENT}, Verdict.SUSPECT, id="a week, however long silence was before"),
        pytest.param({"beat": A_WEEK, "sends": NONE}, Verdict.CLEAR, id="a week in which Unify sent nothing"),
        pytest.param({"beat": A_WEEK, "sends": DENIED}, Verdict.UNKNOWN, id="a week, and Unify does not tell"),
        pytest.param({"beat": TWO_DAYS, "sends": SENT}, Verdict.UNKNOWN, id="two days: neither excluded nor suspected"),
        pytest.param({"beat": TWO_DAYS, "sends": NONE}, Verdict.CLEAR, id="two days in which Unify sent nothing"),
        pytest.param({"beat": DENIED, "sends": SENT}, Verdict.UNKNOWN, id="whether it wrote cannot be read"),
        pytest.param({"beat": DENIED, "sends": DENIED, "switch": UNSURE}, Verdict.UNKNOWN, id="nothing is known"),
    ],
)  # fmt: skip
def test_writing_disabled(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(writing_disabled, HEALTHY, **facts).verdict is verdict


def test_a_login_that_fails_is_the_better_explanation_of_silence() -> None:
    assert writing_disabled.withheld_by == {"credentials-expired"}
