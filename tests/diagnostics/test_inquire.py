"""What to ask a person next: at most two questions, the one that tells most first, and never what is settled."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.answers import Answer, people
from diagnostics.asks import Ask, Found, Human, Json, Missing, Reason
from diagnostics.check import needs_of
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.facts.said import Said, WritingSwitch
from diagnostics.gather import Gathered
from diagnostics.inquire import inquire
from diagnostics.judgement import Judgement, Verdict, clear, unknown
from diagnostics.prompts import NOT_SURE, PROMPTS
from diagnostics.question import Address, Org, Question, Role, Symptom
from diagnostics.report import Finding, Report
from diagnostics.symptoms import SYMPTOMS
from tests.diagnostics.checks.facts import JANE, NOW, UNSAID, UNSURE, ago
from tests.diagnostics.world import MAIL, PERMISSION_SET, World, rows

TO_JANE = (Address(JANE, Role.RECIPIENT),)
KEYS = sorted(PROMPTS.keys() - {"integration-user"})
NOT_ENROLLED: dict[str, Json] = {"/sequences/v1/enrollments": {"enrollments": []}}
SILENT: dict[str, Json] = {
    "FROM EmailMessage WHERE CreatedById": rows(
        *({**MAIL, "CreatedDate": ago(hours=10 + i).isoformat()} for i in range(3))
    ),
    "FROM EmailMessage WHERE Id IN": rows(),
    "FROM EmailMessageRelation": rows(),
}
NO_TASK_EDIT: dict[str, Json] = {
    "FROM PermissionSetAssignment": rows(
        {"IsActive": True, "ExpirationDate": None, "PermissionSet": PERMISSION_SET | {"PermissionsEditTask": False}}
    )
}
NO_UNIFY: dict[str, Json] = dict.fromkeys(
    ("/data/v1/objects/person", "/sequences/v1/enrollments", "/sequences/v1/enrollment-steps"),
    Missing(Reason.DENIED, "no API key is set"),
)


def ask(symptom: Symptom, answers: dict[str, Json], addresses: tuple[Address, ...] = TO_JANE) -> Report:
    """Diagnose in a world where this is so, and this was said."""
    return diagnose(Question("", NOW, NOW, symptoms=(symptom,), addresses=addresses), LADDER, SYMPTOMS, World(answers))


def keys(report: Report) -> list[str]:
    """What is asked, in order."""
    return [p.key for p in report.prompts]


def said(value: str) -> Found | Missing:
    """A person's word."""
    return UNSURE if value == NOT_SURE else Found(value, NOW, "Dana")


def test_whom_it_was_to_is_asked_first_where_nobody_is_named() -> None:
    assert keys(ask(Symptom.EMAIL_MISSING, {}, ()))[:1] == ["contact"]


def test_where_it_was_sent_from_is_asked_where_unify_shows_none() -> None:
    assert keys(ask(Symptom.EMAIL_MISSING, NOT_ENROLLED))[:1] == ["origin"]


def test_without_unify_people_are_asked() -> None:
    assert keys(ask(Symptom.EMAIL_MISSING, NO_UNIFY))[:1] == ["sent-at"]  # which of their emails is meant
    assert keys(ask(Symptom.EMAIL_MISSING, NO_UNIFY | {"sent-at": UNSURE}))[:1] == ["origin"]


def test_the_state_of_the_integration_is_told_without_questions() -> None:
    report = diagnose(Question("", NOW, NOW), LADDER, SYMPTOMS, World())
    assert report.of(Verdict.UNKNOWN)
    assert report.prompts == ()


def test_but_a_suspicion_about_it_is_worth_one() -> None:
    silent = {"FROM EmailMessage WHERE CreatedById": rows(), "FROM Task WHERE CreatedById": rows(), "FROM Account": 0}
    many = {"FROM Account": {"totalSize": 90_000, "records": []}}
    assert set(keys(diagnose(Question("", NOW, NOW), LADDER, SYMPTOMS, World(silent | many)))) == {
        "writing-enabled",
        "sync-running",
    }


def test_a_proved_cause_ends_the_questions() -> None:
    report = ask(Symptom.EMAIL_MISSING, NOT_ENROLLED | {"origin": said("gmail")})
    assert [f.check.id for f in report.causes] == ["sent-outside-unify"]
    assert report.prompts == ()


@pytest.mark.parametrize(
    ("answered", "cause", "next"),
    [
        ({"reply-thread": said("new")}, "reply-in-other-thread", "reply-address"),
        ({"reply-address": said("other")}, "reply-to-other-address", "reply-thread"),
    ],
)
def test_a_proved_reply_cause_does_not_close_the_other_question(
    answered: dict[str, Json], cause: str, next: str
) -> None:
    report = ask(Symptom.REPLY_MISSING, answered)
    assert [f.check.id for f in report.causes] == [cause]
    assert keys(report) == [next]


def test_a_missing_required_field_leaves_its_mapping_open() -> None:
    question = Question(
        "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]", NOW, NOW, symptoms=(Symptom.WRITE_ERROR,)
    )
    report = diagnose(question, LADDER, SYMPTOMS, World())
    assert [f.check.id for f in report.causes] == ["write-rejected-required-field"]
    assert keys(report) == ["mapping"]


