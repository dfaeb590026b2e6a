import pytest

from diagnostics.checks.email_message_writeback_off import email_message_writeback_off
from diagnostics.facts.enhanced_email import EnhancedEmail
from diagnostics.facts.said import WritebackSwitch
from diagnostics.facts.writeback import WritebackTraces
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ALIVE, DENIED, NOW, UNSAID, ago, beat, judged

ON, OFF = WritebackSwitch("on", NOW), WritebackSwitch("off", NOW)
TASKS_ONLY = WritebackTraces(0, 3, False)
HEALTHY: dict[str, object] = {
    "switch": UNSAID, "traces": WritebackTraces(40, 0, False), "enhanced": EnhancedEmail(True, "the setting"), "beat": ALIVE,
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="EmailMessages are written"),
        pytest.param({"switch": OFF}, Verdict.CAUSE, id="said to be off"),
        pytest.param({"switch": OFF, "traces": DENIED, "enhanced": DENIED, "beat": DENIED}, Verdict.CAUSE, id="said, all unread"),
        pytest.param({"switch": WritebackSwitch("off", ago(hours=2))}, Verdict.CLEAR, id="wrote an EmailMessage since"),
        pytest.param({"switch": WritebackSwitch("off", ago(hours=2)), "beat": beat(tasks=(ago(hours=1),))}, Verdict.CAUSE,
                     id="wrote only a Task since"),
        pytest.param({"switch": ON, "traces": DENIED}, Verdict.CLEAR, id="said to be on"),
        pytest.param({"traces": TASKS_ONLY}, Verdict.CAUSE, id="three Tasks, Enhanced Email on"),
        pytest.param({"traces": WritebackTraces(0, 2, False)}, Verdict.SUSPECT, id="two Tasks"),
        pytest.param({"traces": TASKS_ONLY, "enhanced": DENIED}, Verdict.SUSPECT, id="three Tasks, Enhanced Email unread"),
        pytest.param({"traces": TASKS_ONLY, "switch": ON}, Verdict.SUSPECT, id="three Tasks, said to be on"),
        pytest.param({"traces": WritebackTraces(40, 3, False)}, Verdict.CLEAR, id="EmailMessages, too"),
        pytest.param({"traces": WritebackTraces(40, 1, True)}, Verdict.SUSPECT, id="template text"),
        pytest.param({"traces": WritebackTraces(0, 0, False)}, Verdict.UNKNOWN, id="wrote nothing in 7 days"),
        pytest.param({"traces": DENIED}, Verdict.UNKNOWN, id="what it writes cannot be read"),
    ],
)  # fmt: skip
def test_email_message_writeback_off(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(email_message_writeback_off, HEALTHY, **facts).verdict is verdict


def test_a_refuted_answer_is_not_what_clears_it() -> None:
    judgement = judged(email_message_writeback_off, HEALTHY, switch=WritebackSwitch("off", ago(hours=2)))
    assert not any(isinstance(fact, WritebackSwitch) for fact in judgement.because[:1])
