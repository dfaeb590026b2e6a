"""What was quoted, and what Salesforce is asked about it: only what an error needs, and in few calls."""

from dataclasses import replace
from typing import Any

import pytest

from diagnostics.asks import Ask, Found, Human, Missing, Reason, Soql
from diagnostics.check import Fact
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.facts.automation import Automation
from diagnostics.facts.duplicate_rules import DuplicateRules
from diagnostics.facts.named_fields import NamedFields
from diagnostics.facts.named_records import NamedAccess, NamedRecords
from diagnostics.facts.write_errors import UnreadErrors, WriteErrors
from diagnostics.gather import gather
from diagnostics.judgement import Verdict
from diagnostics.question import Org, Question, Symptom
from tests.diagnostics.checks.facts import CONTACT_ID, LEAD_ID, NOW, UNIFY_ID, question
from tests.diagnostics.world import World, rows

RULE, REQUIRED = "FIELD_CUSTOM_VALIDATION_EXCEPTION", "REQUIRED_FIELD_MISSING"
JOINED: tuple[type[Fact], ...] = (NamedRecords, NamedAccess, NamedFields, Automation, DuplicateRules)


def told(text: str = "", attached: str = "") -> Question:
    return replace(question(Symptom.WRITE_ERROR, text=text), attached=attached)


def fact(kind: type[Fact], asked: Question, world: World | None = None) -> Any:
    return gather([(kind, Org())], asked, world or World()).facts[kind, Org()]


def answered(value: str) -> World:
    return World({"write-error": Found(value, NOW, "dana")})


def codes(asked: Question, world: World | None = None) -> list[tuple[str, int]] | Reason:
    found = fact(WriteErrors, asked, world)
    return found.reason if isinstance(found, Missing) else [(e.code, e.count) for e in found.errors]


@pytest.mark.parametrize(
    ("asked", "world", "expected"),
    [
        pytest.param(told(f"{RULE}: no"), None, [(RULE, 1)], id="in the message: nobody is asked"),
        pytest.param(told("", f"Id,Email,Error\n1,a@b.co,{RULE}: no\n2,b@b.co,{RULE}: no\n"), None, [(RULE, 2)], id="in a file"),
        pytest.param(told(f"lots of {RULE} here", f"Id,Email,Error\n1,a@b.co,{RULE}: no\n"), None, [(RULE, 1)], id="in both: once"),
        pytest.param(told(f"{REQUIRED}: [A__c]", f"Id,Email,Error\n1,a@b.co,{RULE}: no\n2,a@b.co,{RULE}: no\n"), None,
                     [(RULE, 2), (REQUIRED, 1)], id="each has its own"),
        pytest.param(told("errors"), None, Reason.UNSAID, id="nobody has looked"),
        pytest.param(told("errors"), answered("none"), [], id="there is nothing"),
        pytest.param(told("errors"), answered(f"{RULE}: no\n{RULE}: no"), [(RULE, 2)], id="the answer"),
        pytest.param(told("errors"), answered("it says something odd"), Reason.ABSENT, id="an answer without a code clears nothing"),
        pytest.param(told("`Something is invalid here`"), answered("none"), Reason.ABSENT, id="quoted without a code, page empty"),
        pytest.param(told("PROCESSING_HALTED: x"), None, [("PROCESSING_HALTED", 1)], id="an echo: asked for more, in vain"),
        pytest.param(told("PROCESSING_HALTED: x"), answered(f"{RULE}: no"), [(RULE, 1)], id="an echo: and here is the error"),
        pytest.param(told("SOME_NEW_EXCEPTION: x"), None, Reason.UNSAID, id="an unknown code: asked for more"),
    ],
)  # fmt: skip
def test_what_was_quoted(asked: Question, world: World | None, expected: object) -> None:
    assert codes(asked, world) == expected


def test_a_person_is_asked_only_where_nothing_is_quoted() -> None:
    world = World()
    fact(WriteErrors, told(f"{RULE}: no"), world)
    assert world.rounds == []
    fact(WriteErrors, told("PROCESSING_HALTED: x"), world)
    assert world.rounds == [(Human("write-error"),)]


