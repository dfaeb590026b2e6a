"""What was done once and must not be done twice: messages posted, warnings sent, states told."""

from datetime import datetime

from bot.store.database import Database


class Ledger:
    """Keys with a value and a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, key: str, value: str, at: datetime) -> bool:
        """Write the key if it is not there; whether it was written now."""
        sql = "INSERT INTO ledger (key, value, at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING"
        return bool(self._database.run(sql, key, value, at.isoformat()))

    def put(self, key: str, value: str, at: datetime) -> None:
        """Write the key, whatever was there."""
        self._database.run(
            "INSERT INTO ledger (key, value, at) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
            key, value, at.isoformat(),
        )  # fmt: skip

    def get(self, key: str) -> tuple[str, datetime] | None:
        """Value and time of a key."""
        row = self._database.row("SELECT value, at FROM ledger WHERE key = ?", key)
        return (row["value"], datetime.fromisoformat(row["at"])) if row else None

    def remove(self, key: str) -> None:
        """Forget a key."""
        self._database.run("DELETE FROM ledger WHERE key = ?", key)

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin like this."""
        # A range, which the index serves however many keys there are.
        end = prefix + "\U0010ffff"
        rows = self._database.rows("SELECT key FROM ledger WHERE key >= ? AND key < ? ORDER BY key", prefix, end)
        return [row["key"] for row in rows]

    def forget(self, prefix: str, before: datetime) -> int:
        """Drop keys that begin like this and are older; how many that were."""
        sql = "DELETE FROM ledger WHERE at < ? AND key >= ? AND key < ?"
        return self._database.run(sql, before.isoformat(), prefix, prefix + "\U0010ffff")
