"""The model: whether its weights are those of the corpus, and how well it reads writers that it has never seen."""

import json
from datetime import datetime

import pytest

from benchmarks.understanding.figures import Pair, calibration, figures
from benchmarks.understanding.fingerprint import fingerprint
from benchmarks.understanding.labelled import CORPUS, HELD_OUT, WEIGHTS, messages
from diagnostics.question import Scope, Symptom
from handlers.understanding import as_row, understand
from handlers.understanding.model import FIRST, trained
from handlers.understanding.signs import signs

AT = datetime.fromisoformat("2026-11-18T12:00:00-05:00")


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """(label, reading) of the messages that nothing was trained or tuned on."""
    return [(m.label, as_row(understand(m.text, asked_at=m.asked_at, tz=m.tz))) for m in messages(HELD_OUT)]


def test_weights_are_those_of_the_corpus() -> None:
    corpus = messages(CORPUS)
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))["fingerprint"]
    assert stored == fingerprint(corpus, [signs(m.text).features for m in corpus]), "run make train-understanding"


def test_held_out_messages_are_none_of_the_corpus() -> None:
    assert not {m.text for m in messages(CORPUS)} & {m.text for m in messages(HELD_OUT)}
    assert not {m.writer for m in messages(CORPUS)} & {m.writer for m in messages(HELD_OUT)}


def test_unseen_writers_are_understood(pairs: list[Pair]) -> None:
    """Floors lie a little under what is reached."""
    reached = figures(pairs)
    assert reached.first >= 0.94
    assert reached.f1 >= 0.92
    assert reached.not_about >= 0.94
    assert reached.rejected <= 0.02
    assert reached.scope >= 0.92
    assert reached.emails >= 0.99
    assert reached.record_ids >= 0.99
    assert reached.error_codes >= 0.99
    assert reached.sent_at >= 0.97
    assert reached.stated_found >= 0.92
    assert reached.stated_wrong <= 0.02


def test_confidence_means_what_it_says(pairs: list[Pair]) -> None:
    (_, many, mean, right) = calibration(pairs, (0.0, 0.9))[-1]
    assert many > len(pairs) / 2
    assert abs(mean - right) < 0.05


def test_probabilities() -> None:
    likely = trained().likely(signs("my email to bob@initech.com isn't in Salesforce").features)
    assert set(likely.first) == set(FIRST)
    assert sum(likely.first.values()) == pytest.approx(1)
    assert set(likely.symptoms) == set(Symptom)
    assert all(0 <= p <= 1 for p in likely.symptoms.values())
    assert set(likely.scope) == set(Scope)
    assert sum(likely.scope.values()) == pytest.approx(1)
    assert likely.about_sync


def test_features_never_seen_count_nothing() -> None:
    assert trained().likely(["w xyzzy"]) == trained().likely([])


def test_two_close_symptoms_are_left_open() -> None:
    read = (understand(message.text, asked_at=message.asked_at, tz=message.tz) for message in messages(HELD_OUT))
    left_open = [question for question in read if question.alternatives]
    assert left_open
    for question in left_open:
        assert question.alternatives[:1] == question.symptoms
        assert len(set(question.alternatives)) == 2
        assert question.confidence < 0.6


def test_a_plain_symptom_is_not() -> None:
    question = understand("The reply from bob@initech.com isn't in Salesforce", asked_at=AT, tz="America/New_York")
    assert question.alternatives == ()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("My mail to bob@a.com isn't in Salesforce, Outlook was what I had open when sending", {"origin": "outlook"}),
        ("None of our emails are in Salesforce, the settings page is all connected and green", {"connection": "ok"}),
        ("My mails to bob@a.com never land in Salesforce. Unify is a nice product", {}),
        ("Do we need Enhanced Email for the text of emails to land in Salesforce?", {}),
    ],
)
def test_a_fact_in_unheard_of_words(text: str, stated: dict[str, str]) -> None:
    """Where no rule sees anything, the wording may be plain enough; a question stays one."""
    assert understand(text, asked_at=AT, tz="America/New_York").stated == stated