@pytest.mark.parametrize(
    ("asked", "world", "expected"),
    [
        pytest.param(told("SOME_NEW_EXCEPTION: what"), None, ["what"], id="a code that is not in the catalogue"),
        pytest.param(told("it says `Region ist ein Pflichtfeld` for all"), None, ["Region ist ein Pflichtfeld"], id="translated"),
        pytest.param(told("> Not allowed: see your admin"), None, ["Not allowed: see your admin"], id="quoted with >"),
        pytest.param(told("I get an error, is something invalid?"), None, Reason.UNSAID, id="nothing is quoted"),
        pytest.param(told("error on “Re: pricing”"), None, Reason.UNSAID, id="a subject is quoted"),
        pytest.param(told(f"{RULE}: no"), None, [], id="all is known"),
        pytest.param(told("errors"), answered("none"), [], id="there is nothing"),
        pytest.param(told("errors"), answered("Region ist leer"), ["Region ist leer"], id="any answer is what the page says"),
        pytest.param(told("", f"Id,Email,Error\n1,a@b.co,{RULE}: no\n2,b@b.co,Odd thing happened\n"), None, ["Odd thing happened"],
                     id="rows of a file"),
    ],
)  # fmt: skip
def test_what_was_quoted_and_is_not_known(asked: Question, world: World | None, expected: object) -> None:
    found = fact(UnreadErrors, asked, world)
    assert (found.reason if isinstance(found, Missing) else [e.message for e in found.errors]) == expected


def test_a_quotation_counts_only_where_an_error_is_asked_about() -> None:
    asked = replace(question(Symptom.REPLY_MISSING, text="my mail “Limited offer, access required” is missing"))
    assert isinstance(fact(UnreadErrors, asked), Missing)


@pytest.mark.parametrize("kind", JOINED)
@pytest.mark.parametrize("text", ["errors", f"{RULE}: no", "SERVER_UNAVAILABLE: server too busy"])
def test_salesforce_is_asked_only_about_an_error_that_needs_it(kind: type[Fact], text: str) -> None:
    world = World()
    assert isinstance(fact(kind, told(text), world), Missing)
    assert world.asked == ()


POINTING = (
    f"ENTITY_IS_DELETED: entity is deleted {CONTACT_ID}\nINSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: no: {LEAD_ID}\n"
    "INACTIVE_OWNER_OR_USER: inactive [005000000000009AAA]"
)
RECORDS: dict[str, Any] = {
    "FROM Contact WHERE Id": rows({
        "Id": CONTACT_ID, "Name": "Jane Miller", "IsDeleted": True, "MasterRecordId": "003000000000002AAA", "OwnerId": "0052",
        "Owner": {"IsActive": True},
    }),
    "FROM Lead WHERE Id": rows({
        "Id": LEAD_ID, "Name": "Lee Chan", "IsDeleted": False, "MasterRecordId": None, "IsConverted": True,
        "ConvertedContactId": CONTACT_ID, "OwnerId": "0052", "Owner": {"IsActive": False},
    }),
    "FROM User WHERE Id IN": rows({"Id": "005000000000009AAA", "Name": "Pete Former", "IsActive": False}),
    "FROM UserRecordAccess": rows(
        {"RecordId": CONTACT_ID, "HasReadAccess": True, "HasEditAccess": False},
        {"RecordId": LEAD_ID, "HasReadAccess": False, "HasEditAccess": False},
    ),
}  # fmt: skip


def test_the_records_that_errors_point_to() -> None:
    world = World(RECORDS)
    found = fact(NamedRecords, told(POINTING), world)
    assert {r.kind: r.trouble for r in found.rows} == {
        "Contact": "was merged into 003000000000002AAA",
        "Lead": f"was converted to Contact {CONTACT_ID}",
        "User": "is inactive",
    }
    assert "Pete" not in found.says
    assert found.link == "/003000000000002AAA"
    assert found.among((LEAD_ID[:15],)) == (found.rows[1],)
    assert world.calls == (1,)


def test_a_record_that_is_not_found_is_not_called_deleted() -> None:
    found = fact(NamedRecords, told(POINTING), World({**RECORDS, "FROM Contact WHERE Id": rows()}))
    assert found.unseen == (CONTACT_ID,)
    assert f"no record {CONTACT_ID} is visible to me" in found.says
    silent = Missing(Reason.DENIED, "it may not be read")
    unread = fact(NamedRecords, told(POINTING), World({**RECORDS, "FROM Contact WHERE Id": silent}))
    assert unread.unseen == ()


def test_what_the_integration_user_may_do_with_them() -> None:
    found = fact(NamedAccess, told(POINTING), World(RECORDS))
    assert (found.hidden, found.read_only) == ((LEAD_ID,), (CONTACT_ID,))
    assert UNIFY_ID not in found.says


