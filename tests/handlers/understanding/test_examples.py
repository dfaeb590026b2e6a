"""The labelled examples: how well they are read. Floors lie a little under what is reached."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.understanding import as_row, understand

EXAMPLES = Path(__file__).parents[4] / "shared/tickets/examples.jsonl"

Row = dict[str, Any]
Pair = tuple[Row, Row]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """(label, reading) of each example."""
    if not EXAMPLES.exists():
        pytest.skip(f"NOT MEASURED: the labelled examples are not at {EXAMPLES}")
    labels = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    return [
        (row, as_row(understand(row["text"], asked_at=datetime.fromisoformat(row["asked_at"]), tz=row["tz"])))
        for row in labels
    ]


def share(pairs: list[Pair], same: Callable[[Row, Row], bool]) -> float:
    return sum(same(label, read) for label, read in pairs) / len(pairs)


def precision_recall(pairs: list[Pair], items: Callable[[Row], set[Any]]) -> tuple[float, float]:
    both = sum(len(items(label) & items(read)) for label, read in pairs)
    return both / sum(len(items(read)) for _, read in pairs), both / sum(len(items(label)) for label, _ in pairs)


def test_about_sync(pairs: list[Pair]) -> None:
    precision, recall = precision_recall(pairs, lambda row: {True} if row["about_sync"] else set())
    assert precision >= 0.99
    assert recall >= 0.99


def test_symptoms(pairs: list[Pair]) -> None:
    asked = [(label, read) for label, read in pairs if label["about_sync"]]
    precision, recall = precision_recall(pairs, lambda row: set(row["symptoms"]))
    assert share(asked, lambda label, read: bool(label["symptoms"][:1] == read["symptoms"][:1])) >= 0.97
    assert 2 * precision * recall / (precision + recall) >= 0.97


def test_stated_is_silent_rather_than_wrong(pairs: list[Pair]) -> None:
    precision, recall = precision_recall(pairs, lambda row: set(row["stated"].items()))
    assert precision >= 0.99
    assert recall >= 0.98


@pytest.mark.parametrize(
    ("field", "floor"),
    [
        ("record_ids", 1.0),
        ("error_codes", 1.0),
        ("emails", 0.99),
        ("sent_at", 0.99),
        ("scope", 0.97),
    ],
)
def test_fields(pairs: list[Pair], field: str, floor: float) -> None:
    assert share(pairs, lambda label, read: _listed(label[field]) == _listed(read[field])) >= floor


def _listed(value: Any) -> list[str]:
    """Lists in any order; an address with its role is one entry however its keys are ordered."""
    values = value if isinstance(value, list) else [value]
    return sorted(str(sorted(v.items()) if isinstance(v, dict) else v) for v in values)


def test_confidence_means_what_it_says(pairs: list[Pair]) -> None:
    """Readings called sure are right at least that often; those called unsure are few."""
    for least in (0.6, 0.7, 0.8, 0.9):
        sure = [(label, read) for label, read in pairs if read["confidence"] >= least]
        right = share(sure, lambda label, read: label["symptoms"][:1] == read["symptoms"][:1])
        assert right >= least
