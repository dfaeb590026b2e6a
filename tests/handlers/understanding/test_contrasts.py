import pytest

from handlers.understanding.contrasts import contrasts
from handlers.understanding.ideas import ideas
from handlers.understanding.wording import wording


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("The opens are fine, but the replies are missing", {"right opens", "wrong reply", "wrong reply not opens"}),
        ("Not a delay, the owner is wrong", {"denied delay", "wrong owner"}),
        ("Replies? None. Opens are there", {"wrong reply", "right opens", "wrong reply not opens"}),
        ("Her emails are logged and mine are not", {"both email"}),
        ("Nothing is late here", {"denied late"}),
        ("Lunch is at noon", set()),
    ],
)
def test_contrasts(text: str, features: set[str]) -> None:
    words = wording(text)
    assert features <= set(contrasts(words.sentences, tuple(map(ideas, words.sentences))))


def test_what_is_right_is_not_also_wrong() -> None:
    words = wording("The body is complete, only the owner is missing")
    found = set(contrasts(words.sentences, tuple(map(ideas, words.sentences))))
    assert "right body" in found
    assert not found & {"wrong body", "both body"}
