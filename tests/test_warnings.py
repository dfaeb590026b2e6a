"""Warnings to admins: at once when the connection breaks, before what has a date ends, once, and proved when mended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.store import Ledger, Standing, connect, rehearsal
from bot.sweep import Sweep
from diagnostics.expiry import due
from diagnostics.facts.expiries import End
from playground.slack.records import Message
from playground.world import UNIFY_USER
from tests.live import Live

Start = Callable[..., Live]
NOON_IN_NEW_YORK = 17  # UTC, in November


@dataclass
class Hands:
    """A clock that is moved by hand."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time


def sweeping(bot: Live, clock: Hands) -> Sweep:
    """A sweep over the live bot's services, with its own clock and the bot's file."""
    from bot import slack
    from bot.store import Ledger as Notes

    database = connect(f"sqlite:///{bot.database.with_name('sweep.db')}")
    voice = slack.Voice(slack.client(bot.team.app.bot_token, f"{bot.team.address}/api/"))
    return Sweep(bot.service.triage, Notes(database), Standing(database), voice, (bot.cast.sam.id,), clock)


def told(bot: Live) -> list[Message]:
    """Direct messages to the admin."""
    place = bot.team.dm(bot.cast.sam).id
    return sorted((m for m in bot.team.messages.values() if m.channel == place and m.bot_id), key=lambda m: m.ts)


def today_at(hour: int) -> datetime:
    """Today, at an hour UTC."""
    return datetime.now(UTC).replace(hour=hour, minute=5, second=0, microsecond=0)


def test_a_broken_connection_is_told_at_once_and_once_and_good_news_too(live: Start) -> None:
    """One message a change of state, also over a restart."""
    bot = live("integration-user-inactive", SYNC_TRIAGE_ADMINS="")
    clock = Hands(today_at(5))  # before anybody's ten o'clock: what is broken does not wait
    for _ in range(2):
        sweeping(bot, clock).tick()  # a new one each time: nothing is remembered but the file
    assert len(told(bot)) == 1
    assert "cannot sign in" in told(bot)[0].text
    assert "Change User" in told(bot)[0].text
    bot.world.org.update("User", bot.world.unify, IsActive=True)
    clock.time += timedelta(hours=1)
    for _ in range(2):
        sweeping(bot, clock).tick()
    assert len(told(bot)) == 2
    assert "Good again" in told(bot)[1].text


def test_what_cannot_be_checked_changes_nothing(live: Start) -> None:
    """Salesforce down is no recovery and no new fault."""
    bot = live("integration-user-inactive", SYNC_TRIAGE_ADMINS="")
    clock = Hands(today_at(5))
    sweeping(bot, clock).tick()
    bot.world.org.fail("/composite", 500, "<html>down</html>", times=-1)
    clock.time += timedelta(hours=1)
    sweeping(bot, clock).tick()
    assert len(told(bot)) == 1


def test_an_end_date_is_warned_of_at_ten_in_the_admins_zone(live: Start) -> None:
    """Not at night; at each stage once; and checking proves that the date is gone."""
    bot = live(SYNC_TRIAGE_ADMINS="")
    org, world = bot.world.org, bot.world
    assignment = org.rows("PermissionSetAssignment", PermissionSetId=world.permission_set)[0]["Id"]
    clock = Hands(today_at(NOON_IN_NEW_YORK - 5))  # seven in the morning there
    org.update("PermissionSetAssignment", assignment, ExpirationDate=today_at(NOON_IN_NEW_YORK) + timedelta(days=3))
    sweeping(bot, clock).tick()
    assert told(bot) == []
    clock.time = today_at(NOON_IN_NEW_YORK)
    for _ in range(3):
        sweeping(bot, clock).tick()
        clock.time += timedelta(hours=1)
    (warning,) = told(bot)
    assert "in 3 days" in warning.text
    assert "Unify Sync" in warning.text
    assert "Permission Set Assignments" in warning.text
    clock.time = today_at(NOON_IN_NEW_YORK) + timedelta(days=2)
    sweeping(bot, clock).tick()
    assert "tomorrow" in told(bot)[1].text
    org.update("PermissionSetAssignment", assignment, ExpirationDate=None)
    bot.slack.click(bot.cast.sam, told(bot)[1], "warning/check")
    bot.settle()
    assert "the end date is gone" in told(bot)[1].text


