"""Cases, and the case file behind each."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.store.database import Database
from diagnostics.answers import Answer
from diagnostics.asks import Json
from diagnostics.bundle import question_as_json, question_from_json
from handlers.case import Audience, Case, State


class Cases:
    """One row a case; found by id, by thread, by asker, or because it is to be looked at again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.transaction() as tables:
            tables.table("cases").create(
                {
                    "id": str,
                    "channel": str,
                    "thread_ts": str,
                    "asker": str,
                    "state": str,
                    "recheck_at": str,
                    "body": str,
                },
                pk="id",
                if_not_exists=True,
            )
            tables.table("cases").create_index(["channel", "thread_ts"], if_not_exists=True)
            tables.table("cases").create_index(["asker"], if_not_exists=True)
            tables.table("files").create({"id": str, "body": str}, pk="id", if_not_exists=True)

    def save(self, case: Case) -> None:
        """Store the case as it is now."""
        row = {
            "id": case.id,
            "channel": case.channel,
            "thread_ts": case.thread_ts,
            "asker": case.asker,
            "state": case.state.value,
            "recheck_at": case.recheck_at.isoformat() if case.recheck_at else "",
            "body": json.dumps(_write(case)),
        }
        with self._database.transaction() as tables:
            tables.table("cases").upsert(row, pk="id")

    def by_id(self, id: str) -> Case | None:
        """The case with this id."""
        return self._first("id = ?", [id])

    def in_thread(self, channel: str, thread_ts: str) -> Case | None:
        """The latest case of a thread."""
        return self._first("channel = ? AND thread_ts = ?", [channel, thread_ts])

    def latest_of(self, asker: str, channel: str) -> Case | None:
        """The asker's latest case in a channel."""
        return self._first("asker = ? AND channel = ?", [asker, channel])

    def open_of(self, asker: str, most: int = 5) -> list[Case]:
        """The asker's cases that are not closed, newest first."""
        closed = [State.FIXED.value, State.HANDED_OVER.value]
        return self._all("asker = ? AND state NOT IN (?, ?)", [asker, *closed], most)

    def due(self, now: datetime) -> list[Case]:
        """Cases that are to be looked at again by now."""
        return [c for c in self._all("recheck_at != ''", [], 1000) if c.recheck_at and c.recheck_at <= now]

    def keep_file(self, id: str, file: Json) -> None:
        """The case file: everything the last diagnosis rested on."""
        with self._database.transaction() as tables:
            tables.table("files").upsert({"id": id, "body": json.dumps(file)}, pk="id")

    def file(self, id: str) -> Json | None:
        """The case file, if there is one."""
        with self._database.transaction() as tables:
            row = next(iter(tables.table("files").rows_where("id = ?", [id])), None)
        return json.loads(row["body"]) if row else None

    def _first(self, where: str, values: list[str]) -> Case | None:
        return next(iter(self._all(where, values, 1)), None)

    def _all(self, where: str, values: list[str], most: int) -> list[Case]:
        with self._database.transaction() as tables:
            rows = list(tables.table("cases").rows_where(where, values, order_by="rowid desc", limit=most))
        return [_read(json.loads(row["body"])) for row in rows]


def _write(case: Case) -> dict[str, Any]:
    data = {f.name: getattr(case, f.name) for f in fields(case)}
    data["question"] = question_as_json(case.question) if case.question else None
    data["answers"] = [
        {"key": a.key, "value": a.value, "by": a.by, "at": a.at.isoformat(), "about": a.about} for a in case.answers
    ]
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in data.items()}


def _read(data: Mapping[str, Any]) -> Case:
    values = dict(data)
    values["question"] = question_from_json(data["question"]) if data["question"] else None
    values["answers"] = tuple(Answer(**{**a, "at": datetime.fromisoformat(a["at"])}) for a in data["answers"])
    values["audience"], values["state"] = Audience(data["audience"]), State(data["state"])
    for name in ("opened_at", "recheck_at"):
        values[name] = datetime.fromisoformat(data[name]) if data[name] else None
    values["open_keys"], values["causes"] = tuple(data["open_keys"]), tuple(data["causes"])
    return Case(**values)
