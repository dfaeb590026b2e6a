"""Opens by Unify's count, beside what the fields of EmailMessage say."""

from diagnostics.asks import Json, Missing, Reason
from diagnostics.facts.open_counts import OpenCounts
from diagnostics.question import Person, Symptom
from tests.diagnostics.checks.facts import DENIED, JANE, question
from tests.diagnostics.world import MAIL, STEP, World, learn, rows

COUNT = {"name": "Open_Count__c", "label": "Open Count", "type": "double", "custom": True}
OPENED = {"name": "IsOpened", "label": "Is Opened", "type": "boolean", "custom": False}
TEXT = {"name": "Opening_Line__c", "label": "Opening line", "type": "string", "custom": True}
CLICKS = {"name": "Clicks__c", "label": "Clicks", "type": "double", "custom": True}


def opens(
    *fields: dict[str, Json], stored: float | None = None, counted: int = 3, but: dict[str, Json] | None = None
) -> OpenCounts | Missing:
    """Of Jane's email, with these fields on EmailMessage."""
    step = {**STEP, "email_message": {**STEP["email_message"], "opens": counted}}  # type: ignore[dict-item]
    world: dict[str, Json] = {
        "sobjects/EmailMessage/describe": {"fields": list(fields)}, "/sequences/v1/enrollment-steps": {"data": [step]},
        "FROM EmailMessage WHERE Id IN": rows({**MAIL, "Open_Count__c": stored}), **(but or {}),
    }  # fmt: skip
    return learn(OpenCounts, World(world), question(Symptom.OPENS_MISSING), Person(JANE))


def test_the_count_of_the_one_field_that_speaks_of_opens() -> None:
    found = opens(OPENED, TEXT, CLICKS, COUNT, stored=3.0)
    assert isinstance(found, OpenCounts)
    assert found.fields == ("Open_Count__c",)
    assert found.opened
    assert not found.behind


def test_fewer_than_unify_counts() -> None:
    for stored in (1.0, 0.0, None):
        found = opens(COUNT, stored=stored)
        assert isinstance(found, OpenCounts)
        assert found.behind


def test_without_a_field_only_unify_counts() -> None:
    found = opens(OPENED, TEXT)
    assert isinstance(found, OpenCounts)
    assert found.fields == ()
    assert found.opened


def test_standard_fields_are_known_by_name_and_label() -> None:
    found = opens(OPENED, COUNT)
    assert isinstance(found, OpenCounts)
    assert found.standard == {"isopened", "is opened"}


def test_unopened() -> None:
    found = opens(COUNT, counted=0)
    assert isinstance(found, OpenCounts)
    assert not found.opened


def test_a_task_holds_no_counts() -> None:
    none: dict[str, Json] = {"FROM EmailMessage WHERE Id IN": rows(), "FROM EmailMessageRelation": rows()}
    task = {
        "Id": "00T1", "Subject": "Email: Q3 pricing", "WhoId": "003000000000001AAA", "CreatedById": MAIL["CreatedById"],
        "CreatedDate": MAIL["CreatedDate"],
    }  # fmt: skip
    for tasks in (rows(), rows(task)):
        found = opens(COUNT, but=none | {"FROM Task WHERE WhoId": tasks})
        assert isinstance(found, Missing)
        assert found.reason is Reason.ABSENT


def test_what_cannot_be_read_is_missing() -> None:
    for source in ("sobjects/EmailMessage/describe", "/sequences/v1/enrollment-steps"):
        assert opens(COUNT, but={source: DENIED}) == DENIED
