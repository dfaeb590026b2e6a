import pytest

from diagnostics.checks.mapping_read_only import mapping_read_only
from diagnostics.facts.said import MappingDirection
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import NO_ERRORS, NOW, UNSAID, UNSURE, errors, judged

HEALTHY: dict[str, object] = {"direction": MappingDirection("read-write", NOW), "errors": NO_ERRORS}
DEMANDED = errors("REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]")


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="read and write"),
        pytest.param({"direction": MappingDirection("write-only", NOW), "errors": DEMANDED}, Verdict.CLEAR, id="write only"),
        pytest.param({"direction": MappingDirection("read-only", NOW), "errors": DEMANDED}, Verdict.CAUSE,
                     id="read only, and demanded"),
        pytest.param({"direction": MappingDirection("read-only", NOW), "errors": UNSAID}, Verdict.CAUSE, id="read only, said"),
        pytest.param({"direction": UNSAID, "errors": DEMANDED}, Verdict.SUSPECT, id="demanded, direction unknown"),
        pytest.param({"direction": UNSURE, "errors": DEMANDED}, Verdict.SUSPECT, id="demanded, not sure"),
        pytest.param({"direction": MappingDirection("changed-recently", NOW), "errors": DEMANDED}, Verdict.SUSPECT,
                     id="demanded, changed lately"),
        pytest.param({"direction": MappingDirection("changed-recently", NOW)}, Verdict.CLEAR, id="changed lately"),
        pytest.param({"direction": UNSAID}, Verdict.UNKNOWN, id="nobody was asked"),
        pytest.param({"direction": UNSAID, "errors": UNSAID}, Verdict.UNKNOWN, id="nothing is known"),
        pytest.param({"direction": UNSAID, "errors": errors("STRING_TOO_LONG: too long")}, Verdict.UNKNOWN, id="another error"),
    ],
)  # fmt: skip
def test_mapping_read_only(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(mapping_read_only, HEALTHY, **facts).verdict is verdict
