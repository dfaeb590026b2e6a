"""The flight recorder: what facts say of each stage, and that it never says anything else than the causes do."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diagnostics.asks import Missing, Reason
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.explain import explain
from diagnostics.facts.asked import Asked
from diagnostics.facts.email_records import EmailRecord, EmailRecords
from diagnostics.facts.enrolments import Enrolment, Enrolments
from diagnostics.facts.open_counts import OpenCount, OpenCounts
from diagnostics.facts.said import Origin, ReplyAddress, ReplyThread
from diagnostics.facts.sender import SenderMatch
from diagnostics.facts.sent_emails import SentEmails, Unsent
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.flight import STAGES
from diagnostics.flight.known_on_both_sides import known_on_both_sides
from diagnostics.flight.mailbox_healthy import mailbox_healthy
from diagnostics.flight.on_the_right_record import on_the_right_record
from diagnostics.flight.opens_up_to_date import opens_up_to_date
from diagnostics.flight.reply_in_thread import reply_in_thread
from diagnostics.flight.right_owner import right_owner
from diagnostics.flight.sent_from_unify import sent_from_unify
from diagnostics.flight.write_allowed import write_allowed
from diagnostics.flight.written import written
from diagnostics.judgement import Remedy, Step, Verdict, cause, clear, suspect, unknown
from diagnostics.question import Address, Org, Person, Question, Role, Symptom
from diagnostics.recorder import OF_AN_EMAIL, record, stages_for
from diagnostics.report import Established, Finding, Passing, Report, StageResult, Truth
from diagnostics.stage import Seen, Stage
from diagnostics.stage import stage as made
from diagnostics.symptoms import SYMPTOMS
from handlers.render.outline import MARKS
from tests.diagnostics.checks.facts import (
    ARRIVED_EMAIL,
    CONTACT_ID,
    DANA,
    DENIED,
    DOWN,
    JANE,
    MISSING_EMAIL,
    NO_ERRORS,
    NOW,
    UNIFY_ID,
    UNSAID,
    ago,
    asked,
    contacts,
    enrolments,
    jane,
    leads,
    sent_emails,
    unify_person,
)
from tests.diagnostics.checks.facts import (
    record as email,
)
from tests.diagnostics.world import HEALTHY, World, count, rows

P, S, U, N = Passing.PASSED, Passing.STOPPED, Passing.UNKNOWN, Passing.NOT_REACHED
BROKEN_MAILBOX = Enrolments((Enrolment(DANA, JANE, False, None, "", NOW, unauthorized=True),))
MAIL = replace(email(ago(hours=5)), on=frozenset({CONTACT_ID}))
REPLY = replace(MAIL, incoming=True)
ELSEWHERE = replace(jane(id="003000000000002AAA"), name="Jane M.")


def where(*records: EmailRecord, people: tuple[object, ...] = (jane(),)) -> Whereabouts:
    """Where the email stands."""
    return Whereabouts(people, records, UNIFY_ID, True)  # type: ignore[arg-type]  # rows of people


def about(complaint: Symptom) -> Asked:
    """The question."""
    return asked(complaint)


@pytest.mark.parametrize(
    ("seen", "state", "says"),
    [
        (sent_from_unify.judge(sent_emails(ago(hours=5)), ARRIVED_EMAIL, UNSAID), P, "“Q3 pricing”"),
        (sent_from_unify.judge(sent_emails(ago(days=3), ago(hours=5)), ARRIVED_EMAIL, UNSAID), P, "2 emails, the last"),
        (sent_from_unify.judge(sent_emails(ago(days=3), ago(hours=5)), MISSING_EMAIL, UNSAID), P, "“Q3 pricing”, "),
        (sent_from_unify.judge(sent_emails(), UNSAID, Origin("unify", NOW)), P, "as you told me"),
        (sent_from_unify.judge(sent_emails(), UNSAID, Origin("gmail", NOW)), U, "Unify sent no email to them"),
        (sent_from_unify.judge(DOWN, DOWN, UNSAID), U, DOWN.says),
        (mailbox_healthy.judge(enrolments(), sent_emails(ago(hours=5))), P, f"{DANA} sent it"),
        (mailbox_healthy.judge(BROKEN_MAILBOX, sent_emails(ago(hours=5))), P, "sent it"),
        (mailbox_healthy.judge(BROKEN_MAILBOX, sent_emails()), U, "cannot send now"),
        (mailbox_healthy.judge(BROKEN_MAILBOX, DOWN), U, "cannot send now"),
        (mailbox_healthy.judge(enrolments(), sent_emails()), P, "is connected"),
        (mailbox_healthy.judge(enrolments(enrolled=False), sent_emails()), U, "in no sequence"),
        (known_on_both_sides.judge(contacts(jane()), leads(), unify_person()), P, "Jane Miller, Contact"),
        (known_on_both_sides.judge(contacts(), leads(jane()), unify_person()), P, "Jane Miller, Lead"),
        (known_on_both_sides.judge(DENIED, leads(jane()), unify_person()), P, "Lead"),
        (known_on_both_sides.judge(contacts(jane()), leads(), unify_person("")), U, "Unify knows nobody"),
        (known_on_both_sides.judge(contacts(jane()), leads(), DOWN), U, DOWN.says),
        (known_on_both_sides.judge(contacts(jane("")), leads(), unify_person()), U, ""),
        (known_on_both_sides.judge(DENIED, leads(), unify_person()), U, DENIED.says),
        (reply_in_thread.judge(enrolments(replied=True), UNSAID, UNSAID, about(Symptom.REPLY_MISSING)), P, "received it"),
        (
            reply_in_thread.judge(
                DOWN, ReplyThread("same", NOW), ReplyAddress("same", NOW), about(Symptom.REPLY_MISSING)
            ),
            P,
            "as you told me",
        ),
        (reply_in_thread.judge(DOWN, ReplyThread("same", NOW), UNSAID, about(Symptom.REPLY_MISSING)), U, DOWN.says),
        (reply_in_thread.judge(enrolments(), UNSAID, UNSAID, about(Symptom.REPLY_MISSING)), U, "seen no reply"),
        (write_allowed.judge(UNSAID), U, "Errors/Skipped Records"),
        (write_allowed.judge(NO_ERRORS), U, "not everything"),
        (written.judge(where(MAIL), about(Symptom.OPENS_MISSING)), P, "as an EmailMessage"),
        (written.judge(where(replace(MAIL, is_task=True)), about(Symptom.BODY_MISSING)), P, "as a Task"),
        (written.judge(where(MAIL, people=(jane(), ELSEWHERE)), about(Symptom.EMAIL_MISSING)), P, "as an EmailMessage"),
        (written.judge(where(MAIL), about(Symptom.EMAIL_MISSING)), U, ""),
        (written.judge(where(MAIL), about(Symptom.REPLY_MISSING)), U, ""),
        (written.judge(where(replace(MAIL, by="005other")), about(Symptom.LATE)), U, "I see no record"),
        (written.judge(where(), about(Symptom.EMAIL_MISSING)), U, ""),
        (written.judge(UNSAID, about(Symptom.EMAIL_MISSING)), U, UNSAID.says),
        (on_the_right_record.judge(where(MAIL), DOWN, about(Symptom.EMAIL_MISSING)), P, "Jane Miller"),
        (
            on_the_right_record.judge(
                where(MAIL, people=(ELSEWHERE, jane())), DOWN, about(Symptom.EMAIL_MISSING)
            ),
            U,
            "it is on Jane Miller",
        ),
        (on_the_right_record.judge(where(), DOWN, about(Symptom.NOT_LINKED)), U, ""),
        (on_the_right_record.judge(DENIED, DOWN, about(Symptom.NOT_LINKED)), U, DENIED.says),
        (
            on_the_right_record.judge(DOWN, EmailRecords((REPLY,), UNIFY_ID), about(Symptom.REPLY_MISSING)),
            P,
            "on the record with the address",
        ),
        (on_the_right_record.judge(where(MAIL), DOWN, about(Symptom.REPLY_MISSING)), U, ""),
        (right_owner.judge(SenderMatch("dana@initech.com", 1), sent_emails(NOW), about(Symptom.LATE)), P, "active"),
        (right_owner.judge(SenderMatch("dana@initech.com", 2), sent_emails(NOW), about(Symptom.LATE)), U, "2 active"),
        (right_owner.judge(SenderMatch("dana@initech.com", 0), sent_emails(NOW), about(Symptom.LATE)), U, "no active"),
        (right_owner.judge(SenderMatch("sam@initech.com", 1), sent_emails(NOW), about(Symptom.LATE)), U, "not looked up"),
        (right_owner.judge(SenderMatch("dana@initech.com", 1), DOWN, about(Symptom.LATE)), U, "not looked up"),
        (right_owner.judge(SenderMatch("dana@initech.com", 1), sent_emails(NOW), about(Symptom.WRONG_OWNER)), U, "not visible"),
        (opens_up_to_date.judge(OpenCounts((OpenCount(2, 2, 2),), ("Opens__c",), frozenset()), DOWN), P, "2 in Unify and in Salesforce"),
        (opens_up_to_date.judge(OpenCounts((OpenCount(2, 1, 1),), ("Opens__c",), frozenset()), DOWN), U, "Unify counts 2, Salesforce 1"),
        (opens_up_to_date.judge(OpenCounts((OpenCount(2, 0, 0),), (), frozenset()), DOWN), U, "no field"),
        (opens_up_to_date.judge(DENIED, ARRIVED_EMAIL), P, "none yet"),
        (opens_up_to_date.judge(DENIED, MISSING_EMAIL), U, DENIED.says),
    ],
)  # fmt: skip
def test_what_facts_say(seen: Seen, state: Passing, says: str) -> None:
    assert seen.state is state
    assert says in seen.says
    assert bool(says) or not seen.says


def test_a_step_that_waits_does_not_count_as_sent() -> None:
    waiting = SentEmails((), sent_emails().window, unsent=(Unsent(DANA, ago(hours=5)),))
    seen = sent_from_unify.judge(waiting, DOWN, UNSAID)
    assert seen.state is U
    assert "unsent" in seen.says


# The order of the stages, and whose causes they show.


def test_a_reply_has_one_stage_more() -> None:
    named = [Address(JANE, Role.RECIPIENT)]
    names = {
        complaint: [s.name for s in stages_for(replace(about(complaint).question, addresses=tuple(named)), STAGES)]
        for complaint in Symptom
    }
    assert names[Symptom.REPLY_MISSING] == [s.name for s in STAGES]
    assert names[Symptom.EMAIL_MISSING] == [s.name for s in STAGES if s.name != "reply-in-thread"]
    assert all(bool(names[c]) == (c in OF_AN_EMAIL) for c in Symptom)


@pytest.mark.parametrize("complaint", sorted(OF_AN_EMAIL))
def test_a_flight_needs_somebody_by_name(complaint: Symptom) -> None:
    assert not stages_for(about(complaint).question, STAGES)


@pytest.mark.parametrize("complaint", sorted(OF_AN_EMAIL))
def test_every_cause_of_a_complaint_shows_somewhere(complaint: Symptom) -> None:
    """A cause without a stage would leave its flight without an end."""
    stages = [s for s in STAGES if not s.only_for or complaint in s.only_for]
    for check in LADDER:
        # Asked about something that arrived, it is never too early.
        if complaint in check.symptoms and check.id != "within-normal-delay":
            assert any(stage.names(check.id) for stage in stages), check.id


def test_every_stage_names_causes_that_exist() -> None:
    for stage in STAGES:
        for pattern in (*stage.stopped_by, *stage.held_by):
            assert any(replace(stage, stopped_by=(pattern,), held_by=()).names(c.id) for c in LADDER), pattern


# Whatever the verdicts.

REMEDY = Remedy("Mend it", (Step("Do it."),))
JUDGEMENTS = {
    "cause": cause("It is this.", "a fact", remedy=REMEDY),
    "suspect": suspect("It may be this.", "a fact", remedy=REMEDY),
    "unknown": unknown(Missing(Reason.DENIED, "it may not be read")),
    "clear": clear("It is not this."),
}
CONFIRMABLE = {s.symptom for s in SYMPTOMS}


@st.composite
def judged(draw: st.DrawFn) -> tuple[Question, list[Finding], Established, list[tuple[Stage, StageResult]]]:
    """Verdicts on everything that can be behind a complaint, explained as the engine does it, and what facts might say."""
    complaint = draw(st.sampled_from(sorted(OF_AN_EMAIL)))
    question = replace(about(complaint).question, addresses=(Address(JANE, Role.RECIPIENT),))
    truth = draw(st.sampled_from(list(Truth) if complaint in CONFIRMABLE else [Truth.UNVERIFIED]))
    possible = [check for check in LADDER if complaint in check.symptoms]
    bad = draw(
        st.dictionaries(st.sampled_from([c.id for c in possible]), st.sampled_from(["cause", "suspect"]), max_size=3)
    )
    findings = []
    for check in possible:
        kind = bad.get(check.id) or draw(st.sampled_from(["clear", "unknown"]))
        findings.append(Finding(check, Org() if Org in check.about else Person(JANE), JUDGEMENTS[kind]))
    main, _ = explain(findings, question, truth is Truth.REFUTED)
    stages = stages_for(question, STAGES)
    seen = [StageResult(s.name, s.title, draw(st.sampled_from([P, U])), "seen") for s in stages]
    established = Established(complaint if complaint in CONFIRMABLE else None, truth, "the truth of it")
    return question, list(main), established, list(zip(stages, seen, strict=True))


def fly(
    drawn: tuple[Question, list[Finding], Established, list[tuple[Stage, StageResult]]],
) -> dict[str, StageResult]:
    question, findings, established, seen = drawn
    return {r.name: r for r in record(seen, findings, established, question.suspected[0])}


@settings(max_examples=1_000, deadline=None)
@given(judged())
def test_a_flight_says_what_the_report_says(
    drawn: tuple[Question, list[Finding], Established, list[tuple[Stage, StageResult]]],
) -> None:
    question, findings, established, seen = drawn
    told = fly(drawn)
    check_flight(list(told.values()), findings, established, question)
    stages = dict(seen)
    assert list(told) == [stage.name for stage in stages]


def check_flight(
    told: list[StageResult], findings: list[Finding], established: Established, question: Question
) -> None:
    """What holds of every flight."""
    complaint = question.suspected[0]
    stages = {s.name: s for s in STAGES}
    names = [r.name for r in told]
    causes = [f.check.id for f in findings if f.verdict is Verdict.CAUSE]
    shown_at: dict[str, list[str]] = {}
    for id in causes:
        naming = [n for n in names if stages[n].names(id)]
        home = next((n for n in naming if complaint in stages[n].about), naming[0] if naming else None)
        if home:
            shown_at.setdefault(home, []).append(id)

    # Crossed only for a cause, or for a complaint that is confirmed, which a cause elsewhere would explain.
    for result in told:
        if result.state is S:
            absence = established.state is Truth.CONFIRMED and complaint in stages[result.name].about and not shown_at
            assert result.name in shown_at or absence, result
            assert result.says
    # Ticked never where its check is a cause.
    assert not [r for r in told if r.state is P and r.name in shown_at]
    # One end at most; what comes behind it is not reached, unless a record in Salesforce shows otherwise.
    states = [r.state for r in told]
    assert states.count(S) <= 1
    arrived = told[names.index("written")].state is P
    ends = [i for i, s in enumerate(states) if s in (S, N)]
    if ends:
        behind = told[ends[0] + 1 :]
        assert arrived or all(r.state is N for r in behind)
        assert not (stages[names[ends[0]]].unsent and any(r.state is not N for r in behind))
    # A cause ends the flight, wherever it shows.
    if shown_at:
        assert ends
        assert names[ends[0]] in shown_at
    # Nothing is right about a record that may not be there; and what is there has come all the way.
    assert arrived or not [r for r in told[names.index("written") :] if r.state is P]
    before = told[: names.index("written")]
    suspected = {id for f in findings if f.verdict is Verdict.SUSPECT for id in [f.check.id]}
    if established.state is Truth.REFUTED:
        assert all(s is P for s in states[: names.index("written") + 1])
    elif arrived:
        for r in before:
            assert r.state is not U or any(stages[r.name].names(id) for id in suspected)


EVERYWHERE_SEEN = {s.name: P for s in STAGES}


@pytest.mark.parametrize(
    ("complaint", "truth", "verdicts", "seen", "marks"),
    [
        # A cause crosses its stage; nothing behind it is reached.
        (Symptom.EMAIL_MISSING, Truth.UNVERIFIED, {"no-task-edit": "cause"}, {"written": U}, "✓✓✓✗····"),
        (Symptom.EMAIL_MISSING, Truth.UNVERIFIED, {"sent-outside-unify": "cause"}, {}, "✗·······"),
        (Symptom.REPLY_MISSING, Truth.UNVERIFIED, {"reply-in-other-thread": "cause"}, {"written": U}, "✓✓✓✗·····"),
        # A suspicion leaves its stage open; what comes before the record is then open as well, or as the facts have it.
        (Symptom.EMAIL_MISSING, Truth.UNVERIFIED, {"sent-outside-unify": "suspect"}, {"written": U}, "?✓✓✓????"),
        # Absence where it may be called that; a cause elsewhere explains it, even one that shows later.
        (Symptom.EMAIL_MISSING, Truth.CONFIRMED, {}, {"write-allowed": U}, "✓✓✓?✗···"),
        (Symptom.EMAIL_MISSING, Truth.CONFIRMED, {"no-task-edit": "suspect"}, {}, "✓✓✓?✗···"),
        (Symptom.EMAIL_MISSING, Truth.CONFIRMED, {"lead-converted": "cause"}, {"written": U}, "✓✓✓✓?✗··"),
        # What only waits is not stopped.
        (Symptom.EMAIL_MISSING, Truth.CONFIRMED, {"within-normal-delay": "cause"}, {"written": U}, "✓✓✓✓····"),
        # Arrival ticks what was unknown before it, unless something points there.
        (Symptom.EMAIL_MISSING, Truth.REFUTED, {}, {"sent-from-unify": U, "mailbox-healthy": U}, "✓✓✓✓✓✓✓✓"),
        (Symptom.OPENS_MISSING, Truth.CONFIRMED, {}, {"mailbox-healthy": U, "opens-up-to-date": U}, "✓✓✓✓✓✓✓✗"),
        (Symptom.OPENS_MISSING, Truth.CONFIRMED, {"api-limit-reached": "suspect"}, {}, "✓✓✓?✓✓✓✗"),
        (Symptom.OPENS_MISSING, Truth.CONFIRMED, {"no-emailmessage-field-edit": "cause"}, {}, "✓✓✓✓✓✓✓✗"),
        # A right that was lost since does not undo what was written before.
        (Symptom.OPENS_MISSING, Truth.UNVERIFIED, {"credentials-expired": "cause"}, {"opens-up-to-date": U}, "✓✓✓✗✓✓✓?"),
        (Symptom.BODY_MISSING, Truth.CONFIRMED, {"no-emailmessage-edit": "cause"}, {}, "✓✓✓✗✓✓✓✓"),
        (Symptom.BODY_MISSING, Truth.CONFIRMED, {"email-message-writeback-off": "cause"}, {}, "✓✓✓✓✗···"),
        # The emails that are there are others.
        (Symptom.OPENS_MISSING, Truth.UNVERIFIED, {"sent-outside-unify": "cause"}, {}, "✗·······"),
    ],
)  # fmt: skip
def test_the_order_of_things(
    complaint: Symptom, truth: Truth, verdicts: dict[str, str], seen: dict[str, Passing], marks: str
) -> None:
    question = replace(about(complaint).question, addresses=(Address(JANE, Role.RECIPIENT),))
    # The other checks could not be made, so that only the facts tick "write allowed".
    findings = [
        Finding(c, Org() if Org in c.about else Person(JANE), JUDGEMENTS[verdicts.get(c.id, "unknown")])
        for c in LADDER
        if complaint in c.symptoms
    ]
    main, _ = explain(findings, question, truth is Truth.REFUTED)
    flown = [
        (s, StageResult(s.name, s.title, (EVERYWHERE_SEEN | seen)[s.name], "seen"))
        for s in stages_for(question, STAGES)
    ]
    told = record(flown, main, Established(complaint, truth, "the truth of it"), complaint)
    assert "".join(MARKS[r.state] for r in told) == marks


# Whatever the world.

ALTERED = {
    "FROM Contact WHERE": rows(),
    "FROM EmailMessage WHERE Id IN": rows(),
    "FROM EmailMessageRelation": rows(),
    "FROM EmailMessage WHERE CreatedById": rows(),
    "/sequences/v1/enrollments": {"enrollments": []},
    "/sequences/v1/enrollment-steps": {"data": []},
    "/data/v1/objects/person": {"data": None},
    "FROM User WHERE Email": rows(),
    "FROM PermissionSetAssignment": rows(),
    "FROM UserLogin": rows({"IsFrozen": True, "IsPasswordLocked": False, "LastModifiedDate": NOW.isoformat()}),
    "usage": {"used": 100_000, "max": 100_000, "exceeded": True},
    "FROM EmailAdministrationSettings": rows({"IsEnhancedEmailEnabledEnabled": False}),
    "FROM EmailMessage WHERE ParentId": count(0),
}
SAID = {
    "origin": ("unify", "gmail"),
    "reply-thread": ("same", "new"),
    "reply-address": ("same", "other"),
    "connection": ("ok", "expired"),
    "sync-running": ("yes", "no"),
    "write-error": ("none", "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]"),
    "writeback": ("on", "off"),
}


@st.composite
def worlds(draw: st.DrawFn) -> tuple[World, Question]:
    """A company in which some things are wrong, some cannot be seen, and some were said."""
    wrong = draw(st.sets(st.sampled_from(sorted(ALTERED)), max_size=3))
    silent = draw(st.sets(st.sampled_from(sorted(k for k in HEALTHY if k != "integration-user")), max_size=3))
    answers = {key: ALTERED[key] for key in wrong} | dict.fromkeys(silent, DENIED)
    said = draw(st.dictionaries(st.sampled_from(sorted(SAID)), st.integers(0, 1), max_size=3))
    complaint = draw(st.sampled_from(sorted(OF_AN_EMAIL)))
    sent_at = draw(st.sampled_from([None, ago(hours=5), ago(minutes=10), ago(days=1)]))
    question = Question(
        "", NOW, NOW, asker="dana@initech.com", symptoms=draw(st.sampled_from([(complaint,), ()])),
        addresses=(Address(JANE, Role.RECIPIENT),), sent_at=sent_at, stated={k: SAID[k][i] for k, i in said.items()},
    )  # fmt: skip
    return World(answers | {k: SAID[k][i] for k, i in said.items()}), question


@settings(max_examples=200, deadline=None)
@given(worlds())
@example((World(), Question("", NOW, NOW, addresses=(Address(JANE, Role.RECIPIENT),), asker="dana@initech.com")))
def test_in_no_world_does_a_flight_contradict_its_report(drawn: tuple[World, Question]) -> None:
    world, question = drawn
    report = diagnose(question, LADDER, SYMPTOMS, world, stages=STAGES)
    assert not report.breakages
    check_flight(list(report.flight), list(report.findings), report.established, question)


def report_of(*symptoms: Symptom, **answers: object) -> tuple[Report, World]:
    """The healthy company's report on Jane."""
    world = World(dict(answers))
    question = Question(
        "", NOW, NOW, asker="dana@initech.com", symptoms=symptoms, addresses=(Address(JANE, Role.RECIPIENT),)
    )
    return diagnose(question, LADDER, SYMPTOMS, world, stages=STAGES), world


