"""SQLite through sqlite-utils: one file, one writer at a time, any number of readers beside it."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from bot.store.database import Connection, Database, Row, Unusable, Value

_PATIENCE = 30.0  # seconds to wait for another process that writes (`sweep` by hand)


class _Connection:
    """One connection, in sqlite-utils' words."""

    def __init__(self, path: str) -> None:
        self.raw = sqlite3.connect(path, check_same_thread=False, timeout=_PATIENCE, isolation_level=None)
        self._db = sqlite_utils.Database(self.raw)

    def to_wal(self) -> None:
        """Readers beside the writer, from now on. (Where others open a new file too, SQLite itself would not wait.)"""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                self._db.enable_wal()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(0.01)
            else:
                return

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """What a query finds."""
        return list(self._db.query(sql, values))

    def run(self, sql: str, *values: Value) -> int:
        """Do it; how many rows it touched."""
        return self._db.execute(sql, values).rowcount


class Sqlite(Database):
    """The file at `path` (`:memory:` for none). Writers queue at a lock here, so SQLite never finds the file locked."""

    dialect = "sqlite"

    def __init__(self, path: Path | str) -> None:
        """Raises Unusable."""
        super().__init__()
        self._path = str(path)
        self._lock = threading.Lock()
        self._readers: list[_Connection] = []
        try:
            if self._path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._writer = _Connection(self._path)
            self._writer.to_wal()
            self._writer.raw.execute("PRAGMA synchronous=FULL")  # what is acknowledged survives a power cut
        except (OSError, sqlite3.Error) as error:
            raise Unusable(f"{path} cannot be used as a SQLite file: {error}.") from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock:
            raw = self._writer.raw
            raw.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                raw.execute("ROLLBACK")
                raise
            raw.execute("COMMIT")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._path == ":memory:":
            with self._lock:
                yield self._writer
            return
        try:
            reader = self._readers.pop()
        except IndexError:
            reader = _Connection(self._path)
        try:
            yield reader
        finally:
            self._readers.append(reader)

    def passing(self, error: BaseException) -> bool:
        """Busy, or a disk that is full for now."""
        return isinstance(error, sqlite3.OperationalError)

    def alive(self) -> bool:
        """Whether it can be written to, now."""
        try:
            self.run("UPDATE schema_version SET version = version")
        except sqlite3.Error:
            return False
        return True

    def close(self) -> None:
        """Finish what is under way and close the file."""
        with self._lock:
            for connection in (*self._readers, self._writer):
                connection.raw.close()
            self._readers.clear()
