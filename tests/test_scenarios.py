"""Every story of the playground, told to the real bot over signed HTTP: it finds the truth, and nothing else."""

from collections.abc import Callable

import pytest

from playground.scenarios import scenarios
from tests.live import Live


@pytest.mark.parametrize("name", scenarios())
def test_the_bot_finds_the_truth(live: Callable[..., Live], name: str) -> None:
    """What is asked in Slack is answered with exactly the causes that are true, after the questions people can answer."""
    bot = live(name)
    story = bot.staged.scenario
    tell(bot)
    for _ in range(4):
        payload = bot.payload()
        open_keys = [key for key in payload["questions"] if key in story.answers]
        if not open_keys:
            break
        bot.slack.click(bot.cast.dana, bot.report(), f"answer/{open_keys[0]}/{story.answers[open_keys[0]]}")
    payload = bot.payload()
    assert sorted(payload["causes"]) == sorted(story.causes)
    assert set(story.explained) <= set(payload["explained"])
    assert set(story.also_found) <= set(payload["also_found"])
    if story.refuted:
        assert payload["state"] == "diagnosed"
        assert not payload["suspects"]
    assert not bot.world.org.writes
    assert not bot.world.unify_space.writes
    queries = [q.lower() for request in bot.world.org.requests for q in request.queries]
    assert not any("accesstoken" in q or "deletetoken" in q for q in queries)


def tell(bot: Live) -> None:
    """Say what the story says: a command, or a mention in the support channel."""
    said = bot.staged.scenario.words(bot.world)
    export = bot.staged.scenario.export(bot.world).encode()
    if said.startswith("/syncstatus"):
        bot.slack.command(bot.cast.dana, bot.cast.sales, said.removeprefix("/syncstatus").strip())
    else:
        text = said.replace("@Sync Triage", bot.mention().strip())
        if export:
            bot.slack.drop_file(bot.cast.dana, bot.cast.support, "skipped.csv", export, mimetype="text/csv", text=text)
        else:
            bot.slack.say(bot.cast.dana, bot.cast.support, text)
