"""Replies that put the case right instead of starting anew."""

from datetime import datetime

import pytest

from diagnostics.answers import Answer
from handlers.case import Case, Kind, Said
from handlers.conversation import ask, open_case, reply

AT = datetime.fromisoformat("2026-11-18T16:00:00-05:00")
TZ = "America/New_York"


def said(text: str) -> Said:
    return Said("T1:C1:2", Kind.MESSAGE, "T1", "C1", "U1", AT, text)


def opened(text: str, *open_keys: str) -> Case:
    case = ask(open_case(said(text), "1", "C1", (), private=False), said(text), asker="ann@corvex.com", tz=TZ)
    return Case(**{**{f: getattr(case, f) for f in case.__slots__}, "open_keys": open_keys})


def after(case: Case, text: str) -> Case:
    changed = reply(case, said(text), tz=TZ, addressed=False)
    assert changed
    return changed


STORY = "my email to bob@initech.com isn't in Salesforce, sent today at 2pm from Unify"


@pytest.mark.parametrize("text", ["no, I meant eve@initech.com", "sorry, it was to eve@initech.com"])
def test_another_contact(text: str) -> None:
    question = after(opened(STORY, "reply-thread"), text).question
    assert question
    assert [p.address for p in question.people] == ["eve@initech.com"]
    assert question.symptoms == ("email-missing",)


def test_the_other_of_two() -> None:
    case = opened("my emails to bob@initech.com and eve@initech.com aren't in Salesforce", "reply-thread")
    question = after(case, "no, the other contact").question
    assert question
    assert [p.address for p in question.people] == ["eve@initech.com"]


def test_the_other_of_one_has_to_be_asked_for() -> None:
    question = after(opened(STORY), "no, the other contact").question
    assert question
    assert [str(p) for p in question.people] == ["the contact"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("actually it was sent at 3", "2026-11-18T15:00:00-05:00"),
        ("actually it was sent at 11", "2026-11-18T11:00:00-05:00"),
        ("wait, it was at 10:30am", "2026-11-18T10:30:00-05:00"),
        ("no, it was yesterday at 4pm", "2026-11-17T16:00:00-05:00"),
    ],
)
def test_another_time(text: str, at: str) -> None:
    question = after(opened(STORY), text).question
    assert question
    assert question.sent_at == datetime.fromisoformat(at)
    assert [p.address for p in question.people] == ["bob@initech.com"]


def test_a_time_of_day_takes_the_place_of_a_part_of_it() -> None:
    """And somebody else was written to in the same part of the day."""
    case = opened("my email to bob@initech.com from this morning isn't in Salesforce")
    before = case.question
    other = after(case, "no, I meant eve@initech.com").question
    later = after(case, "actually it was sent at 3").question
    assert before
    assert other
    assert later
    assert before.sent_within
    assert (other.sent_at, other.sent_within) == (before.sent_at, before.sent_within)
    assert (later.sent_at, later.sent_within) == (datetime.fromisoformat("2026-11-18T15:00:00-05:00"), None)


def test_a_plain_no_is_still_an_answer() -> None:
    case = after(opened(STORY, "writeback"), "no, it's off")
    assert [(a.key, a.value) for a in case.answers] == [("writeback", "off")]
    assert isinstance(case.answers[0], Answer)


@pytest.mark.parametrize("text", ["thanks!", "no worries, Pete will call him", "I told eve@initech.com about it"])
def test_talk_between_people_changes_nothing(text: str) -> None:
    assert reply(opened(STORY, "writeback"), said(text), tz=TZ, addressed=False) is None
