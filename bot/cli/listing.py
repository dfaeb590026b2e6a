"""`catalogue` and `understand`: what the bot knows, and what it reads."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.table import Column, Table

from bot.cli import Failed
from diagnostics.checks import LADDER
from handlers.understanding import as_row, understand


def rows() -> Iterator[dict[str, Any]]:
    """Every cause: id, title, section of Unify's article (D: its docs, S: Salesforce), who fixes it, sources, and why."""
    for check in LADDER:
        yield {
            "id": check.id,
            "title": check.title,
            "section": check.section,
            "who": check.who.value,
            "sources": list(check.sources),
            "symptoms": sorted(s.value for s in check.symptoms),
            "facts": [need.fact.__name__ for need in check.needs],
            "why": " ".join(check.why.split()),
        }


def catalogue(arguments: Namespace) -> int:
    """Print it."""
    if arguments.json:
        print(json.dumps(list(rows()), indent=1))
        return 0
    table = Table(Column("id", no_wrap=True, min_width=32), "cause", "§", "who can fix it", box=None, pad_edge=False)
    for row in rows():
        table.add_row(row["id"], row["title"], row["section"], row["who"])
    Console().print(table)
    return 0


def read(arguments: Namespace) -> int:
    """JSONL in, JSONL out: what the bot reads in each message."""
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            asked_at = datetime.fromisoformat(row["asked_at"])
            question = understand(row["text"], asked_at=asked_at, tz=row["tz"])
        except (ValueError, KeyError, TypeError) as error:
            raise Failed(f"line {number} is not an object with id, text, asked_at and tz ({error}).") from error
        print(json.dumps({"id": row.get("id"), **as_row(question)}, ensure_ascii=False), flush=True)
    return 0
