"""No message makes the reader fail, and none makes it slow."""

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.prompts import PROMPTS
from diagnostics.question import Symptom
from handlers.understanding import as_row, is_small_talk, read_answer, records, understand
from handlers.understanding.corrections import correction
from handlers.understanding.doubts import doubts

AT = datetime.fromisoformat("2026-11-18T12:00:00-05:00")
PIECES = st.sampled_from(
    [
        "<",
        ">",
        "|",
        "&amp;",
        "`",
        "```",
        "\n> ",
        "<@U1>",
        "<mailto:a@b.co|a@b.co>",
        "a@b.co",
        "003Hs0000OTXK9AIQX",
        "not ",
        "in ",
        "Salesforce",
        " Unify ",
        "reply ",
        "STRING_TOO_LONG",
        "string too long",
        " yesterday",
        " at 4pm",
        " 31/02",
        " feb 30",
        "2026-13-45",
        "2026-99-99t99:99",
        "writeback ",
        "is off",
        "enhanced email",
        " and ",
        "{{x}}",
        "?",
        ". ",
        "\u200b",
        "é",
        "ñ",
        "gestern ",
        "hace 2 horas",
        "https://x.my.salesforce.com/%",
        ":tada:",
        "0 days ago",
        "999 weeks ago",
        "0",
        "🤷",
    ]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map("".join))
MOMENTS = st.datetimes(min_value=datetime(2001, 1, 1), max_value=datetime(2199, 1, 1))
ZONES = st.sampled_from(["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Apia", "UTC", "nowhere", ""])


@settings(max_examples=200, deadline=None)
@given(TEXTS, MOMENTS, ZONES)
def test_any_text_is_a_question(text: str, at: datetime, tz: str) -> None:
    row = as_row(understand(text, asked_at=at, tz=tz))
    assert 0 <= float(str(row["confidence"])) <= 1
    assert isinstance(row["symptoms"], list) and set(row["symptoms"]) <= set(Symptom)
    assert row["about_sync"] or (row["symptoms"], row["stated"], row["sent_at"]) == ([], {}, None)
    assert isinstance(row["stated"], dict) and set(row["stated"]) <= set(PROMPTS)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(st.sampled_from([*PROMPTS, "unheard-of"]), max_size=3, unique=True), MOMENTS, ZONES)
def test_any_text_is_an_answer_or_none(text: str, keys: list[str], at: datetime, tz: str) -> None:
    said = read_answer(text, keys, at=at, tz=tz)
    assert set(said) <= set(PROMPTS)
    assert all(said.values())
    if is_small_talk(text):
        assert not said


@settings(max_examples=200, deadline=None)
@given(TEXTS, MOMENTS, ZONES, st.none() | MOMENTS.map(lambda at: at.replace(tzinfo=UTC)))
def test_any_text_is_a_correction_or_none(text: str, at: datetime, tz: str, known: datetime | None) -> None:
    found = correction(text, at=at.replace(tzinfo=UTC), tz=tz, known=known)
    assert found is None or found.contact or found.other or found.sent_at
    assert all(isinstance(doubt, str) for doubt in doubts(text, records.find(text), "https://acme.my.salesforce.com"))


_LONG = 40_000
_REPEATED = [
    "a",
    "a.",
    "a@",
    "a-",
    "<",
    "`",
    "(",
    '"',
    "> ",
    "1:",
    "12:30 ",
    "not ",
    "none the ",
    "http://",
    "x@x.",
    "bob.smith@acme.com ",
    "003Hs0000OTXK9AIQX ",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION ",
    "yesterday at 4:30pm ",
    "the reply from ",
    "we changed the mapping ",
    "writeback and enhanced email ",
    "die Mail ist nicht an der ",
    "is ",
    "import is ",
    ":tada:",
    "é̀",
]


@pytest.mark.parametrize("piece", _REPEATED)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    short = _seconds(piece * (_LONG // 4 // len(piece)))
    long = _seconds(piece * (_LONG // len(piece)))
    # Quadratic would be 16 times as long; the floor keeps a busy machine's jitter out.
    assert long < max(0.25, 10 * short)


def _seconds(text: str) -> float:
    start = process_time()
    understand(text, asked_at=AT, tz="America/New_York")
    read_answer(text, ["origin", "write-error", "field", "contact", "sent-at"], at=AT, tz="America/New_York")
    return process_time() - start
