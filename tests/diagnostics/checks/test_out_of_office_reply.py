"""Automatic by Unify's word, or by the subject while the sequence waits; and only the reply that is meant."""

from datetime import datetime

import pytest

from diagnostics.checks.out_of_office_reply import out_of_office_reply
from diagnostics.facts.asked import Asked
from diagnostics.facts.enrolments import Enrolments
from diagnostics.judgement import Verdict
from diagnostics.question import Symptom
from tests.diagnostics.checks.facts import ago, enrolment, question

YESTERDAY = ago(days=1)


def judged(sent_at: datetime | None = None, **reply: object) -> Verdict:
    """The verdict on one enrolment, for a reply that is missing (of that time)."""
    facts = Enrolments((enrolment(**{"replied_at": YESTERDAY, **reply}),)) if reply else Enrolments((enrolment(),))
    return out_of_office_reply.judge(facts, Asked(question(Symptom.REPLY_MISSING, sent_at=sent_at))).verdict


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="no reply"),
        pytest.param({"automatic": True, "reply_subject": "Re: Q3 pricing"}, Verdict.CAUSE, id="Unify calls it automatic"),
        pytest.param({"paused": True, "reply_subject": "Out of office: back on Monday"}, Verdict.CAUSE,
                     id="its subject says so, and the enrolment is paused"),
        pytest.param({"paused": True, "reply_subject": "Abwesenheitsnotiz"}, Verdict.CAUSE, id="in German"),
        pytest.param({"paused": True, "reply_subject": "Réponse automatique : Q3"}, Verdict.CAUSE, id="in French"),
        pytest.param({"reply_subject": "Out of office: back on Monday"}, Verdict.CLEAR, id="the subject alone"),
        pytest.param({"paused": True, "reply_subject": "Re: Q3 pricing"}, Verdict.CLEAR, id="the pause alone"),
        pytest.param({"replied": True, "reply_subject": "Re: Q3 pricing"}, Verdict.CLEAR, id="a reply like any other"),
        pytest.param({"replied": True, "automatic": True}, Verdict.UNKNOWN, id="automatic, and counted all the same"),
        pytest.param({"automatic": True, "replied_at": None}, Verdict.CAUSE, id="when it came is not known"),
        pytest.param({"automatic": True, "replied_at": ago(days=60)}, Verdict.CLEAR, id="an automatic one of long ago"),
    ],
)  # fmt: skip
def test_out_of_office_reply(reply: dict[str, object], verdict: Verdict) -> None:
    assert judged(**reply) is verdict  # type: ignore[arg-type]  # fields by name


def test_a_reply_of_another_time_is_not_the_one() -> None:
    assert judged(sent_at=YESTERDAY, automatic=True) is Verdict.CAUSE
    assert judged(sent_at=ago(days=3), automatic=True) is Verdict.CLEAR
