"""What explains what: the table of the catalogue, and what it makes of findings."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.asks import Missing, Reason
from diagnostics.check import Check
from diagnostics.checks import LADDER
from diagnostics.explain import explain
from diagnostics.judgement import Remedy, Step, Verdict, aside, cause, clear, suspect, unknown
from diagnostics.question import Org, Person, Question, Subject, Symptom
from diagnostics.report import Evidence, Finding
from tests.diagnostics.checks.facts import JANE, question

BY_ID = {check.id: check for check in LADDER}
MAIL_RIGHTS = {"no-emailmessage-access", "no-emailmessage-edit", "no-emailmessage-field-edit"}
RIGHTS = MAIL_RIGHTS | {"no-contact-view-all", "no-task-edit"}
REJECTED = {
    "write-rejected-validation-rule", "write-rejected-required-field", "write-rejected-permission",
    "write-rejected-duplicate-rule", "write-rejected-other",
}  # fmt: skip
REPLIES = {"reply-in-other-thread", "reply-to-other-address"}

EXPLAINS: dict[str, set[str]] = {
    "integration-user-inactive": {"credentials-expired"},
    "enhanced-email-off": {"email-message-writeback-off"} | MAIL_RIGHTS,
    "no-emailmessage-access": {"no-emailmessage-edit", "no-emailmessage-field-edit", "write-rejected-permission"},
    "no-emailmessage-edit": {"write-rejected-permission"},
    "no-emailmessage-field-edit": {"write-rejected-permission"},
    "no-contact-view-all": {"write-rejected-permission"},
    "no-task-edit": {"write-rejected-permission"},
    "contact-without-email": {"person-not-in-salesforce"},
    "lead-without-email": {"person-not-in-salesforce"},
    "mapping-read-only": {"write-rejected-required-field", "write-rejected-validation-rule"},
    "person-not-in-salesforce": {"within-normal-delay"},
    **{rejected: {"within-normal-delay"} for rejected in sorted(REJECTED)},
    "missing-system-permission": {"credentials-expired"},
    "sent-outside-unify": {"within-normal-delay"},
    "never-sent": {"within-normal-delay"},
    "mailbox-disconnected": {"never-sent", "within-normal-delay"},
    "lead-converted": {"logged-on-duplicate"},
    "write-rejected-duplicate-rule": {"person-not-in-salesforce", "within-normal-delay"},
}  # fmt: skip
# Not in the catalogue's table: what Unify does not recognise as a reply, or does not write again, is not late, either.
BEYOND = {id: {"within-normal-delay"} for id in sorted(REPLIES | {"out-of-office-reply", "logged-by-other-tool"})}

_LATE = {Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.LATE}
_MISSING = {Symptom.NOTHING_SYNCS, Symptom.OPENS_MISSING, Symptom.PERSON_MISSING}
_OF_THE_PERSON = {Symptom.NOT_LINKED, Symptom.EMAIL_MISSING}
EXPLAINS_SYMPTOMS: dict[str, set[Symptom]] = {
    "integration-user-inactive": set(Symptom),
    # "Every missing/late symptom". A body is missing of what did arrive: a login that fails cannot be the reason.
    "credentials-expired": _LATE | _MISSING | {Symptom.LOGIN_BROKEN},
    "writing-disabled": _LATE | _MISSING,
    # "Everything about that one email".
    "sent-outside-unify": {Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.OPENS_MISSING},
    "never-sent": {Symptom.EMAIL_MISSING, Symptom.OPENS_MISSING},
    "mailbox-disconnected": {Symptom.EMAIL_MISSING, Symptom.OPENS_MISSING},
    "api-limit-reached": _LATE,
    "writes-paused-during-read": _LATE,
    "within-normal-delay": _LATE,
    "person-not-in-salesforce": _OF_THE_PERSON,
    "contact-without-email": _OF_THE_PERSON,
    "lead-without-email": _OF_THE_PERSON,
}

DO = Remedy("Do it", (Step("Do it."),))
JUDGEMENTS = {
    Verdict.CAUSE: cause("It is so.", "a fact", remedy=DO),
    Verdict.SUSPECT: suspect("Perhaps.", "a fact", remedy=DO),
    Verdict.UNKNOWN: unknown(Missing(Reason.UNSAID, "nobody knows")),
    Verdict.CLEAR: clear("It is not."),
}


def found(id: str, verdict: Verdict = Verdict.CAUSE, subject: Subject | None = None, **more: object) -> Finding:
    """A finding of this check; on Jane where it is about people."""
    check = BY_ID[id]
    whom = subject or (Person(JANE) if Org not in check.about else Org())
    return Finding(check, whom, replace(JUDGEMENTS[verdict], **more))  # type: ignore[arg-type]  # fields by name


def ids(findings: Iterable[Finding]) -> list[str]:
    """In their order."""
    return [f.check.id for f in findings]


def explained(*findings: Finding, symptoms: Iterable[Symptom] = ()) -> dict[str, str]:
    """Which cause takes which along."""
    in_order = sorted(findings, key=lambda f: LADDER.index(f.check))
    main, _ = explain(in_order, question(*symptoms), False)
    return {f.check.id: f.explained_by for f in main if f.explained_by}


@pytest.mark.parametrize("check", LADDER, ids=lambda check: check.id)
def test_the_table_is_the_catalogues(check: Check) -> None:
    expected = EXPLAINS.get(check.id, set()) | BEYOND.get(check.id, set())
    assert check.explains_away == expected
    assert check.explains == EXPLAINS_SYMPTOMS.get(check.id, set())


_PAIRS = [(id, other) for id, others in (EXPLAINS | BEYOND).items() for other in sorted(others)]


@pytest.mark.parametrize(("id", "other"), _PAIRS)
def test_what_a_cause_explains_is_no_second_fault(id: str, other: str) -> None:
    shared = BY_ID[id].symptoms & BY_ID[other].symptoms
    symptom = min(shared, key=list(Symptom).index)
    for verdict in (Verdict.CAUSE, Verdict.SUSPECT, Verdict.UNKNOWN):
        assert explained(found(id), found(other, verdict), symptoms=[symptom]) == {other: id}
    assert explained(found(id, Verdict.SUSPECT), found(other, Verdict.UNKNOWN), symptoms=[symptom]) == {}


@pytest.mark.parametrize("id", EXPLAINS_SYMPTOMS)
def test_what_explains_a_symptom_explains_its_other_causes(id: str) -> None:
    """Except faults of matching and of rights, which stay true: those go to also found."""
    for symptom in sorted(EXPLAINS_SYMPTOMS[id]):
        for other in LADDER:
            if other.id == id or symptom not in other.symptoms & BY_ID[id].symptoms or id in other.explains_away:
                continue
            # Two that explain each other: the one upstream stands.
            if symptom in other.explains and LADDER.index(other) < LADDER.index(BY_ID[id]):
                continue
            findings = sorted((found(id), found(other.id)), key=lambda f: LADDER.index(f.check))
            main, also = explain(findings, question(symptom), False)
            by_name = other.id in BY_ID[id].explains_away
            if other.standing and not by_name:
                assert ids(also) == [other.id], (id, other.id, symptom)
            else:
                assert {f.check.id: f.explained_by for f in main} == {id: "", other.id: id}, (id, other.id, symptom)


def test_a_missing_right_and_its_error_are_one_finding_with_both_pieces_of_evidence() -> None:
    seen, quoted = Evidence("salesforce", "may not edit Tasks", None), Evidence("message", "the error", None)
    right = replace(found("no-task-edit"), evidence=(seen,))
    error = replace(found("write-rejected-permission"), evidence=(quoted, seen))
    main, _ = explain((right, error), question(Symptom.WRITE_ERROR), False)
    assert main[0].evidence == (seen, quoted)
    assert main[1].explained_by == "no-task-edit"


def test_consequences_name_the_root() -> None:
    """Enhanced Email off takes along the rights, and the error that those rights would explain."""
    chain = [found(id) for id in ("no-emailmessage-access", "write-rejected-permission", "enhanced-email-off")]
    assert explained(*chain, symptoms=[Symptom.EMAIL_MISSING]) == {
        "no-emailmessage-access": "enhanced-email-off",
        "write-rejected-permission": "enhanced-email-off",
    }


def test_an_email_from_gmail_is_not_late() -> None:
    both = found("sent-outside-unify"), found("within-normal-delay")
    assert explained(*both, symptoms=[Symptom.EMAIL_MISSING]) == {"within-normal-delay": "sent-outside-unify"}


def test_a_cause_of_one_person_explains_nothing_of_another() -> None:
    bob = Person("bob@initech.com")
    both = found("sent-outside-unify"), found("within-normal-delay", subject=bob)
    assert explained(*both, symptoms=[Symptom.EMAIL_MISSING]) == {}


@pytest.mark.parametrize("id", ["write-rejected-validation-rule", "write-rejected-required-field"])
def test_a_suspicion_that_needs_no_other_cause_is_withheld_by_any(id: str) -> None:
    asked = [Symptom.EMAIL_MISSING]
    assert explained(found(id, Verdict.SUSPECT), found("no-task-edit"), symptoms=asked) == {id: "no-task-edit"}
    assert explained(found(id, Verdict.SUSPECT), found("no-task-edit", Verdict.SUSPECT), symptoms=asked) == {}


def test_other_suspicions_stand_beside_a_cause_that_does_not_explain_them() -> None:
    both = found("sent-outside-unify", Verdict.SUSPECT), found("no-task-edit")
    assert explained(*both, symptoms=[Symptom.EMAIL_MISSING]) == {}


def test_what_cannot_produce_the_symptom_is_also_found_if_it_is_true() -> None:
    findings = found("no-task-edit"), found("enhanced-email-off", Verdict.SUSPECT), found("sender-not-matched")
    main, also = explain(findings, question(Symptom.WRONG_OWNER), False)
    assert ids(main) == ["sender-not-matched"]
    assert ids(also) == ["no-task-edit"]


def test_what_is_true_but_not_the_reason_is_also_found() -> None:
    judgement = aside("It sees only what is shared.", "a fact", remedy=DO)
    finding = Finding(BY_ID["no-contact-view-all"], Org(), judgement)
    main, also = explain((finding,), question(Symptom.NOT_LINKED), False)
    assert (ids(main), ids(also)) == ([], ["no-contact-view-all"])


def test_a_refuted_symptom_has_no_cause() -> None:
    findings = (
        found("no-task-edit"), found("credentials-expired", Verdict.CLEAR), found("sent-outside-unify", Verdict.SUSPECT),
        found("within-normal-delay", Verdict.UNKNOWN),
    )  # fmt: skip
    main, also = explain(findings, question(Symptom.EMAIL_MISSING), True)
    assert [(f.check.id, f.verdict) for f in main] == [("credentials-expired", Verdict.CLEAR)]
    assert ids(also) == ["no-task-edit"]


def test_causes_come_first_the_surest_first_and_equals_in_ladder_order() -> None:
    findings = [
        found("credentials-expired", Verdict.CLEAR),
        found("api-limit-reached", Verdict.UNKNOWN),
        found("no-emailmessage-field-edit", Verdict.SUSPECT, confidence=0.3),
        found("no-contact-view-all", confidence=0.9),
        found("no-task-edit", confidence=0.96),
        found("write-rejected-permission"),
        found("lead-without-email", Verdict.SUSPECT, confidence=0.6),
    ]
    main, _ = explain(findings, question(Symptom.REPLY_MISSING), False)
    assert ids(main) == [
        "no-task-edit", "no-contact-view-all", "lead-without-email", "no-emailmessage-field-edit",
        "write-rejected-permission", "api-limit-reached", "credentials-expired",
    ]  # fmt: skip


def test_asked_for_the_state_every_fault_of_the_integration_counts_and_no_other() -> None:
    main, also = explain(
        (found("no-task-edit"), found("sender-not-matched")), Question("", *(question().as_of,) * 2), False
    )
    assert (ids(main), ids(also)) == (["no-task-edit"], ["sender-not-matched"])


@given(
    st.lists(st.sampled_from(list(JUDGEMENTS)), min_size=len(LADDER), max_size=len(LADDER)),
    st.lists(st.sampled_from(list(Symptom)), max_size=2, unique=True),
    st.booleans(),
)
def test_no_cause_is_lost_and_one_always_stands(verdicts: list[Verdict], asked: list[Symptom], refuted: bool) -> None:
    findings = [found(check.id, verdict) for check, verdict in zip(LADDER, verdicts, strict=True)]
    main, also = explain(findings, question(*asked), refuted)
    causes = sorted(f.check.id for f in findings if f.verdict is Verdict.CAUSE)
    shown = [f for f in (*main, *also) if f.judgement.verdict is Verdict.CAUSE]
    assert sorted(f.check.id for f in shown) == causes
    roots = {f.check.id for f in shown if f.verdict is Verdict.CAUSE}
    assert {f.explained_by for f in main if f.explained_by} <= {
        f.check.id for f in (*main, *also) if not f.explained_by
    }
    assert bool(causes) == bool(roots)
