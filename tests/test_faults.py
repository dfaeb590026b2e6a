"""Slack and Salesforce at their worst, in front of the running bot: everybody gets one answer, and nothing is guessed."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from playground.slack.delivery import Manner
from tests.live import Live

Start = Callable[..., Live]
MISSING = "my email to jane@acme.com isn't in Salesforce"
HTML = "<html><body>Service Unavailable</body></html>"
CUT = {"content-length": "999"}  # the connection ends in the middle of the answer

ILL: dict[str, dict[str, Any]] = {
    "429": {"status": 429, "headers": {"retry-after": "1"}},
    "500": {"status": 500},
    "503-html": {"status": 503, "body": HTML},
    "not-json": {"status": 200, "body": "{"},
    "internal-error": {"status": 200, "error": "internal_error"},
    "reset": {"status": 200, "body": "{", "headers": CUT},
    "500-but-done": {"status": 500, "done_anyway": True},
    "not-json-but-done": {"status": 200, "body": "{", "done_anyway": True},
    "reset-but-done": {"status": 200, "body": "{", "headers": CUT, "done_anyway": True},
}


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
@pytest.mark.parametrize("how", ILL.values(), ids=ILL.keys())
def test_slack_is_ill(live: Start, method: str, how: dict[str, Any]) -> None:
    """Each post and each edit goes wrong once: there is one root and one report, and it tells the verdict."""
    bot = live("sent-from-gmail")
    for _ in range(2):
        bot.team.fail(method, **how)
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    assert bot.payload()["state"] == "needs_answer"
    assert len(bot.reports()) == 1
    assert Counter(m.is_reply for m in bot.team.said_by_bot()) == {False: 1, True: 1}


def test_slack_limits_what_we_say_in_a_channel(live: Start) -> None:
    """One message a second: everybody is answered, and we wait rather than being refused again and again."""
    bot = live("sent-from-gmail")
    bot.team.limits.set("chat.postMessage", 1, 1.0, per_channel=True)
    for number in range(3):
        bot.slack.command(bot.cast.dana, bot.cast.sales, f"my email to p{number}@acme.com isn't in Salesforce")
    assert len(bot.reports()) == 3
    refused = [c for c in bot.team.calls if c.method == "chat.postMessage" and c.status == 429]
    assert len(refused) <= 2


def test_where_history_may_not_be_read_an_answer_is_given_all_the_same(live: Start) -> None:
    """Without the optional scopes nobody can look whether a lost post arrived: rather twice than never."""
    bot = live("sent-from-gmail")
    bot.team.scopes -= {"channels:history"}
    bot.team.fail("chat.postMessage", status=502)
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    assert bot.payload()["state"] == "needs_answer"
    assert len(bot.reports()) == 1


def test_everything_delivered_twice_is_done_once(live: Start) -> None:
    """Mention and message, both doubled, then edited."""
    bot = live("sent-from-gmail")
    said = bot.slack.say(bot.cast.dana, bot.cast.sales, bot.mention(MISSING), manner=Manner(duplicate=True))
    bot.slack.settle()
    bot.slack.edit(said, bot.mention(f"{MISSING}, please"))
    assert len(bot.reports()) == 1
    assert len(bot.team.said_by_bot()) == 1


def test_two_answers_at_the_same_time_are_both_heard(live: Start) -> None:
    """One typed, one pressed: they go different ways into the queue, and neither undoes the other."""
    bot = live("connection-page-expired")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "nothing from any of us reaches Salesforce since this morning")
    report = bot.report()
    keys = bot.payload()["questions"]
    assert keys
    bot.slack.say(bot.cast.alex, bot.cast.sales, "it was sent from unify", thread_ts=report.thread_ts)
    bot.slack.click(bot.cast.sam, report, "answer/connection/expired")
    assert bot.payload()["causes"] == ["credentials-expired"]
    assert [m.ts for m in bot.reports()] == [report.ts]


def test_a_fault_of_our_own_is_said_with_a_reference(live: Start, caplog: pytest.LogCaptureFixture) -> None:
    """The person gets the reference under which the logs have the cause; the cause itself stays there."""
    bot = live("sent-from-gmail")
    bot.team.fail("chat.update", error="block_mismatch", times=20)  # Slack refuses what we say, and will again
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    sorry = bot.texts()[-1]
    assert "Something of mine broke" in sorry
    assert bot.payload()["case"] in sorry
    assert "block_mismatch" not in sorry
    assert "block_mismatch" in caplog.text


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (429, HTML, {"Retry-After": "1"}),
        (500, HTML, {}),
        (503, HTML, {}),
        (200, "{", {}),
        (200, "{", CUT),
        (200, [], {}),
        (403, [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}], {}),
    ],
    ids=["429", "500", "503-html", "not-json", "reset", "another-shape", "limit"],
)
def test_salesforce_is_ill(live: Start, status: int, body: Any, headers: dict[str, str]) -> None:
    """Nothing is found that rests on its silence, and the report is there."""
    bot = live("healthy")
    bot.world.org.fail("composite", status, body, headers, times=-1)
    bot.slack.command(bot.cast.dana, bot.cast.sales, "jane@acme.com")
    payload = bot.payload()
    assert [c for c in payload["causes"] if c != "api-limit-reached"] == []
    assert "no-task-edit" in payload["unknown"]


def test_near_the_end_of_the_allowance_it_stops_asking_and_says_so(live: Start) -> None:
    """The first call shows it; afterwards not one more is made, and what was not checked is unknown."""
    bot = live("healthy")
    org = bot.world.org
    org.api_used = int(org.api_limit * 0.96)
    bot.slack.command(bot.cast.dana, bot.cast.sales, "jane@acme.com")
    bot.reports()
    made = len(org.requests)
    assert made <= 3
    bot.slack.command(bot.cast.sam, bot.team.dm(bot.cast.sam), "")
    assert "stopped asking" in str(bot.report().blocks)
    assert len(bot.payload()["unknown"]) > 5
    assert bot.payload()["causes"] == []
    assert len(org.requests) == made
