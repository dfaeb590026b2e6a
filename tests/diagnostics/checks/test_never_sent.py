"""Nothing was sent in the time in question, and Unify says why."""

import pytest

from diagnostics.checks.never_sent import never_sent
from diagnostics.facts.enrolments import Enrolment, Enrolments
from diagnostics.facts.moment import Beginning
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import NOW, UNSAID, ago, enrolment, enrolments, judged, sent_emails, unsent

WAITING = unsent()
HEALTHY: dict[str, object] = {
    "enrolments": enrolments(), "sent": sent_emails(ago(hours=5)), "begun": Beginning(ago(hours=5)),
}  # fmt: skip


def of(*rows: Enrolment) -> Enrolments:
    return Enrolments(rows)


def stopped(*why: str, **differs: object) -> Enrolment:
    return enrolment(stopped=why, **differs)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="sent"),
        pytest.param({"enrolments": of(stopped("cancelled"))}, Verdict.CLEAR, id="sent, and cancelled after that"),
        pytest.param({"sent": sent_emails(ago(hours=5), unsent=(unsent("bounced"),))}, Verdict.CLEAR,
                     id="sent; a later step was stopped"),
        pytest.param({"sent": sent_emails(ago(hours=5), unsent=(unsent("cancelled"),)), "begun": UNSAID}, Verdict.UNKNOWN,
                     id="one sent and one stopped: which is meant is not known"),
        pytest.param({"sent": sent_emails(), "enrolments": of(stopped("still a draft"))}, Verdict.CAUSE, id="draft"),
        pytest.param({"sent": sent_emails(), "enrolments": of(stopped("blocked"))}, Verdict.CAUSE, id="blocked"),
        pytest.param({"sent": sent_emails(unsent=(unsent("cancelled"),))}, Verdict.CAUSE, id="the step was cancelled"),
        pytest.param({"sent": sent_emails(unsent=(unsent("failed in Unify"),)), "begun": UNSAID}, Verdict.CAUSE,
                     id="the step failed; when it should have been sent is not known"),
        pytest.param({"sent": sent_emails(unsent=(WAITING,)),
                      "enrolments": of(stopped("excluded", updated_at=ago(days=200)))}, Verdict.CAUSE,
                     id="the enrolment of the unsent step is stopped, however long ago that was"),
        pytest.param({"sent": sent_emails(unsent=(WAITING,)),
                      "enrolments": of(enrolment(), stopped("cancelled", id="enr_0", updated_at=ago(days=200)))},
                     Verdict.CLEAR, id="another enrolment was stopped long ago"),
        pytest.param({"sent": sent_emails(), "enrolments": of(stopped("ended by a bounce", updated_at=ago(days=200)))},
                     Verdict.CLEAR, id="stopped long before that time"),
        pytest.param({"sent": sent_emails(exactly=ago(hours=5)),
                      "enrolments": of(stopped("ended by a bounce", updated_at=ago(days=3)))}, Verdict.CAUSE,
                     id="stopped shortly before that time"),
        pytest.param({"sent": sent_emails(unsent=(WAITING,))}, Verdict.CLEAR, id="only waiting for its time"),
        pytest.param({"sent": sent_emails(), "enrolments": of(enrolment(paused=True))}, Verdict.UNKNOWN,
                     id="paused: whether since before the email is not known"),
        pytest.param({"sent": sent_emails()}, Verdict.CLEAR, id="not sent, and nothing says why"),
        pytest.param({"sent": sent_emails(), "enrolments": enrolments(enrolled=False)}, Verdict.CLEAR, id="in no sequence"),
    ],
)  # fmt: skip
def test_never_sent(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(never_sent, HEALTHY, **facts).verdict is verdict


def test_the_reason_is_said() -> None:
    facts = {"sent": sent_emails(), "enrolments": of(stopped("excluded", updated_at=NOW))}
    assert "excluded" in judged(never_sent, HEALTHY, **facts).says


def test_without_unify_it_is_unknown() -> None:
    """Both facts of Unify's are needed: the engine says unknown, with the reason, where one is missing."""
    assert {n.fact.__name__ for n in never_sent.needs if not n.optional} == {"Enrolments", "SentEmails"}
