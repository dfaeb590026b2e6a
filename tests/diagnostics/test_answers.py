"""What people said: found again by key and person, later before earlier, and folded into the question."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.answers import MESSAGE, Answer, people, settle
from diagnostics.asks import Found, Human, Missing, Reason, Rest
from diagnostics.prompts import PROMPTS
from diagnostics.question import Address, Question, Role, Symptom
from tests.diagnostics.checks.facts import CONTACT_ID, JANE, NOW, ago

ORIGIN = Human("origin")


def heard(*answers: Answer, ask: Human = ORIGIN, **stated: str) -> Found | Missing:
    """The answer to one question."""
    return people(Question("", ago(minutes=5), NOW, stated=stated), answers)([ask])[ask]


def said(value: str, key: str = "origin", by: str = "Dana", about: str = "") -> Answer:
    """An answer given now."""
    return Answer(key, value, by, NOW, about)


def test_the_message_itself_is_an_answer() -> None:
    assert heard(origin="gmail") == Found("gmail", ago(minutes=5), MESSAGE)


def test_an_answer_beats_the_message_and_a_later_one_an_earlier() -> None:
    assert heard(said("unify"), said("outlook", by="Alex"), origin="gmail") == Found("outlook", NOW, "Alex")


def test_nobody_asked_and_nobody_sure_are_two_silences() -> None:
    assert isinstance(heard(), Missing)
    assert [m.reason for m in (heard(), heard(said("not-sure"))) if isinstance(m, Missing)] == [
        Reason.UNSAID,
        Reason.UNSURE,
    ]


def test_an_answer_about_one_person_is_not_one_about_another() -> None:
    of_jane = said("gmail", about=JANE)
    assert heard(of_jane, ask=Human("origin", JANE)) == Found("gmail", NOW, "Dana")
    assert isinstance(heard(of_jane, ask=Human("origin", "bob@initech.com")), Missing)
    assert heard(said("gmail"), ask=Human("origin", JANE)) == Found("gmail", NOW, "Dana")


def test_what_is_no_question_to_people_is_left_out() -> None:
    assert people(Question("", NOW, NOW), ())([Rest("limits"), ORIGIN]).keys() == {ORIGIN}


def settled(value: str, key: str, question: Question | None = None) -> Question:
    """The question after this answer."""
    return settle(question or Question("", NOW, NOW, tz="America/New_York"), [said(value, key)])


def test_whom_it_was_to_becomes_the_recipient() -> None:
    before = Question("", NOW, NOW, addresses=(Address(JANE), Address("bob@initech.com")))
    assert settled("Jane@Acme.com", "contact", before).addresses == (
        Address(JANE, Role.RECIPIENT),
        Address("bob@initech.com"),
    )
    assert settled(CONTACT_ID, "contact").record_ids == (CONTACT_ID,)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("under-30-min", ago(minutes=30), NOW),
        ("under-4-h", ago(hours=4), ago(minutes=30)),
        ("today", ago(hours=10), ago(hours=4)),  # midnight in New York
        ("older", ago(days=14), ago(hours=10)),
    ],
)
def test_a_vague_time_is_a_span_on_the_askers_clock(value: str, start: datetime, end: datetime) -> None:
    after = settled(value, "sent-at", Question("", NOW, NOW, tz="America/New_York", sent_at=NOW))
    assert after.sent_within == (start, end)
    assert after.sent_at is None


def test_today_right_after_midnight_is_no_span_that_ends_before_it_begins() -> None:
    at = NOW.replace(hour=0, minute=20)
    after = settle(Question("", at, at), [Answer("sent-at", "today", "Dana", at)])
    assert after.sent_within
    assert after.sent_within[0] <= after.sent_within[1]


def test_an_exact_time_is_taken_and_nonsense_changes_nothing() -> None:
    assert settled("2026-11-24T10:12:00-05:00", "sent-at").sent_at == ago(minutes=-12)
    before = Question("", NOW, NOW, sent_at=ago(hours=1))
    assert settled("soonish", "sent-at", before) == before
    assert settled("not-sure", "sent-at", before) == before


def test_an_exact_time_replaces_a_span() -> None:
    after = settle(Question("", NOW, NOW), [said("today", "sent-at"), said("2026-11-24T10:12:00+00:00", "sent-at")])
    assert (after.sent_at, after.sent_within) == (NOW - timedelta(hours=4, minutes=48), None)


def test_other_answers_leave_the_question_alone() -> None:
    before = Question("", NOW, NOW)
    assert settled("gmail", "origin", before) == before


@given(
    st.lists(
        st.builds(
            Answer,
            st.sampled_from(sorted(PROMPTS)) | st.text(max_size=9),
            st.sampled_from(
                ["under-30-min", "under-4-h", "today", "older", "not-sure", "9999-12-31", "0001-01-01T00:00"]
            )
            | st.text(),
            st.text(max_size=5),
            st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.timezones()),
        )
    ),
    st.timezone_keys(),
)
def test_settling_never_fails(answers: list[Answer], tz: str) -> None:
    question = settle(Question("", NOW, NOW, tz=tz), answers)
    assert question.sent_at is None or question.sent_at.tzinfo
    assert question.sent_within is None or question.sent_within[0] <= question.sent_within[1]


CLOSE = (Symptom.EMAIL_MISSING, Symptom.NOT_LINKED)


@pytest.mark.parametrize(
    ("value", "symptoms"),
    [
        ("not-linked", (Symptom.NOT_LINKED,)),
        ("email-missing", (Symptom.EMAIL_MISSING,)),
        ("not-sure", (Symptom.EMAIL_MISSING,)),
    ],
)
def test_the_symptom_that_was_chosen_is_looked_into_and_not_asked_for_again(
    value: str, symptoms: tuple[Symptom, ...]
) -> None:
    question = Question("", ago(minutes=5), NOW, symptoms=CLOSE[:1], alternatives=CLOSE)
    settled = settle(question, [said(value, "symptom")])
    assert settled.symptoms == symptoms
    assert settled.alternatives == ()
