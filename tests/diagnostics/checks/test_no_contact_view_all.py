import pytest

from diagnostics.checks.no_contact_view_all import no_contact_view_all
from diagnostics.facts.record_access import RecordAccess
from diagnostics.judgement import Verdict
from diagnostics.question import Symptom
from tests.diagnostics.checks.facts import (
    CONTACT_ID,
    DENIED,
    NO_RIGHTS_ROW,
    NOBODY,
    asked,
    judged,
    permissions,
    rights,
)

HEALTHY: dict[str, object] = {
    "objects": rights("Contact", "Read", "ViewAllRecords"), "system": permissions(), "record": RecordAccess((CONTACT_ID,), ()),
    "asked": asked(Symptom.NOT_LINKED),
}  # fmt: skip
SHARED_ONLY = rights("Contact", "Read")
HIDDEN = RecordAccess((), (CONTACT_ID,))


@pytest.mark.parametrize(
    ("facts", "verdict", "aside"),
    [
        pytest.param({}, Verdict.CLEAR, False, id="View All Records"),
        pytest.param({"objects": rights("Contact", "ModifyAllRecords"), "record": HIDDEN}, Verdict.CLEAR, False,
                     id="Modify All Records"),
        pytest.param({"objects": NO_RIGHTS_ROW, "system": permissions(broad=True)}, Verdict.CLEAR, False, id="sees all data"),
        pytest.param({"objects": SHARED_ONLY, "record": HIDDEN}, Verdict.CAUSE, False, id="cannot see this Contact"),
        pytest.param({"objects": SHARED_ONLY}, Verdict.CLEAR, False, id="sees this Contact"),
        pytest.param({"objects": NO_RIGHTS_ROW, "record": NOBODY}, Verdict.SUSPECT, False, id="not linked in general"),
        pytest.param({"objects": SHARED_ONLY, "record": NOBODY, "asked": asked(Symptom.PERSON_MISSING)}, Verdict.SUSPECT,
                     False, id="people missing in general"),
        pytest.param({"objects": SHARED_ONLY, "record": NOBODY, "asked": asked()}, Verdict.CAUSE, True,
                     id="nobody complains: also found"),
        pytest.param({"objects": SHARED_ONLY, "record": NOBODY, "asked": asked(Symptom.EMAIL_MISSING)}, Verdict.CAUSE, True,
                     id="another symptom: also found"),
        pytest.param({"objects": SHARED_ONLY, "record": NOBODY, "system": DENIED}, Verdict.UNKNOWN, False,
                     id="View All Data cannot be excluded"),
    ],
)  # fmt: skip
def test_no_contact_view_all(facts: dict[str, object], verdict: Verdict, aside: bool) -> None:
    judgement = judged(no_contact_view_all, HEALTHY, **facts)
    assert (judgement.verdict, judgement.aside) == (verdict, aside)


def test_unifys_texts_differ_and_the_remedy_says_so() -> None:
    remedy = judged(no_contact_view_all, HEALTHY, objects=SHARED_ONLY, record=HIDDEN).remedy
    assert remedy
    assert "4 May 2026" in remedy.note
    assert "do not list it" in remedy.note