def test_remind_me_later_speaks_again_tomorrow(live: Start) -> None:
    """At ten, of the same stage."""
    bot = live(SYNC_TRIAGE_ADMINS="")
    org, world = bot.world.org, bot.world
    assignment = org.rows("PermissionSetAssignment", PermissionSetId=world.permission_set)[0]["Id"]
    org.update("PermissionSetAssignment", assignment, ExpirationDate=today_at(NOON_IN_NEW_YORK) + timedelta(days=12))
    clock = Hands(today_at(NOON_IN_NEW_YORK))
    sweep = sweeping(bot, clock)
    sweep.tick()
    assert len(told(bot)) == 1
    from handlers.case import Kind, Said

    value = told(bot)[0].blocks[-1]["elements"][1]["value"]
    sweep.pressed(Said("x", Kind.ACTION, "T", told(bot)[0].channel, bot.cast.sam.id, clock(), text=value,
                       ts=told(bot)[0].ts, action="warning/later"))  # fmt: skip
    clock.time += timedelta(days=1)
    sweeping(bot, clock).tick()
    assert "in 11 days" in told(bot)[-1].text


def test_an_inferred_user_is_asked_about_once_and_remembered(live: Start) -> None:
    bot = live(SYNC_TRIAGE_ADMINS="", SALESFORCE_INTEGRATION_USER="")
    clock = Hands(today_at(5))
    for _ in range(2):
        sweeping(bot, clock).tick()
    (asked,) = told(bot)
    assert f"Is {UNIFY_USER} the Salesforce user that Unify signs in as?" in asked.text
    from handlers.case import Kind, Said

    value = asked.blocks[-1]["elements"][0]["value"]
    sweeping(bot, clock).pressed(Said("x", Kind.ACTION, "T", asked.channel, bot.cast.sam.id, clock(), text=value,
                                      ts=asked.ts, action="warning/confirm"))  # fmt: skip
    assert "Remembered" in told(bot)[-1].text
    known = Standing(connect(f"sqlite:///{bot.database.with_name('sweep.db')}")).known(clock() + timedelta(days=300))
    assert [(a.key, a.value) for a in known] == [("integration-user", UNIFY_USER)]


def test_a_dry_run_notes_nothing(live: Start) -> None:
    """It works on a copy."""
    bot = live("integration-user-inactive", SYNC_TRIAGE_ADMINS="")
    database = connect(f"sqlite:///{bot.database.with_name('dry.db')}")
    copy = rehearsal(database)
    sweep = Sweep(bot.service.triage, Ledger(copy), Standing(copy), None, (bot.cast.sam.id,), Hands(today_at(5)))
    assert [w.why for w in sweep.all()] == ["integration-user-inactive"]
    assert Ledger(database).keys("") == []
    assert told(bot) == []


END = End("k", "what", datetime(2026, 11, 30, 12, tzinfo=UTC), "how", "stops", ("step",))


@pytest.mark.parametrize(
    ("day", "hour", "sent", "expected"),
    [
        pytest.param(1, 10, [], 30, id="thirty-days-or-less"),
        pytest.param(1, 9, [], None, id="not-before-ten"),
        pytest.param(1, 10, [30], None, id="once"),
        pytest.param(16, 10, [30], 14, id="next-stage"),
        pytest.param(20, 10, [], 14, id="after-a-pause-only-the-latest"),
        pytest.param(27, 10, [30, 14, 7], 3, id="three"),
        pytest.param(30, 10, [30, 14, 7, 3, 1], 0, id="the-day-itself"),
        pytest.param(30, 10, [30, 14, 7, 3, 1, 0], None, id="all-said"),
    ],
)
def test_stages(day: int, hour: int, sent: list[int], expected: int | None) -> None:
    """30, 14, 7, 3, 1 and 0 days."""
    assert due(END, datetime(2026, 11, day, hour, 30, tzinfo=UTC), "UTC", sent) == expected


def test_what_is_renewed_by_use_is_warned_of_only_when_it_is_not_used() -> None:
    """An idle limit of 30 days is always 30 days away while the sync runs."""
    end = End("t", "token", datetime(2026, 11, 30, tzinfo=UTC), "", "", ("s",), lifetime=timedelta(days=30))
    assert due(end, datetime(2026, 11, 1, 12, tzinfo=UTC), "UTC", []) is None
    assert due(end, datetime(2026, 11, 17, 12, tzinfo=UTC), "UTC", []) == 14
