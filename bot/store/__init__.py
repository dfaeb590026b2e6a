"""What must survive a restart: cases, what was said, warnings, outcomes, facts. `DATABASE_URL` alone decides where."""

from pathlib import Path

from bot.store.cases import Cases
from bot.store.database import Database, Stale, Unusable
from bot.store.facts import Facts
from bot.store.ledger import Ledger
from bot.store.outcomes import Outcomes
from bot.store.postgres import Lease, Postgres
from bot.store.retention import forget
from bot.store.said import Inbox, Sayings, Threads, as_json, from_json
from bot.store.schema import migrate
from bot.store.sqlite import Sqlite
from bot.store.standing import Standing

__all__ = [
    "Cases", "Database", "Facts", "Inbox", "Lease", "Ledger", "Outcomes", "Sayings", "Stale", "Standing", "Threads", "Unusable",
    "as_json", "connect", "file_of", "forget", "from_json", "rehearsal",
]  # fmt: skip


def connect(url: str) -> Database:
    """The store at `sqlite:///path` or `postgresql://…`, brought to the latest schema. Raises Unusable."""
    path = file_of(url)
    database: Database = Sqlite(path) if path else Postgres(url)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def file_of(url: str) -> Path | None:
    """The SQLite file that the address names; None for a server."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:") else None


def rehearsal(database: Database) -> Database:
    """What is noted and known, once more in memory: for looking what would be done."""
    copy = Sqlite(":memory:")
    migrate(copy)
    with copy.transaction() as connection:
        for table, columns in (("ledger", ("key", "value", "at")), ("standing", ("key", "value", '"by"', "at"))):
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            for row in database.rows(f"SELECT {names} FROM {table}"):  # noqa: S608 - both are constants
                connection.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values())  # noqa: S608 - likewise
    return copy
