import pytest

from diagnostics.checks.enhanced_email_off import enhanced_email_off
from diagnostics.facts.enhanced_email import EnhancedEmail, How
from diagnostics.judgement import Verdict


@pytest.mark.parametrize(
    ("on", "how", "verdict"),
    [
        (False, "the setting", Verdict.CAUSE),
        (False, "a person", Verdict.CAUSE),
        (False, "no EmailMessage object", Verdict.SUSPECT),
        (True, "the setting", Verdict.CLEAR),
        (True, "emails without a case", Verdict.CLEAR),
        (True, "a person", Verdict.CLEAR),
    ],
)
def test_enhanced_email_off(on: bool, how: How, verdict: Verdict) -> None:
    assert enhanced_email_off.judge(EnhancedEmail(on, how)).verdict is verdict


def test_the_switch_is_one_way_and_the_remedy_says_so() -> None:
    remedy = enhanced_email_off.judge(EnhancedEmail(False, "the setting")).remedy
    assert remedy
    assert "cannot be switched off again" in remedy.steps[0].text