def test_the_fields_that_errors_name() -> None:
    described = {"fields": [
        {"name": "Subject", "label": "Subject", "type": "combobox", "length": 255, "custom": False, "nillable": True,
         "defaultedOnCreate": False},
        {"name": "Region__c", "label": "Region", "type": "picklist", "length": 255, "custom": True, "nillable": False,
         "defaultedOnCreate": False, "restrictedPicklist": True,
         "picklistValues": [{"value": "North", "active": True}, {"value": "Old", "active": False}]},
        {"name": "Score__c", "label": "Score", "type": "double", "custom": True, "nillable": True, "calculated": True},
    ]}  # fmt: skip
    text = f"{REQUIRED}: [Region__c, Gone__c]\nSTRING_TOO_LONG: Subject: too large: x\nINVALID_FIELD_FOR_INSERT_UPDATE: no: Score__c"
    world = World({"sobjects/": {"fields": []}, "sobjects/Task/": described})
    found = fact(NamedFields, told(text), world)
    assert {f.name: f.state for f in found.fields} == {
        "Subject": "takes 255 characters",
        "Region__c": "must have a value and takes 255 characters and takes only North",
        "Score__c": "is a formula or numbers itself, so nobody can write it",
    }
    assert found.absent == ("Gone__c",)
    assert world.calls == (1,)


def test_a_field_is_absent_only_where_every_object_was_read() -> None:
    silent = Missing(Reason.DENIED, "it may not be read")
    assert fact(NamedFields, told(f"{REQUIRED}: [Gone__c]"), World({"sobjects/Lead/": silent})).absent == ()


def test_the_trigger_or_flow_that_an_error_names() -> None:
    triggers = rows(
        {"Name": "TaskTrigger", "NamespacePrefix": None, "TableEnumOrId": "Task"},
        {"Name": "Task", "NamespacePrefix": "x", "TableEnumOrId": "Task"},
        {"Name": "OtherTrigger", "NamespacePrefix": None, "TableEnumOrId": "Lead"},
    )
    flows = rows({"ApiName": "Set_Next_Step", "Label": "Set next step", "TriggerObjectOrEventLabel": "Aufgabe"})
    world = World({"FROM ApexTrigger": triggers, "FROM FlowDefinitionView": flows})
    text = (
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: acme.TaskTrigger: execution of BeforeInsert\n"
        "CANNOT_EXECUTE_FLOW_TRIGGER: We can't save this record because the “Set next step” process failed."
    )
    found = fact(Automation, told(text), world)
    assert [str(found.behind(e)) for e in fact(WriteErrors, told(text)).errors] == [
        "the Apex trigger “TaskTrigger” on Task",
        "the flow “Set next step” on Aufgabe",
    ]
    assert world.calls == (2,)


def test_the_duplicate_rules_that_are_active() -> None:
    world = World({"FROM DuplicateRule": rows({"MasterLabel": "Contacts", "SobjectType": "Contact"})})
    assert fact(DuplicateRules, told("DUPLICATES_DETECTED: Use one?"), world).rules == (("Contacts", "Contact"),)


def test_causes_of_an_export_are_ranked_by_count() -> None:
    lines = [f"a{n}@b.co,{REQUIRED}: Required fields are missing: [A__c]" for n in range(5)]
    lines += [f"b{n}@b.co,{RULE}: no" for n in range(9)]
    lines += ["c@b.co,UNABLE_TO_LOCK_ROW: unable", "d@b.co,SOME_NEW_EXCEPTION: what"]
    asked = told("", "Email,Error\n" + "\n".join(lines))
    report = diagnose(asked, LADDER, (), World())
    assert [(f.check.id, f.judgement.count) for f in report.causes] == [
        ("write-rejected-validation-rule", 9), ("write-rejected-required-field", 5), ("write-rejected-other", 1),
    ]  # fmt: skip
    assert not report.breakages
    assert all(f.verdict is not Verdict.EXPLAINED for f in report.causes)


def test_a_whole_diagnosis_asks_each_thing_once() -> None:
    world = World({**RECORDS, "FROM ApexTrigger": rows(), "FROM FlowDefinitionView": rows()})
    diagnose(told(f"{POINTING}\n{REQUIRED}: [A__c]\nAPEX_ERROR: X"), LADDER, (), world)
    asked: list[Ask] = [ask for asks in world.asked for ask in asks]
    assert len(asked) == len(set(asked))
    assert sum(isinstance(a, Soql) for a in asked) > 5
