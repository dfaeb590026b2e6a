"""Labelled messages: what a person wrote, and what is to be read in it (the objects of `sync-triage understand`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"  # trained and tuned on
HELD_OUT = HERE / "held_out"  # other writers: measured only
ALTERNATIVES = HERE / "alternatives.json"  # what training measured
FIRST_SIGHT = HERE / "first_sight.csv"  # what was measured of each writer when new
WEIGHTS = HERE.parents[1] / "handlers/understanding/weights.json"
EXAMPLES = HERE.parents[2] / "shared/tickets/examples.jsonl"

# A row names only what differs from these.
_NOTHING: Mapping[str, Any] = {
    "about_sync": True,
    "symptoms": [],
    "scope": "unknown",
    "emails": [],
    "record_ids": [],
    "error_codes": [],
    "sent_at": None,
    "stated": {},
}


@dataclass(frozen=True, slots=True)
class Message:
    """`label` is complete: every key of interfaces.md §5 except the confidence."""

    id: str
    writer: str
    text: str
    asked_at: datetime
    tz: str
    label: Mapping[str, Any]


def messages(place: Path) -> tuple[Message, ...]:
    """Those of a JSONL file, or of all files in a folder: one file is one writer."""
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
    return tuple(
        Message(
            row["id"],
            file.stem,
            row["text"],
            datetime.fromisoformat(row["asked_at"]),
            row["tz"],
            {key: row.get(key, nothing) for key, nothing in _NOTHING.items()},
        )
        for file in files
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    )
