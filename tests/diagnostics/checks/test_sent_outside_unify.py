import pytest

from diagnostics.checks.sent_outside_unify import sent_outside_unify
from diagnostics.facts.said import Origin
from diagnostics.judgement import Verdict
from diagnostics.question import Symptom
from tests.diagnostics.checks.facts import (
    ARRIVED_EMAIL,
    DENIED,
    MISSING_EMAIL,
    NOW,
    UNSAID,
    ago,
    asked,
    judged,
    sent_emails,
    unify_person,
)

AT = ago(hours=5)
HEALTHY: dict[str, object] = {
    "origin": UNSAID, "sent": sent_emails(AT), "person": unify_person(), "deliveries": MISSING_EMAIL,
    "asked": asked(Symptom.EMAIL_MISSING),
}  # fmt: skip
GMAIL = Origin("gmail", NOW)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="Unify shows it sent"),
        pytest.param({"origin": GMAIL, "sent": sent_emails()}, Verdict.CAUSE, id="from Gmail"),
        pytest.param(
            {"origin": Origin("outlook", NOW), "sent": DENIED}, Verdict.CAUSE, id="from Outlook, Unify unread"
        ),
        pytest.param(
            {"origin": Origin("other-client", NOW)}, Verdict.CAUSE, id="elsewhere, though Unify sent another one"
        ),
        pytest.param(
            {"origin": GMAIL, "sent": sent_emails(AT, exactly=AT)}, Verdict.CLEAR, id="Unify saw that very email"
        ),
        pytest.param({"origin": GMAIL, "sent": sent_emails(exactly=AT)}, Verdict.CAUSE, id="nothing at that very time"),
        pytest.param(
            {"origin": Origin("unify", NOW), "sent": sent_emails()}, Verdict.CLEAR, id="said to be from Unify"
        ),
        pytest.param({"sent": sent_emails()}, Verdict.SUSPECT, id="Unify shows none in that time"),
        pytest.param({"person": unify_person("")}, Verdict.SUSPECT, id="Unify does not know the contact"),
        pytest.param(
            {"person": unify_person(""), "sent": DENIED}, Verdict.SUSPECT, id="unknown contact, emails unread"
        ),
        pytest.param({"deliveries": ARRIVED_EMAIL}, Verdict.SUSPECT, id="all that Unify sent has arrived"),
        pytest.param(
            {"deliveries": ARRIVED_EMAIL, "asked": asked(Symptom.OPENS_MISSING)}, Verdict.CLEAR, id="not missing"
        ),
        pytest.param({"sent": DENIED}, Verdict.UNKNOWN, id="Unify does not tell"),
        pytest.param({"sent": DENIED, "person": DENIED, "deliveries": DENIED}, Verdict.UNKNOWN, id="nothing is known"),
        pytest.param({"person": DENIED, "deliveries": DENIED}, Verdict.CLEAR, id="sent, the rest unread"),
    ],
)
def test_sent_outside_unify(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(sent_outside_unify, HEALTHY, **facts).verdict is verdict


def test_a_contradicted_answer_is_shown_with_what_contradicts_it() -> None:
    sent = sent_emails(AT, exactly=AT)
    assert judged(sent_outside_unify, HEALTHY, origin=GMAIL, sent=sent).because == (sent, GMAIL)
