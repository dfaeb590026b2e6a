import pytest

from diagnostics.checks.mailbox_disconnected import mailbox_disconnected
from diagnostics.facts.enrolments import Enrolments
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, ago, enrolment, enrolments, judged, sent_emails, unsent

UNAUTHORISED = Enrolments((enrolment(unauthorized=True),))
PAUSED = Enrolments((enrolment(mailbox_paused=True),))
HEALTHY: dict[str, object] = {"enrolments": enrolments(), "sent": sent_emails(ago(hours=5))}
WAITING = sent_emails(unsent=(unsent(),))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the mailbox works"),
        pytest.param({"sent": WAITING}, Verdict.CLEAR, id="a step waits, and the mailbox works"),
        pytest.param({"sent": DENIED}, Verdict.CLEAR, id="the mailbox works, whatever was sent"),
        pytest.param({"enrolments": UNAUTHORISED, "sent": WAITING}, Verdict.CAUSE, id="unauthorised, the step is unsent"),
        pytest.param({"enrolments": PAUSED, "sent": WAITING}, Verdict.CAUSE, id="paused, the step is unsent"),
        pytest.param({"enrolments": UNAUTHORISED, "sent": sent_emails(ago(hours=5), exactly=ago(hours=5))}, Verdict.CLEAR,
                     id="unauthorised now, and that email was sent"),
        pytest.param({"enrolments": UNAUTHORISED}, Verdict.SUSPECT, id="unauthorised now, which email is not known"),
        pytest.param({"enrolments": PAUSED}, Verdict.SUSPECT, id="paused now, which email is not known"),
        pytest.param({"enrolments": UNAUTHORISED, "sent": sent_emails(exactly=ago(hours=5))}, Verdict.SUSPECT,
                     id="Unify knows no step of that time"),
        pytest.param({"enrolments": UNAUTHORISED, "sent": sent_emails(unsent=(unsent(mailbox="sam@getinitech.com"),))},
                     Verdict.SUSPECT, id="the unsent step is another mailbox's"),
        pytest.param({"enrolments": UNAUTHORISED, "sent": DENIED}, Verdict.SUSPECT, id="unauthorised, the email not known"),
    ],
)  # fmt: skip
def test_mailbox_disconnected(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(mailbox_disconnected, HEALTHY, **facts).verdict is verdict
