from datetime import datetime

import pytest

from handlers.understanding import read_answer

AT = datetime.fromisoformat("2026-11-18T12:00:00-05:00")


def read(text: str, *keys: str) -> dict[str, str]:
    return read_answer(text, keys, at=AT, tz="America/New_York")


@pytest.mark.parametrize(
    ("text", "keys", "said"),
    [
        ("gmail", "origin", {"origin": "gmail"}),
        ("it was outlook", "origin", {"origin": "outlook"}),
        ("not gmail, unify", "origin", {"origin": "unify"}),
        ("Another mail program", "origin", {"origin": "other-client"}),
        ("gmail or unify", "origin", {}),
        ("new thread", "reply-thread", {"reply-thread": "new"}),
        ("not in the same thread", "reply-thread", {"reply-thread": "new"}),
        ("no", "reply-thread", {"reply-thread": "new"}),
        ("yes it's on", "writeback", {"writeback": "on"}),
        ("off", "enhanced-email", {"enhanced-email": "off"}),
        ("not enabled", "writing-enabled", {"writing-enabled": "off"}),
        ("I'm on it", "writeback", {}),
        ("yes", "origin writeback", {"writeback": "on"}),
        ("yes", "writeback enhanced-email", {}),
        ("on", "writeback enhanced-email", {}),
        ("both off", "writeback enhanced-email", {"writeback": "off", "enhanced-email": "off"}),
        (
            "writeback is on, enhanced email is off",
            "writeback enhanced-email",
            {"writeback": "on", "enhanced-email": "off"},
        ),
        ("no idea", "origin reply-thread", {"origin": "not-sure", "reply-thread": "not-sure"}),
        (
            "outlook, not sure about the thread",
            "origin reply-thread",
            {"origin": "outlook", "reply-thread": "not-sure"},
        ),
        ("weiß nicht", "origin", {"origin": "not-sure"}),
        ("connected, all green", "connection", {"connection": "ok"}),
        ("there's a reconnect banner", "connection", {"connection": "expired"}),
        ("no, nothing running", "sync-running", {"sync-running": "no"}),
        ("read & write", "mapping", {"mapping": "read-write"}),
        ("write only", "mapping", {"mapping": "write-only"}),
        ("nothing there", "write-error", {"write-error": "none"}),
        (
            "```STRING_TOO_LONG: Subject: too long```",
            "write-error",
            {"write-error": "STRING_TOO_LONG: Subject: too long"},
        ),
        ("<mailto:Jo@Acme.com|Jo@Acme.com>", "contact", {"contact": "jo@acme.com"}),
        (
            "https://a.lightning.force.com/lightning/r/Lead/00Q5f0000HwZUwgEQG/view",
            "contact",
            {"contact": "00Q5f0000HwZUwgEQG"},
        ),
        ("it was to jo@acme.com or al@acme.com", "contact", {}),
        ("sync@corvex.com", "integration-user", {"integration-user": "sync@corvex.com"}),
        ("sync@corvex.com", "integration-user contact", {"contact": "sync@corvex.com"}),
        ("the user is sync@corvex.com", "integration-user contact", {"integration-user": "sync@corvex.com"}),
        ("20 minutes ago", "sent-at", {"sent-at": "2026-11-18T11:40:00-05:00"}),
        ("yesterday, 4pm", "sent-at", {"sent-at": "2026-11-17T16:00:00-05:00"}),
        ("just now", "sent-at", {"sent-at": "under-30-min"}),
        ("a few hours ago", "sent-at", {"sent-at": "under-4-h"}),
        ("this morning", "sent-at", {"sent-at": "today"}),
        ("last week", "sent-at", {"sent-at": "older"}),
        ("I'm out until 3pm", "sent-at", {}),
        ("Next Step", "field", {"field": "Next Step"}),
        ("it's `Region__c`", "field", {"field": "Region__c"}),
        ('the one called "Deal Source"', "field", {"field": "Deal Source"}),
        ("let me ask our admin", "field", {}),
        ("on Nov 3", "mapping-changed", {"mapping-changed": "2026-11-03T00:00:00-05:00"}),
        ("never changed", "mapping-changed", {"mapping-changed": "not-changed"}),
        ("I sent it from Unify", "writeback", {"origin": "unify"}),
        ("thanks!", "origin", {}),
        ("can you explain?", "origin writeback", {}),
        ("gmail", "no-such-question", {}),
    ],
)
def test_read_answer(text: str, keys: str, said: dict[str, str]) -> None:
    assert read(text, *keys.split()) == said
