import pytest

from handlers.understanding import is_small_talk


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "ok cool",
        ":tada: :+1:",
        "Great, thank you so much",
        "Vielen Dank",
        "muchas gracias",
        "👍",
        "",
    ],
)
def test_small_talk(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no",
        "off",
        "gmail",
        "this morning",
        "why?",
        "ok but it is still missing",
        "jo@acme.com",
    ],
)
def test_no_small_talk(text: str) -> None:
    assert not is_small_talk(text)
