import pytest

from diagnostics.checks.write_rejected_other import write_rejected_other
from diagnostics.errors import CATALOGUE, Entry, WriteError
from diagnostics.facts.named_fields import NamedField, NamedFields
from diagnostics.facts.named_records import NamedRecord, NamedRecords
from diagnostics.facts.write_errors import UnreadErrors
from diagnostics.judgement import Verdict, Who
from tests.diagnostics.checks.facts import CONTACT_ID, NO_ERRORS, NOBODY, UNSAID, errors, judged

NONE_UNREAD = UnreadErrors(())
HEALTHY: dict[str, object] = {"errors": NO_ERRORS, "unread": NONE_UNREAD, "fields": NOBODY, "records": NOBODY}
ODD = UnreadErrors((WriteError("", "Something odd happened"),))
OTHERS = [e for e in CATALOGUE if e.cause_id == "write-rejected-other"]


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="no error"),
        pytest.param({"errors": UNSAID, "unread": UNSAID}, Verdict.UNKNOWN, id="nobody has looked"),
        pytest.param({"errors": errors("STRING_TOO_LONG: Subject: data value too large: x")}, Verdict.CAUSE, id="a value"),
        pytest.param({"errors": errors("FIELD_CUSTOM_VALIDATION_EXCEPTION: no")}, Verdict.CLEAR, id="another cause's error"),
        pytest.param({"errors": UNSAID, "unread": ODD}, Verdict.SUSPECT, id="no code that is known"),
        pytest.param({"errors": errors("REQUIRED_FIELD_MISSING: [A__c]"), "unread": ODD}, Verdict.SUSPECT, id="some rows unknown"),
        pytest.param({"errors": errors("STRING_TOO_LONG: x"), "unread": ODD}, Verdict.CAUSE, id="known, and some rows unknown"),
        pytest.param({"errors": errors("PROCESSING_HALTED: Invalid reference")}, Verdict.SUSPECT, id="an echo names no fault"),
    ],
)  # fmt: skip
def test_write_rejected_other(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(write_rejected_other, HEALTHY, **facts).verdict is verdict


@pytest.mark.parametrize("entry", OTHERS, ids=lambda e: e.code)
def test_each_says_what_it_means_who_mends_it_and_whether_it_passes(entry: Entry) -> None:
    judgement = judged(write_rejected_other, HEALTHY, errors=errors(f"{entry.code}: some message"))
    assert entry.code in judgement.says
    assert entry.meaning in judgement.says
    remedy = judgement.remedy
    assert remedy
    assert remedy.who is entry.who
    assert [step.text for step in remedy.steps][: len(entry.steps)] == list(entry.steps)
    assert entry.likely in remedy.usual
    assert ("may pass by itself" in remedy.note) is entry.retryable


def test_what_is_quoted_and_not_known_is_told_and_asked_for() -> None:
    judgement = judged(write_rejected_other, HEALTHY, errors=UNSAID, unread=ODD)
    assert "Something odd happened" in judgement.says
    assert judgement.remedy
    assert judgement.remedy.who is Who.REP
    assert "Paste all of it" in judgement.remedy.steps[1].text


@pytest.mark.parametrize(
    ("quoted", "facts", "told"),
    [
        pytest.param("STRING_TOO_LONG: Subject: data value too large: x",
                     {"fields": NamedFields((NamedField("Task", "Subject", "Subject", "string", 255),))},
                     "Subject on Task takes 255 characters", id="the field's length"),
        pytest.param("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Status: bad value for restricted picklist field: Sent",
                     {"fields": NamedFields((NamedField("Task", "Status", "Status", "picklist", values=("Open", "Done")),))},
                     "Status on Task takes only Open, Done", id="the list's values"),
        pytest.param(f"ENTITY_IS_DELETED: entity is deleted {CONTACT_ID}",
                     {"records": NamedRecords((NamedRecord(CONTACT_ID, "Contact", "Jane Miller", deleted=True),))},
                     f"Contact Jane Miller ({CONTACT_ID}) was deleted", id="the record is deleted"),
        pytest.param(f"ENTITY_IS_DELETED: entity is deleted {CONTACT_ID[:15]}",
                     {"records": NamedRecords((NamedRecord(CONTACT_ID, "Contact", "J", deleted=True, merged_into="003X"),))},
                     "was merged into 003X", id="the record was merged"),
        pytest.param(f"INACTIVE_OWNER_OR_USER: operation performed with inactive user [{CONTACT_ID}]",
                     {"records": NamedRecords((NamedRecord(CONTACT_ID, "Contact", "Jane", owned=False),))},
                     "has an inactive owner", id="the owner has left"),
        pytest.param("UNABLE_TO_LOCK_ROW: unable",
                     {"records": NamedRecords((NamedRecord(CONTACT_ID, "Contact", "Jane", deleted=True),))}, "",
                     id="a record of another error"),
    ],
)  # fmt: skip
def test_it_is_joined_with_what_salesforce_shows(quoted: str, facts: dict[str, object], told: str) -> None:
    judgement = judged(write_rejected_other, HEALTHY, errors=errors(quoted), **facts)
    assert told in judgement.says
    assert bool(told) or "was deleted" not in judgement.says
    assert (set(facts.values()) <= set(judgement.because)) is bool(told)


def test_several_are_one_finding_with_the_steps_of_each() -> None:
    quoted = errors("UNABLE_TO_LOCK_ROW: unable\n" * 5 + "STORAGE_LIMIT_EXCEEDED: storage limit exceeded")
    judgement = judged(write_rejected_other, HEALTHY, errors=quoted)
    assert [c.count for c in judgement.counted] == [5, 1]
    assert "UNABLE_TO_LOCK_ROW" in judgement.says
    assert judgement.remedy
    assert judgement.remedy.who is Who.SALESFORCE_ADMIN
    assert [step.text.partition(":")[0] for step in judgement.remedy.steps[:2]] == [
        "UNABLE_TO_LOCK_ROW",
        "STORAGE_LIMIT_EXCEEDED",
    ]
    assert "UNABLE_TO_LOCK_ROW may pass" in judgement.remedy.note