def test_in_a_healthy_company_every_stage_is_passed() -> None:
    report, _ = report_of()
    assert [r.name for r in report.flight if r.state is not P] == []


@pytest.mark.parametrize("complaint", sorted(OF_AN_EMAIL))
def test_the_flight_costs_no_call_and_no_round(complaint: Symptom) -> None:
    """A missing body alone needs to be told what Unify sent, which rides in rounds that are there anyway."""
    _, with_flight = report_of(complaint)
    without = World()
    question = Question(
        "", NOW, NOW, asker="dana@initech.com", symptoms=(complaint,), addresses=(Address(JANE, Role.RECIPIENT),)
    )
    diagnose(question, LADDER, SYMPTOMS, without)
    assert sum(with_flight.calls) <= 6
    assert len(with_flight.asked) <= 3
    assert sum(with_flight.calls) <= sum(without.calls)


def test_several_people_have_no_flight_in_common_but_a_reply_from_two_addresses_has_one() -> None:
    for complaint, flies in ((Symptom.EMAIL_MISSING, False), (Symptom.REPLY_MISSING, True)):
        question = Question(
            "", NOW, NOW, symptoms=(complaint,),
            addresses=(Address("other@acme.com", Role.RECIPIENT), Address(JANE, Role.RECIPIENT)),
        )  # fmt: skip
        assert bool(diagnose(question, LADDER, SYMPTOMS, World(), stages=STAGES).flight) is flies


def test_a_stage_that_breaks_is_told_of() -> None:
    def breaks(sent: SentEmails | Missing) -> Seen:
        """Always."""
        raise ZeroDivisionError

    broken = made("sent-from-unify", "Sent from Unify")(breaks)
    question = Question("", NOW, NOW, symptoms=(Symptom.EMAIL_MISSING,), addresses=(Address(JANE, Role.RECIPIENT),))
    report = diagnose(question, LADDER, SYMPTOMS, World(), stages=(broken,))
    assert [(b.where, type(b.error)) for b in report.breakages] == [("sent-from-unify", ZeroDivisionError)]
    assert report.flight[0].state is Passing.UNKNOWN
