"""What Unify says of a person's enrolments, and of steps that sent nothing."""

import pytest

from diagnostics.asks import Json, Missing
from diagnostics.facts.enrolments import Enrolment, Enrolments
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.question import Person
from tests.diagnostics.checks.facts import DANA, DENIED, JANE, ago, question
from tests.diagnostics.world import ENROLLMENT, STEP, World, learn


def enrolled(**differs: Json) -> Enrolment:
    """Jane's one enrolment."""
    rows = {"enrollments": [{**ENROLLMENT, **differs}]}
    found = learn(Enrolments, World({"/sequences/v1/enrollments": rows}), question(), Person(JANE))
    assert isinstance(found, Enrolments)
    return found.rows[0]


def reply(subject: str = "Re: Q3 pricing", *categories: str) -> dict[str, Json]:
    return {
        "id": "msg_1", "subject": subject, "received_at": "2026-11-24T14:00:00Z",
        "classifications": [{"id": c, "category": c} for c in categories],
    }  # fmt: skip


def test_a_running_one_has_nothing_to_say() -> None:
    row = enrolled()
    assert (row.id, row.mailbox, row.address) == ("enr_1", DANA, JANE)
    assert not (row.disconnected or row.stopped or row.paused or row.out_of_office or row.replied)


@pytest.mark.parametrize(
    ("differs", "words"),
    [
        ({"is_blocked": True}, "blocked"),
        ({"is_excluded": True}, "excluded"),
        ({"is_canceled": True}, "cancelled"),
        ({"is_opted_out": True}, "opted out"),
        ({"is_bounced": True}, "bounce"),
        ({"status": "DRAFT"}, "draft"),
    ],
)
def test_why_it_sends_nothing(differs: dict[str, Json], words: str) -> None:
    (why,) = enrolled(**differs).stopped
    assert words in why


def test_paused_replied_and_finished_ones_may_have_sent() -> None:
    assert enrolled(is_paused=True, is_replied=True, status="FINISHED").stopped == ()


@pytest.mark.parametrize("flag", ["is_unauthorized", "is_paused"])
def test_a_mailbox_that_cannot_send(flag: str) -> None:
    assert enrolled(mailbox={"email": DANA, flag: True}).disconnected


@pytest.mark.parametrize(
    ("differs", "automatic"),
    [
        ({"reply_email_message": reply("Re: Q3 pricing", "AUTOMATED")}, True),
        ({"reply_email_message": reply("Re: Q3 pricing", "NEUTRAL", "AUTOMATED")}, True),
        ({"reply_email_message": reply("Out of Office", "NEUTRAL"), "is_paused": True}, True),
        ({"reply_email_message": reply("Out of Office", "NEUTRAL")}, False),
        ({"reply_email_message": reply("Re: Q3 pricing", "POSITIVE"), "is_paused": True, "is_replied": True}, False),
        ({"reply_email_message": {**reply(), "subject": None, "classifications": []}, "is_paused": True}, False),
    ],
)  # fmt: skip
def test_an_automatic_reply(differs: dict[str, Json], automatic: bool) -> None:
    assert enrolled(**differs).out_of_office is automatic


def test_whom_unify_does_not_know_it_has_in_no_sequence() -> None:
    world = World({"/data/v1/objects/person": {"data": None}})
    assert learn(Enrolments, world, question(), Person(JANE)) == Enrolments(())
    assert not any("enrollments" in str(asks) for asks in world.rounds)


def sent(*steps: dict[str, Json]) -> SentEmails:
    """What the export of Jane's steps is read as."""
    world = World({"/sequences/v1/enrollment-steps": {"data": list(steps)}})
    found = learn(SentEmails, world, question(), Person(JANE))
    assert isinstance(found, SentEmails)
    return found


UNSENT: dict[str, Json] = {**STEP, "status": "SCHEDULED", "email_message": None}


@pytest.mark.parametrize(
    ("differs", "words"),
    [
        ({"status": "SCHEDULED"}, ""),
        ({"status": "PENDING", "email_message": {"sent_at": None}}, ""),
        ({"status": "CANCELED"}, "cancelled"),
        ({"status": "ERRORED"}, "failed"),
        ({"status": "UNREACHABLE"}, "not reached"),
        ({"status": "NOT_STARTED", "is_blocked": True}, "blocked"),
    ],
)
def test_a_step_that_sent_nothing_and_why(differs: dict[str, Json], words: str) -> None:
    found = sent({**UNSENT, **differs})
    assert found.rows == ()
    assert (found.unsent[0].mailbox, found.unsent[0].enrolment) == (DANA, "enr_1")
    assert words in " ".join(found.unsent[0].stopped)
    assert bool(found.unsent[0].stopped) == bool(words)


def test_a_step_that_sent_is_not_unsent_whatever_became_of_it_later() -> None:
    found = sent({**STEP, "is_bounced": True})
    assert len(found.rows) == 1
    assert found.unsent == ()


def test_what_was_left_unsent_long_ago_does_not_count() -> None:
    assert sent({**UNSENT, "updated_at": ago(days=40).isoformat()}).unsent == ()


def test_without_unify_nothing_is_known() -> None:
    assert isinstance(
        learn(Enrolments, World({"/sequences/v1/enrollments": DENIED}), question(), Person(JANE)), Missing
    )