def test_a_refuted_symptom_asks_nothing() -> None:
    report = ask(Symptom.PERSON_MISSING, {})
    assert report.established.state == "refuted"
    assert report.prompts == ()


def test_what_the_message_says_is_not_asked() -> None:
    question = Question("", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,), addresses=TO_JANE, stated={"origin": "unify"})
    world, hear = World(NO_UNIFY), people(question, [Answer("connection", NOT_SURE, "Dana", NOW)])

    def look_up(asks: tuple[Ask, ...]) -> dict[Ask, Found | Missing]:
        return {**world(asks), **{a: f for a, f in hear(asks).items() if a != Human("integration-user")}}

    report = diagnose(question, LADDER, SYMPTOMS, look_up)  # type: ignore[arg-type]  # the engine asks with tuples
    assert report.prompts
    assert not {"origin", "connection"} & set(keys(report))


def _unknown(*ids: str) -> tuple[list[Finding], Gathered]:
    """These checks, whose questions nobody has answered; nothing else is known."""
    got, findings = Gathered(), []
    for check in LADDER:
        if check.id in ids:
            for need in check.needs:
                if issubclass(need.fact, Said):
                    ask = Human(need.fact.key)
                    got.trails[need.fact, Org()] = [ask]
                    got.found[ask] = UNSAID
            findings.append(Finding(check, Org(), unknown(UNSAID)))
    return findings, got


def test_the_question_that_tells_most_comes_first() -> None:
    findings, got = _unknown("writing-disabled", "writes-paused-during-read")
    question = Question("", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,))
    assert [p.key for p in inquire(findings, got, question)] == ["writing-enabled"]  # a prior of 0.8 against 0.4


def test_a_question_that_can_change_nothing_is_not_asked() -> None:
    findings, got = _unknown("email-message-writeback-off")
    question = Question("", NOW, NOW, symptoms=(Symptom.BODY_MISSING,))
    assert [p.key for p in inquire(findings, got, question)] == ["writeback"]
    settled = [replace(f, judgement=clear("It is on.")) for f in findings]
    assert inquire(settled, got, question) == ()


def test_the_more_was_asked_the_more_a_question_must_tell() -> None:
    findings, got = _unknown("writes-paused-during-read")
    question = Question("", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,))
    assert inquire(findings, got, question)
    got.found |= {Human(key): UNSURE for key in ("origin", "contact", "sent-at", "write-error")}
    assert inquire(findings, got, question) == ()


def test_what_would_explain_a_proved_cause_is_still_asked() -> None:
    """The rights are missing, and the silence says that the sign-in may be, too: then that is the root."""
    report = ask(Symptom.EMAIL_MISSING, SILENT | NO_TASK_EDIT)
    assert [f.check.id for f in report.causes] == ["no-task-edit"]
    assert keys(report)[:1] == ["connection"]
    report = ask(Symptom.EMAIL_MISSING, SILENT | NO_TASK_EDIT | {"connection": said("expired")})
    assert [f.check.id for f in report.causes] == ["credentials-expired"]
    assert [f.check.id for f in report.also_found] == ["no-task-edit"]
    assert report.prompts == ()


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(list(Symptom)),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from([NOT_SURE, "unify", "same", "ok", "on", "no", "none"])),
    st.sampled_from([{}, NO_UNIFY, NOT_ENROLLED, {"FROM": Missing(Reason.DENIED, "no"), **NO_UNIFY}]),
    st.booleans(),
)
def test_at_most_two_and_never_what_is_settled(
    symptom: Symptom, heard: dict[str, str], world: dict[str, Json], named: bool
) -> None:
    answers = world | {key: said(value) for key, value in heard.items()}
    report = ask(symptom, answers, TO_JANE if named else ())
    assert len(report.prompts) <= 2
    assert len(set(keys(report))) == len(report.prompts)
    assert not set(keys(report)) & set(heard)
    assert report.breakages == ()


def test_two_close_symptoms_are_asked_about_while_nothing_points_anywhere() -> None:
    close = (Symptom.EMAIL_MISSING, Symptom.NOT_LINKED)
    question = Question("", NOW, NOW, symptoms=close[:1], addresses=TO_JANE, alternatives=close)
    (prompt,) = diagnose(question, LADDER, SYMPTOMS, World(NO_UNIFY)).prompts
    assert prompt.key == "symptom"
    assert [c.value for c in prompt.choices] == [*close, NOT_SURE]
    assert "symptom" not in [p.key for p in diagnose(question, LADDER, SYMPTOMS, World(NOT_ENROLLED)).prompts]


def test_what_breaks_while_an_answer_is_supposed_costs_no_report() -> None:
    def breaks(switch: WritingSwitch | Missing) -> Judgement:
        """Breaks on any answer, and says that it does not know without one."""
        if isinstance(switch, Missing):
            return unknown(switch)
        raise ZeroDivisionError

    (check,) = (c for c in LADDER if c.id == "writing-disabled")
    broken = replace(check, needs=needs_of(breaks), judge=breaks)
    question = Question("", NOW, NOW, symptoms=(Symptom.NOTHING_SYNCS,))
    report = diagnose(question, (broken,), (), World())
    assert report.prompts == ()
    assert {(b.where, type(b.error)) for b in report.breakages} == {("writing-disabled", ZeroDivisionError)}
