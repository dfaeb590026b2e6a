"""Things said that are not attended to yet. Written before Slack gets its acknowledgement."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.store.database import Database
from handlers.case import Kind, Said

_KEPT = 20_000  # rows that are done stay for a while, so that a repeated delivery is known


class Inbox:
    """A queue in a table: put once per id, taken in order."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.transaction() as tables:
            tables.table("inbox").create(
                {"id": str, "place": str, "body": str, "state": str, "attempts": int}, pk="id", if_not_exists=True
            )
            tables.table("inbox").create_index(["state"], if_not_exists=True)

    def put(self, said: Said, place: str) -> bool:
        """Store it; false if this id was stored before. `place` is the thread whose order is kept."""
        with self._database.transaction() as tables:
            new = tables.execute(
                "INSERT OR IGNORE INTO inbox (id, place, body, state, attempts) VALUES (?, ?, ?, 'waiting', 0)",
                [said.id, place, _write(said)],
            )
            return bool(new.rowcount)

    def waiting(self) -> list[tuple[Said, str, int]]:
        """What is not done, oldest first: the thing said, its place, the attempts so far."""
        with self._database.transaction() as tables:
            rows = list(tables.table("inbox").rows_where("state = ?", ["waiting"], order_by="rowid"))
        return [(_read(row["body"]), row["place"], row["attempts"]) for row in rows]

    def failed(self, id: str) -> int:
        """Count an attempt that failed; returns how many there were."""
        with self._database.transaction() as tables:
            tables.execute("UPDATE inbox SET attempts = attempts + 1 WHERE id = ?", [id])
            return int(tables.execute("SELECT attempts FROM inbox WHERE id = ?", [id]).fetchone()[0])

    def done(self, id: str, state: str = "done") -> None:
        """Attended to (or given up, with another state)."""
        with self._database.transaction() as tables:
            tables.execute("UPDATE inbox SET state = ?, body = '' WHERE id = ?", [state, id])
            tables.execute(
                "DELETE FROM inbox WHERE state != 'waiting' AND rowid < (SELECT max(rowid) FROM inbox) - ?", [_KEPT]
            )


def _write(said: Said) -> str:
    return json.dumps({**asdict(said), "at": said.at.isoformat()})


def _read(text: str) -> Said:
    data: dict[str, Any] = json.loads(text)
    data |= {"at": datetime.fromisoformat(data["at"]), "kind": Kind(data["kind"]), "files": tuple(data["files"])}
    return Said(**data)
