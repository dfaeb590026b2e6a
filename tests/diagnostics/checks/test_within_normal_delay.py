from datetime import datetime, timedelta

import pytest

from diagnostics.checks.within_normal_delay import within_normal_delay
from diagnostics.facts.bulk_changes import BulkChanges
from diagnostics.facts.moment import Beginning
from diagnostics.judgement import Verdict
from diagnostics.question import Symptom
from tests.diagnostics.checks.facts import DENIED, NOW, UNSAID, ago, asked, judged

HEALTHY: dict[str, object] = {
    "begun": Beginning(ago(hours=2)), "changes": BulkChanges(120), "asked": asked(Symptom.EMAIL_MISSING),
}  # fmt: skip
BULK = BulkChanges(10_001)
RECORD = Beginning(ago(hours=2), of_record=True)


@pytest.mark.parametrize(
    ("facts", "verdict", "until"),
    [
        pytest.param({}, Verdict.CLEAR, None, id="two hours old"),
        pytest.param({"begun": Beginning(ago(minutes=10))}, Verdict.CAUSE, NOW + timedelta(minutes=20), id="too early"),
        pytest.param({"begun": Beginning(ago(minutes=29.9))}, Verdict.CAUSE, ago(minutes=-0.1), id="just too early"),
        pytest.param({"begun": Beginning(ago(minutes=30))}, Verdict.CLEAR, None, id="30 minutes are over"),
        pytest.param({"changes": BULK, "begun": RECORD}, Verdict.SUSPECT, NOW + timedelta(hours=2), id="a bulk change: 4 hours"),
        pytest.param({"changes": BULK}, Verdict.CLEAR, None, id="a bulk change holds records, emails are another cause's"),
        pytest.param({"changes": BULK, "begun": Beginning(ago(hours=4))}, Verdict.CLEAR, None, id="4 hours are over"),
        pytest.param({"changes": BULK, "begun": Beginning(ago(minutes=10))}, Verdict.CAUSE, NOW + timedelta(minutes=20),
                     id="too early, whatever changed"),
        pytest.param({"changes": DENIED}, Verdict.CLEAR, None, id="changes cannot be counted"),
        pytest.param({"begun": UNSAID}, Verdict.UNKNOWN, None, id="nobody knows when"),
        pytest.param({"begun": Beginning(ago(minutes=10)), "asked": asked(Symptom.BODY_MISSING)}, Verdict.CLEAR, None,
                     id="what has arrived is not late"),
        pytest.param({"begun": Beginning(ago(minutes=10)), "asked": asked(Symptom.LATE)}, Verdict.CAUSE,
                     NOW + timedelta(minutes=20), id="late"),
    ],
)  # fmt: skip
def test_within_normal_delay(facts: dict[str, object], verdict: Verdict, until: datetime | None) -> None:
    judgement = judged(within_normal_delay, HEALTHY, **facts)
    assert (judgement.verdict, judgement.until) == (verdict, until)


@pytest.mark.parametrize(("minutes", "said"), [(31, True), (59, True), (61, False)])
def test_after_one_cycle_the_second_may_still_be_running(minutes: int, said: bool) -> None:
    judgement = judged(within_normal_delay, HEALTHY, begun=Beginning(ago(minutes=minutes)))
    assert ("may still be running" in judgement.says) is said
