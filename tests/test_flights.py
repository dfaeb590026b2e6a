"""What people see of an email's way: stories of the playground, told to the real bot in a channel of the simulated Slack."""

from collections.abc import Callable

import pytest

from playground.scenarios import scenarios
from tests.live import Live
from tests.test_scenarios import tell

SENT = ["✓ Sent from Unify", "✓ Mailbox healthy"]
KNOWN = [*SENT, "✓ Known on both sides"]
ARRIVED = [*KNOWN, "✓ Write allowed", "✓ Written to Salesforce", "✓ On the right record", "✓ Right owner"]
OPENS = ["✓ Opens up to date"]
BEHIND = ["· Not reached"]
FLIGHTS = {
    "healthy": [*ARRIVED, *OPENS],
    "sent-from-gmail": ["✗ Sent from Unify", *BEHIND],
    "contact-without-email": ["? Sent from Unify", "? Mailbox healthy", "✗ Known on both sides", *BEHIND],
    "person-not-in-salesforce": [*SENT, "✗ Known on both sides", *BEHIND],
    "reply-in-other-thread": [*KNOWN, "✗ Reply in the thread, same address", *BEHIND],
    "reply-to-other-address": [*KNOWN, "✗ Reply in the thread, same address", *BEHIND],
    "too-early": [*KNOWN, "? Write allowed", *BEHIND],
    "sync-running": [*KNOWN, "? Write allowed", "✗ Written to Salesforce", *BEHIND],
    "no-contact-view-all": [*KNOWN, "? Write allowed", "? Written to Salesforce", "✗ On the right record", *BEHIND],
    # Nobody's email in particular.
    "credentials-expired": [],
    "writeback-off": [],
    "validation-rule": [],
}


@pytest.mark.parametrize("name", FLIGHTS)
def test_the_message_shows_how_far_the_email_got(live: Callable[..., Live], name: str) -> None:
    bot = live(name)
    tell(bot)
    answers = scenarios()[name].answers
    for _ in range(4):
        asked = [key for key in bot.payload()["questions"] if key in answers]
        if not asked:
            break
        bot.slack.click(bot.cast.dana, bot.report(), f"answer/{asked[0]}/{answers[asked[0]]}")
    assert flight(bot) == FLIGHTS[name]


def test_a_question_still_open_shows_what_is_known_so_far(live: Callable[..., Live]) -> None:
    bot = live("sent-from-gmail")
    tell(bot)
    assert flight(bot) == [
        "? Sent from Unify",
        "✓ Mailbox healthy",
        "✓ Known on both sides",
        "? Write allowed",
        "? Written to Salesforce",
        "? Not known",
    ]


def flight(bot: Live) -> list[str]:
    """The mark and title of each line, as Slack shows them."""
    texts = [b["text"]["text"] for b in bot.report().blocks if b["type"] == "section"]
    shown: list[str] = next((t.splitlines()[1:] for t in texts if t.startswith("*How far it got*")), [])
    return [f"{line[0]} {line[1:].partition(' — ')[0].partition(' <')[0].strip(' *')}" for line in shown]
