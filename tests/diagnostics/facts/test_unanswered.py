"""What Unify sent since Salesforce last heard from it; looked up only where the silence is not a usual one."""

from datetime import datetime

import pytest

from diagnostics.asks import Json, Missing, UnifyJob
from diagnostics.facts.unanswered import Unanswered
from tests.diagnostics.checks.facts import DENIED, ago, question
from tests.diagnostics.world import MAIL, STEP, World, learn, rows


def world(*written: datetime, sent: tuple[datetime, ...] = (), but: dict[str, Json] | None = None) -> World:
    """Unify's user wrote at these times, and Unify sent at those."""
    mails = [{**MAIL, "CreatedDate": at.isoformat()} for at in written]
    steps = [{**STEP, "email_message": {**STEP["email_message"], "sent_at": at.isoformat()}} for at in sent]  # type: ignore[dict-item]
    return World(
        {
            "FROM EmailMessage WHERE CreatedById": rows(*mails),
            "/sequences/v1/enrollment-steps": {"data": steps},
            **(but or {}),
        }
    )


def test_sent_since_the_last_write_oldest_first() -> None:
    here = world(ago(hours=8), ago(hours=9), sent=(ago(hours=2), ago(hours=5), ago(hours=9)))
    found = learn(Unanswered, here, question())
    assert isinstance(found, Unanswered)
    assert found.times == (ago(hours=5), ago(hours=2))
    assert not found.blind


def test_what_was_sent_within_the_hour_may_be_on_its_way() -> None:
    found = learn(Unanswered, world(ago(hours=8), ago(hours=9), sent=(ago(minutes=40),)), question())
    assert isinstance(found, Unanswered)
    assert (found.times, found.blind) == ((), False)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param((ago(hours=2), ago(hours=3)), id="lately"),
        pytest.param((ago(hours=30), ago(hours=70)), id="silent no longer than before"),
    ],
)
def test_a_usual_silence_is_not_looked_into(written: tuple[datetime, ...]) -> None:
    here = world(*written, sent=(ago(hours=1.5),))
    found = learn(Unanswered, here, question())
    assert isinstance(found, Unanswered)
    assert (found.times, found.blind) == ((), True)
    assert not any(isinstance(ask, UnifyJob) for asks in here.rounds for ask in asks)


def test_a_week_is_looked_into_whatever_was_usual() -> None:
    found = learn(Unanswered, world(ago(days=8), ago(days=18), sent=(ago(days=2),)), question())
    assert isinstance(found, Unanswered)
    assert found.times == (ago(days=2),)


def test_where_it_never_wrote_no_email_says_little() -> None:
    found = learn(Unanswered, world(), question())
    assert isinstance(found, Unanswered)
    assert (found.times, found.blind) == ((), True)


def test_without_unify_or_its_user_it_is_missing() -> None:
    silent = (ago(hours=8), ago(hours=9))
    assert learn(Unanswered, world(*silent, but={"/sequences/v1/enrollment-steps": DENIED}), question()) == DENIED
    assert isinstance(
        learn(Unanswered, world(*silent, but={"integration-user": DENIED, "FROM User WHERE Id": DENIED}), question()),
        Missing,
    )
