"""What both databases have in common: short SQL with `?` for values, all or nothing, from any thread."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

Row = Mapping[str, Any]
Value = str | int | None


class Stale(Exception):
    """Somebody else saved this since it was read: read again, and do it again."""


class Unusable(Exception):
    """The database cannot be used as it is; says why in one sentence."""


class Connection(Protocol):
    """One connection inside a transaction."""

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """What a query finds."""
        ...

    def run(self, sql: str, *values: Value) -> int:
        """Do it; how many rows it touched."""
        ...


class Database(ABC):
    """A place to keep things. Safe to use from several threads; transactions of one thread join."""

    dialect: str

    def __init__(self) -> None:
        self._here = threading.local()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing of what is done inside, also by what is called from inside."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            yield current
            return
        with self._writing() as connection:
            self._here.connection = connection
            try:
                yield connection
            finally:
                self._here.connection = None

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """What a query finds; it waits for no writer."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            return current.rows(sql, *values)
        with self._reading() as connection:
            return connection.rows(sql, *values)

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row, if there is one."""
        return next(iter(self.rows(sql, *values)), None)

    def run(self, sql: str, *values: Value) -> int:
        """One statement on its own; how many rows it touched."""
        with self.transaction() as connection:
            return connection.run(sql, *values)

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def passing(self, error: BaseException) -> bool:
        """Whether this error is the database being away or busy, so that the same may work in a moment."""

    @abstractmethod
    def alive(self) -> bool:
        """Whether it can be written to, now."""

    @abstractmethod
    def close(self) -> None:
        """Let go of all connections."""
