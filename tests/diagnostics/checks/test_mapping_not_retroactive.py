import pytest

from diagnostics.checks.mapping_not_retroactive import mapping_not_retroactive
from diagnostics.facts.field_age import FieldAge, RecordAge
from diagnostics.facts.said import MappingChanged, MappingDirection
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, NOBODY, NOW, UNSAID, UNSURE, ago, judged

HEALTHY: dict[str, object] = {
    "age": FieldAge("Open_Count__c", ago(days=90), ago(days=3)), "record": RecordAge(ago(days=3)),
    "changed": MappingChanged("not-changed", NOW), "direction": UNSAID,
}  # fmt: skip
RECENTLY = "changed-recently"


def changed(days: int) -> MappingChanged:
    return MappingChanged(ago(days=days).isoformat(), NOW)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="never changed"),
        pytest.param({"age": FieldAge("Open_Count__c", ago(days=1), ago(days=3))}, Verdict.CAUSE, id="younger field"),
        pytest.param({"age": FieldAge("Open_Count__c", ago(days=1), ago(days=3)), "record": NOBODY, "changed": UNSAID},
                     Verdict.CAUSE, id="younger field, nothing else known"),
        pytest.param({"changed": changed(1)}, Verdict.CAUSE, id="mapped after the record"),
        pytest.param({"changed": changed(1), "age": DENIED}, Verdict.CAUSE, id="mapped after the record, field unread"),
        pytest.param({"changed": changed(9)}, Verdict.CLEAR, id="mapped before the record"),
        pytest.param({"changed": changed(1), "age": NOBODY, "record": NOBODY}, Verdict.SUSPECT, id="mapped, record unknown"),
        pytest.param({"changed": UNSAID, "direction": MappingDirection(RECENTLY, NOW)}, Verdict.SUSPECT,
                     id="changed recently, as the understanding puts it"),
        pytest.param({"changed": MappingChanged(RECENTLY, NOW)}, Verdict.SUSPECT, id="changed recently, date unknown"),
        pytest.param({"changed": UNSAID}, Verdict.UNKNOWN, id="nobody was asked"),
        pytest.param({"changed": UNSURE, "direction": MappingDirection("read-write", NOW)}, Verdict.UNKNOWN, id="not sure"),
    ],
)  # fmt: skip
def test_mapping_not_retroactive(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(mapping_not_retroactive, HEALTHY, **facts).verdict is verdict
