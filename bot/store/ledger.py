"""What was done once and must not be done twice: warnings sent, states told."""

from datetime import datetime

from bot.store.database import Database


class Ledger:
    """Keys with a value and a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.transaction() as tables:
            tables.table("ledger").create({"key": str, "value": str, "at": str}, pk="key", if_not_exists=True)

    def claim(self, key: str, value: str, at: datetime) -> bool:
        """Write the key if it is not there; whether it was written now."""
        with self._database.transaction() as tables:
            new = tables.execute(
                "INSERT OR IGNORE INTO ledger (key, value, at) VALUES (?, ?, ?)", [key, value, at.isoformat()]
            )
            return bool(new.rowcount)

    def put(self, key: str, value: str, at: datetime) -> None:
        """Write the key, whatever was there."""
        with self._database.transaction() as tables:
            tables.table("ledger").upsert({"key": key, "value": value, "at": at.isoformat()}, pk="key")

    def get(self, key: str) -> tuple[str, datetime] | None:
        """Value and time of a key."""
        with self._database.transaction() as tables:
            row = next(iter(tables.table("ledger").rows_where("key = ?", [key])), None)
        return (row["value"], datetime.fromisoformat(row["at"])) if row else None

    def remove(self, key: str) -> None:
        """Forget a key."""
        with self._database.transaction() as tables:
            tables.table("ledger").delete_where("key = ?", [key])

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin like this."""
        with self._database.transaction() as tables:
            rows = tables.table("ledger").rows_where("substr(key, 1, ?) = ?", [len(prefix), prefix])
            return [row["key"] for row in rows]
