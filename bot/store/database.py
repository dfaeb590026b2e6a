"""One SQLite file, one connection, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils


class Database:
    """The file at `path` (`:memory:` for none). Use it through `transaction`, which also serialises threads."""

    def __init__(self, path: Path | str) -> None:
        if str(path) != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, check_same_thread=False, timeout=10, isolation_level=None)
        self._lock = threading.RLock()
        self.tables = sqlite_utils.Database(self._connection)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")  # what is acknowledged survives a power cut

    @contextmanager
    def transaction(self) -> Iterator[sqlite_utils.Database]:
        """All or nothing of what is done inside."""
        with self._lock:
            if self._connection.in_transaction:
                yield self.tables
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.tables
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def copy(self) -> "Database":
        """The same content in memory: for looking what would be done."""
        made = Database(":memory:")
        with self._lock:
            self._connection.backup(made._connection)
        return made

    def alive(self) -> bool:
        """Whether it can be written to."""
        try:
            with self.transaction() as tables:
                tables.execute("SELECT 1").fetchone()
        except sqlite3.Error:
            return False
        return True

    def close(self) -> None:
        """Finish what is under way and close the file."""
        with self._lock:
            self._connection.close()
