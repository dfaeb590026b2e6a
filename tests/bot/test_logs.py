"""What operators read: a line each, with the case's reference, and nothing secret or personal."""

import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.logs import about, redacted

LOG = logging.getLogger("bot.test")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """The root logger as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    "text",
    [
        "xoxb-1234567890-abcdefghij", "xapp-1-A0123-456-abcdef", "xoxe.xoxp-1-Mi0yLTEyMzQ",
        "00D5g000001abcd!AQEAQFthMzgxNzE0ODk4", "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl",
        "Authorization: Bearer abc123def456", "X-Api-Key: key_live_abcdef", '{"client_secret": "hush-hush"}',
        "client_secret=hush-hush&grant_type=x", "-----BEGIN PRIVATE KEY-----\nMIIEvQ\nhush\n-----END PRIVATE KEY-----",
        "postgresql://bot:hush@db.internal/x", "https://hooks.slack.com/commands/T0/1/hush",
        "jane@acme.com", "jane.o'neil+x@mail.acme.co.uk", "jane%40acme.com",
    ],
)  # fmt: skip
def test_tokens_keys_and_addresses_are_left_out(text: str) -> None:
    shown = redacted(f"before {text} after")
    for part in (
        "hush",
        "abc123def456",
        "key_live",
        "1234567890",
        "0123-456",
        "Mi0yLT",
        "AQEAQF",
        "c2lnbmF0",
        "jane",
        "acme",
    ):
        assert part not in shown
    assert shown.startswith("before ")


def test_what_the_settings_hold_is_left_out_whatever_it_looks_like() -> None:
    assert redacted("it said plain-words to us", ["plain-words"]) == "it said [secret] to us"


def test_what_is_no_secret_stays() -> None:
    text = "a listener failed at event_callback (reference 1f2e3d4c) after 3 of 5 in C0123ABC at 1700000000.000100"
    assert redacted(text) == text


@given(st.emails())
def test_no_plain_address_gets_through(address: str) -> None:
    plain = all(c.isalnum() or c in ".+-_@" for c in address) and address.isascii()
    if plain:
        assert address not in redacted(f"<{address}>")


@pytest.mark.parametrize("style", ["json", "text"])
def test_a_line_has_its_reference_and_its_error_without_secrets(capsys: pytest.CaptureFixture[str], style: str) -> None:
    logs.set_up("INFO", style, ["s3cr3t-value"])
    with about("1f2e3d4c5b6a"):
        try:
            raise ValueError("for jane@acme.com with s3cr3t-value")
        except ValueError:
            LOG.exception("broke for %s", "jane@acme.com")
    LOG.info("elsewhere")
    told = capsys.readouterr().err
    assert "jane" not in told
    assert "s3cr3t" not in told
    assert "ValueError" in told
    if style == "json":
        first, second = [json.loads(line) for line in told.splitlines()]
        assert first["reference"] == "1f2e3d4c5b6a"
        assert first["says"] == "broke for [address]"
        assert "Traceback" in first["error"]
        assert "reference" not in second
    else:
        assert "[1f2e3d4c5b6a]" in told
        assert told.count("1f2e3d4c5b6a") == 1
