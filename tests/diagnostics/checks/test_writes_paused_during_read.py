import pytest

from diagnostics.checks.writes_paused_during_read import writes_paused_during_read
from diagnostics.facts.bulk_changes import BulkChanges
from diagnostics.facts.said import SyncRunning
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import ALIVE, DENIED, NOW, UNSAID, UNSURE, ago, beat, judged

HEALTHY: dict[str, object] = {"running": UNSAID, "changes": BulkChanges(120), "beat": beat(ago(minutes=10))}
YES, NO = SyncRunning("yes", NOW), SyncRunning("no", NOW)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="wrote a moment ago"),
        pytest.param({"running": YES}, Verdict.CAUSE, id="a long sync is running"),
        pytest.param({"running": YES, "beat": DENIED, "changes": DENIED}, Verdict.CAUSE, id="said, nothing else known"),
        pytest.param({"running": SyncRunning("yes", ago(minutes=20))}, Verdict.CLEAR, id="wrote since that was said"),
        pytest.param(
            {"running": NO, "beat": ALIVE, "changes": BulkChanges(50_000)}, Verdict.CLEAR, id="no sync is running"
        ),
        pytest.param({"beat": ALIVE, "changes": BulkChanges(10_001)}, Verdict.SUSPECT, id="a bulk change"),
        pytest.param(
            {"beat": DENIED, "changes": BulkChanges(10_001)}, Verdict.SUSPECT, id="a bulk change, writes unread"
        ),
        pytest.param(
            {"beat": ALIVE, "changes": BulkChanges(10_000)}, Verdict.UNKNOWN, id="10,000 are not more than 10,000"
        ),
        pytest.param({"changes": BulkChanges(50_000)}, Verdict.CLEAR, id="a bulk change, yet it writes"),
        pytest.param({"beat": ALIVE, "changes": DENIED}, Verdict.UNKNOWN, id="changes cannot be counted"),
        pytest.param({"beat": DENIED, "running": UNSURE}, Verdict.UNKNOWN, id="nobody knows"),
    ],
)
def test_writes_paused_during_read(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(writes_paused_during_read, HEALTHY, **facts).verdict is verdict
