"""Opens that Unify counts have nowhere to go: a sent EmailMessage lets only custom fields change."""

import pytest

from diagnostics.checks.opens_in_standard_field import opens_in_standard_field
from diagnostics.facts.field_age import FieldInQuestion
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, UNSAID, UNSURE, field_rights, judged, opens

CUSTOM = field_rights("EmailMessage.Open_Count__c")
HEALTHY: dict[str, object] = {"opens": opens(3, 3), "rights": CUSTOM, "field": FieldInQuestion("Open_Count__c")}
NO_FIELD = opens(3, 0, fields=())


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the field is a custom one"),
        pytest.param({"opens": opens(0, 0, fields=()), "rights": field_rights(), "field": UNSAID}, Verdict.CLEAR,
                     id="Unify itself counted none"),
        pytest.param({"opens": NO_FIELD, "rights": field_rights()}, Verdict.CAUSE, id="no custom field may be edited"),
        pytest.param({"opens": NO_FIELD, "rights": field_rights("Task.Sequence__c"), "field": UNSAID}, Verdict.CAUSE,
                     id="one on Task is none on EmailMessage"),
        pytest.param({"opens": opens(3, 0), "rights": field_rights(read_only=("EmailMessage.Open_Count__c",)),
                      "field": UNSAID}, Verdict.CAUSE, id="the only custom field may not be edited"),
        pytest.param({"opens": NO_FIELD, "rights": field_rights("EmailMessage.IsExternallyVisible"), "field": UNSAID},
                     Verdict.CAUSE, id="a standard field is none"),
        pytest.param({"opens": opens(3, 0), "field": UNSAID}, Verdict.SUSPECT, id="a custom field exists, the mapping is not known"),
        pytest.param({"opens": opens(3, 0), "field": UNSURE}, Verdict.SUSPECT, id="nobody is sure which field"),
        pytest.param({"opens": opens(3, 0), "field": FieldInQuestion("open count")}, Verdict.CLEAR, id="named by its label"),
        pytest.param({"opens": opens(3, 0), "field": FieldInQuestion("Is Opened")}, Verdict.CAUSE, id="a standard field, named"),
        pytest.param({"opens": opens(3, 0), "field": FieldInQuestion("Opens")}, Verdict.SUSPECT, id="a name nobody knows"),
        pytest.param({"opens": opens(3, 0), "rights": DENIED}, Verdict.UNKNOWN, id="rights cannot be read"),
    ],
)  # fmt: skip
def test_opens_in_standard_field(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(opens_in_standard_field, HEALTHY, **facts).verdict is verdict


def test_opens_are_needed() -> None:
    """No EmailMessage, no judgement: the engine says unknown."""
    assert [n.fact.__name__ for n in opens_in_standard_field.needs if not n.optional] == ["OpenCounts"]
