"""Facts about a whole organisation, for a while: shared by all replicas, and still there after a restart."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from bot.store.database import Database
from diagnostics.asks import Ask, Found
from diagnostics.bundle import ask_as_json


class Facts:
    """Answers by organisation and ask."""

    def __init__(self, database: Database, org: str) -> None:
        self._database, self._org = database, org

    def known(self, asks: Collection[Ask], since: datetime) -> dict[Ask, Found]:
        """What was found since then."""
        keys = {_key(ask): ask for ask in asks}
        marks = ", ".join("?" * len(keys))
        rows = self._database.rows(
            f"SELECT ask, found, at FROM facts WHERE org = ? AND at >= ? AND ask IN ({marks})",  # noqa: S608 - marks only
            self._org, since.astimezone(UTC).isoformat(), *keys,
        ) if keys else []  # fmt: skip
        return {keys[r["ask"]]: Found(json.loads(r["found"]), datetime.fromisoformat(r["at"])) for r in rows}

    def keep(self, found: Mapping[Ask, Found]) -> None:
        """Remember what was found, with its time."""
        with self._database.transaction() as connection:
            for ask, answer in sorted(found.items(), key=lambda item: _key(item[0])):  # one order: no deadlock
                if answer.at is not None:
                    connection.run(
                        "INSERT INTO facts (org, ask, found, at) VALUES (?, ?, ?, ?) ON CONFLICT (org, ask)"
                        " DO UPDATE SET found = excluded.found, at = excluded.at",
                        self._org, _key(ask), json.dumps(answer.value), answer.at.astimezone(UTC).isoformat(),
                    )  # fmt: skip

    def forget(self, before: datetime) -> int:
        """Drop what is older; how much that was."""
        return self._database.run("DELETE FROM facts WHERE at < ?", before.astimezone(UTC).isoformat())


def _key(ask: Ask) -> str:
    return hashlib.sha256(json.dumps(ask_as_json(ask), sort_keys=True).encode()).hexdigest()
