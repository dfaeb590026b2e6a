import pytest

from diagnostics.checks.reply_in_other_thread import reply_in_other_thread
from diagnostics.facts.said import ReplyThread
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, NOW, UNSAID, UNSURE, asked, enrolments, judged

HEALTHY: dict[str, object] = {"thread": UNSAID, "enrolments": enrolments(replied=True), "asked": asked()}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="Unify has seen a reply"),
        pytest.param({"thread": ReplyThread("new", NOW)}, Verdict.CAUSE, id="a new email"),
        pytest.param({"thread": ReplyThread("new", NOW), "enrolments": DENIED}, Verdict.CAUSE, id="said, Unify unread"),
        pytest.param(
            {"thread": ReplyThread("same", NOW), "enrolments": enrolments()}, Verdict.CLEAR, id="the same thread"
        ),
        pytest.param({"enrolments": enrolments()}, Verdict.SUSPECT, id="Unify has seen no reply"),
        pytest.param({"thread": UNSURE, "enrolments": enrolments()}, Verdict.SUSPECT, id="not sure, and no reply seen"),
        pytest.param({"enrolments": enrolments(enrolled=False)}, Verdict.UNKNOWN, id="in no sequence"),
        pytest.param({"enrolments": DENIED}, Verdict.UNKNOWN, id="Unify does not tell"),
    ],
)
def test_reply_in_other_thread(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(reply_in_other_thread, HEALTHY, **facts).verdict is verdict
