"""What was said, append-only, and what it led to: a thing said changes its case once, whoever tries again."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.store.database import Database
from diagnostics.asks import Json
from handlers.case import Kind, Said


class Sayings:
    """One row a thing said; written together with the case that it changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, said: Said, case_id: str, outcome: Json) -> None:
        """Append it, with what follows from it. In the transaction that saves the case."""
        self._database.run(
            "INSERT INTO said (id, case_id, at, body, outcome) VALUES (?, ?, ?, ?, ?)",
            said.id, case_id, said.at.isoformat(), json.dumps(as_json(said)), json.dumps(outcome),
        )  # fmt: skip

    def outcome(self, id: str) -> Json | None:
        """What followed from it, if it was folded in before."""
        row = self._database.row("SELECT outcome FROM said WHERE id = ?", id)
        return json.loads(row["outcome"]) if row else None

    def of(self, case_id: str) -> list[Said]:
        """Everything said in a case, oldest first."""
        rows = self._database.rows("SELECT body FROM said WHERE case_id = ? ORDER BY at, id", case_id)
        return [from_json(json.loads(row["body"])) for row in rows]

    def forget(self, before: datetime) -> int:
        """Drop what is older; how much that was."""
        return self._database.run("DELETE FROM said WHERE at < ?", before.isoformat())


class Threads:
    """Threads in which somebody called us, known from the moment we were called."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, channel: str, thread_ts: str, at: datetime) -> None:
        """From now on replies there are ours."""
        self._database.run(
            "INSERT INTO threads (channel, thread_ts, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            channel, thread_ts, at.isoformat(),
        )  # fmt: skip

    def knows(self, channel: str, thread_ts: str) -> bool:
        """Whether we were called there, or answered there."""
        return bool(
            self._database.row("SELECT 1 AS found FROM threads WHERE channel = ? AND thread_ts = ?", channel, thread_ts)
            or self._database.row("SELECT 1 AS found FROM cases WHERE channel = ? AND thread_ts = ? LIMIT 1",
                                  channel, thread_ts)
        )  # fmt: skip


class Inbox:
    """What the first version of the bot had heard and not yet done: handed to the engine once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> list[Said]:
        """The oldest first."""
        rows = self._database.rows("SELECT body FROM inbox WHERE state = 'waiting'")
        return sorted((from_json(json.loads(row["body"])) for row in rows), key=lambda said: said.at)

    def clear(self) -> None:
        """It is in better hands."""
        self._database.run("DELETE FROM inbox")


def as_json(said: Said) -> dict[str, Any]:
    """All its fields."""
    return {**asdict(said), "at": said.at.isoformat(), "files": list(said.files)}


def from_json(data: Json) -> Said:
    """The reverse of `as_json`."""
    at, kind, files = datetime.fromisoformat(data["at"]), Kind(data["kind"]), tuple(data["files"])
    return Said(**{**data, "at": at, "kind": kind, "files": files})
