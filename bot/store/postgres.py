"""PostgreSQL through psycopg: a pool of connections, and leases that end with their holder."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from bot.store.database import Connection, Database, Row, Unusable, Value

_LEASES = 7_330_217  # the space of advisory locks that is ours
_REPLICAS = 64
_SOON = 3.0  # seconds to wait for a connection: Slack waits no longer


class _Connection:
    """One connection inside a transaction."""

    def __init__(self, raw: psycopg.Connection[dict[str, Any]]) -> None:
        self._raw = raw

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """What a query finds."""
        return list(self._raw.execute(_spelled(sql), values).fetchall())

    def run(self, sql: str, *values: Value) -> int:
        """Do it; how many rows it touched."""
        return self._raw.execute(_spelled(sql), values).rowcount


class Postgres(Database):
    """The database at `url`. Connections that broke are replaced, so it survives the server's restart."""

    dialect = "postgresql"

    def __init__(self, url: str, connections: int = 16) -> None:
        super().__init__()
        try:  # one plain attempt first: the pool would go on trying in the background, and say less
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            why = str(error).strip().splitlines()[0]  # the others ask whether a server runs there
            raise Unusable(f"PostgreSQL cannot be reached: {why}.") from error
        self._pool = ConnectionPool(
            url,
            kwargs={"row_factory": dict_row, "connect_timeout": 3},
            connection_class=psycopg.Connection[dict[str, Any]],
            min_size=1,
            max_size=connections,
            timeout=_SOON,
            check=ConnectionPool.check_connection,
            reconnect_timeout=5,
            open=True,
        )

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._pool.connection() as raw:  # commits at the end, or rolls back
            yield _Connection(raw)

    _reading = _writing

    def passing(self, error: BaseException) -> bool:
        """Away, restarting, or in each other's way."""
        return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError | PoolTimeout | PoolClosed)

    def alive(self) -> bool:
        """Whether it can be written to, now."""
        try:
            self.run("UPDATE schema_version SET version = version")
        except (psycopg.Error, PoolTimeout, PoolClosed):
            return False
        return True

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()


class Lease:
    """A number that no other living process holds: 1, 2, 3 … the lowest that is free.

    It is an advisory lock of a session of its own, so it ends with its holder, however that dies. A pooler that
    shares sessions (PgBouncer in transaction mode) would break it.
    """

    def __init__(self, url: str, *, only: int = 0) -> None:
        """`only`: this number or none. Raises Unusable, and what psycopg raises."""
        self.url = url
        # The server, too, must notice soon when a replica's machine is gone without a word.
        alive = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
        self._session = psycopg.connect(
            url, autocommit=True, connect_timeout=5, options=alive, keepalives_idle=5, keepalives_interval=2,
            keepalives_count=3,
        )  # fmt: skip
        self._lock = threading.Lock()
        for number in (only,) if only else range(1, _REPLICAS + 1):
            if self._try(number):
                self.number = number
                return
        self._session.close()
        raise Unusable("Other replicas hold every lease that would do.")

    def held(self) -> bool:
        """Whether it is still ours: not once the session was lost."""
        try:
            with self._lock:
                self._session.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def again(self) -> "Lease":
        """The same number, in a new session. Raises Unusable where somebody holds it, and what psycopg raises."""
        self.close()
        return Lease(self.url, only=self.number)

    def ended(self, number: int) -> bool:
        """Whether nobody holds this other number."""
        with self._lock:
            if number == self.number or not self._try(number):
                return False
            self._session.execute("SELECT pg_advisory_unlock(%s, %s)", (_LEASES, number))
        return True

    def close(self) -> None:
        """Give it back."""
        self._session.close()

    def _try(self, number: int) -> bool:
        row = self._session.execute("SELECT pg_try_advisory_lock(%s, %s)", (_LEASES, number)).fetchone()
        return bool(row and row[0])


def _spelled(sql: str) -> Any:  # psycopg's type for SQL is a literal; ours is put together of literals
    return sql.replace("%", "%%").replace("?", "%s")  # `?` stands for values alone, and values never go into it
