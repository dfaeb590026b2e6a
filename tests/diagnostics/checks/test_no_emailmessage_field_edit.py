import pytest

from diagnostics.checks.no_emailmessage_field_edit import no_emailmessage_field_edit
from diagnostics.facts.field_age import FieldInQuestion
from diagnostics.facts.field_rights import FieldRights
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, UNSAID, judged, permissions

OPENS = ("Open Count", "EmailMessage.Open_Count__c")
EDITABLE = FieldRights(frozenset({OPENS[1]}), frozenset(), (OPENS,))
SHOWN = FieldRights(frozenset(), frozenset({OPENS[1]}), (OPENS,))
INVISIBLE = FieldRights(frozenset(), frozenset(), (OPENS,))
HEALTHY: dict[str, object] = {"rights": EDITABLE, "field": UNSAID, "system": permissions()}


@pytest.mark.parametrize(
    ("facts", "verdict", "says"),
    [
        pytest.param({}, Verdict.CLEAR, "", id="none is read-only"),
        pytest.param({"field": FieldInQuestion("Open_Count__c")}, Verdict.CLEAR, "may edit the field", id="it may edit it"),
        pytest.param({"rights": SHOWN, "field": FieldInQuestion("open_count__c")}, Verdict.CAUSE, OPENS[1], id="by API name"),
        pytest.param({"rights": SHOWN, "field": FieldInQuestion("Open count")}, Verdict.CAUSE, OPENS[1], id="by label"),
        pytest.param({"rights": INVISIBLE, "field": FieldInQuestion("Open Count")}, Verdict.CAUSE, OPENS[1], id="not even shown"),
        pytest.param({"rights": SHOWN, "field": FieldInQuestion("Open Count"), "system": DENIED}, Verdict.CAUSE, OPENS[1],
                     id="the sets cannot be read"),
        pytest.param({"rights": SHOWN}, Verdict.SUSPECT, "some fields", id="some are, mapped or not"),
        pytest.param({"field": FieldInQuestion("Region__c")}, Verdict.UNKNOWN, "Region__c", id="a field nobody has heard of"),
    ],
)  # fmt: skip
def test_no_emailmessage_field_edit(facts: dict[str, object], verdict: Verdict, says: str) -> None:
    judgement = judged(no_emailmessage_field_edit, HEALTHY, **facts)
    assert judgement.verdict is verdict
    assert says in judgement.says


def test_the_suspicion_lists_the_fields_for_admins() -> None:
    assert OPENS[1] in judged(no_emailmessage_field_edit, HEALTHY, rights=SHOWN).details
