"""Cases, and the case file behind each."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from bot.store.database import Database, Row, Stale
from diagnostics.answers import Answer
from diagnostics.asks import Json
from diagnostics.bundle import question_as_json, question_from_json
from handlers.case import Audience, Case, State


class Cases:
    """One row a case; found by id, by thread, by asker, or because it is to be looked at again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, case: Case) -> Case:
        """Store the case as it is now, with its next version. Raises Stale where it is not the one that was read."""
        saved = replace(case, version=case.version + 1)
        values = (
            case.team, case.channel, case.thread_ts, case.asker, case.state.value, _utc(case.opened_at),
            _utc(case.recheck_at) if case.recheck_at else "", saved.version, json.dumps(_write(saved)),
        )  # fmt: skip
        if case.version == 0:
            done = self._database.run(
                "INSERT INTO cases"
                " (team, channel, thread_ts, asker, state, opened_at, recheck_at, version, body, id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                *values, case.id,
            )  # fmt: skip
        else:
            done = self._database.run(
                "UPDATE cases SET team = ?, channel = ?, thread_ts = ?, asker = ?, state = ?, opened_at = ?,"
                " recheck_at = ?, version = ?, body = ? WHERE id = ? AND version = ?",
                *values, case.id, case.version,
            )  # fmt: skip
        if not done:
            raise Stale(case.id)
        return saved

    def by_id(self, id: str) -> Case | None:
        """The case with this id."""
        return self._first("WHERE id = ?", id)

    def in_thread(self, channel: str, thread_ts: str) -> Case | None:
        """The latest case of a thread."""
        return self._first("WHERE channel = ? AND thread_ts = ? ORDER BY opened_at DESC LIMIT 1", channel, thread_ts)

    def latest_of(self, asker: str, channel: str) -> Case | None:
        """The asker's latest case in a channel."""
        return self._first("WHERE asker = ? AND channel = ? ORDER BY opened_at DESC LIMIT 1", asker, channel)

    def open_of(self, asker: str, most: int = 5) -> list[Case]:
        """The asker's cases that are not closed, newest first."""
        return self._all(
            "WHERE asker = ? AND state NOT IN (?, ?) ORDER BY opened_at DESC LIMIT ?",
            asker, State.FIXED.value, State.HANDED_OVER.value, most,
        )  # fmt: skip

    def due(self, now: datetime, most: int = 200) -> list[Case]:
        """Cases that are to be looked at again by now, the longest due first."""
        return self._all("WHERE recheck_at <> '' AND recheck_at <= ? ORDER BY recheck_at LIMIT ?", _utc(now), most)

    def keep_file(self, id: str, file: Json) -> None:
        """The case file: everything the last diagnosis rested on."""
        self._database.run(
            "INSERT INTO files (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            id, json.dumps(file),
        )  # fmt: skip

    def file(self, id: str) -> Json | None:
        """The case file, if there is one."""
        row = self._database.row("SELECT body FROM files WHERE id = ?", id)
        return json.loads(row["body"]) if row else None

    def _first(self, where: str, *values: str) -> Case | None:
        return next(iter(self._all(where, *values)), None)

    def _all(self, where: str, *values: str | int) -> list[Case]:
        return [_case(row) for row in self._database.rows(f"SELECT body, version FROM cases {where}", *values)]  # noqa: S608 - `where` is ours


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()  # so that text sorts as time does


def _write(case: Case) -> dict[str, Any]:
    data = {f.name: getattr(case, f.name) for f in fields(case)}
    data["question"] = question_as_json(case.question) if case.question else None
    data["answers"] = [
        {"key": a.key, "value": a.value, "by": a.by, "at": a.at.isoformat(), "about": a.about} for a in case.answers
    ]
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in data.items()}


def _case(row: Row) -> Case:
    # The column counts: a body of the first schema has no version.
    return replace(_read(json.loads(row["body"])), version=row["version"])


def _read(data: Mapping[str, Any]) -> Case:
    values = dict(data)
    values["question"] = question_from_json(data["question"]) if data["question"] else None
    values["answers"] = tuple(Answer(**{**a, "at": datetime.fromisoformat(a["at"])}) for a in data["answers"])
    values["audience"], values["state"] = Audience(data["audience"]), State(data["state"])
    for name in ("opened_at", "recheck_at"):
        values[name] = datetime.fromisoformat(data[name]) if data[name] else None
    values["open_keys"], values["causes"] = tuple(data["open_keys"]), tuple(data["causes"])
    return Case(**values)
