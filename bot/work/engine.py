"""DBOS, set up for us: on SQLite one process and one file, on PostgreSQL any number of replicas.

What it needs beyond its defaults, each because something breaks without it: a pinned version (else nothing that waits
runs after an update), WAL on the file, one connection to it, a short poll, JSON instead of pickle, one process to a SQLite
file, and on PostgreSQL a name for each replica that ends with it, so that another can take over what it left.
"""

import fcntl
import logging
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Mapping, Set
from contextlib import closing
from pathlib import Path
from typing import IO

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from dbos import WorkflowStatus as Status

from bot.store import Lease, Unusable, file_of

_log = logging.getLogger(__name__)
QUEUE = "desk"
LANES = 8  # things of one organisation that are worked on at the same time
_NAME, _VERSION = "sync-triage", "1"  # whoever changes the order of steps reads CONTRIBUTING.md first
_THREADS = 32  # of all organisations together, in one process
_POLL = 0.1  # seconds from heard to begun, at most
_WATCH = 2.0  # seconds between looks for replicas that died
_GRACE = 10.0  # seconds that others have to come back too after the database was away
_SERIALIZER = DBOSPortableJSONSerializer()
UNDER_WAY = ["ENQUEUED", "PENDING", "DELAYED"]


class Engine:
    """The one engine of this process. `client` takes things in; it works from the start on, and fails fast."""

    def __init__(self, url: str, threads: int = _THREADS) -> None:
        _quiet()
        self._stopping = threading.Event()
        self._lease: Lease | None = None
        self._file: IO[str] | None = None
        self._connection: sa.Engine | None = None
        path = file_of(url)
        if path:
            where = path.with_name(f"{path.stem}-work.db")
            self._file = _alone(where)
            self._url, self._name = f"sqlite:///{where}", "only"
            self._connection = _one_connection(self._url)
        else:
            self._lease = Lease(url)
            self._url, self._name = url, f"slot{self._lease.number}"
        DBOS.migrate(self._url)
        self.client = DBOSClient(
            system_database_url=self._url if self._file else _hasty(self._url),
            serializer=_SERIALIZER,
            application_name=_NAME,
            retry_connection_errors=False,  # Slack is told no at once, and comes again
            system_database_pool_size=10,
            system_database_engine=self._connection,
        )
        self.client.register_queue(
            QUEUE,
            worker_concurrency=threads,
            partition_concurrency=1,
            polling_interval_sec=_POLL,
            on_conflict="always_update",
        )
        config = DBOSConfig(
            name=_NAME,
            system_database_url=self._url,
            application_version=_VERSION,
            executor_id=self._name,
            serializer=_SERIALIZER,
            log_level="WARNING",
            max_executor_threads=threads + 16,
            run_migrations=False,
            system_database_engine=self._connection,
            notification_listener_polling_interval_sec=_POLL,
        )
        DBOS(config=config)

    def launch(self, schedules: Mapping[str, tuple[str, Callable[..., None]]], running: Callable[[], Set[str]]) -> None:
        """Begin, with what this process left undone. `schedules`: cron expression and workflow by name; `running`: ids."""
        DBOS.launch()
        DBOS.apply_schedules(
            [
                {"schedule_name": n, "workflow_fn": fn, "schedule": cron, "context": n}
                for n, (cron, fn) in schedules.items()
            ]
        )
        if self._lease:
            watch = threading.Thread(target=self._watch, args=(self._lease, running), name="replicas", daemon=True)
            watch.start()

    def waiting(self, most: int) -> list[Status]:
        """What is not yet begun, the oldest first."""
        return self.client.list_workflows(
            queue_name=QUEUE, status=["ENQUEUED"], limit=most, load_input=False, load_output=False
        )

    def under_way(self) -> bool:
        """Whether anything waits or is worked on."""
        return bool(
            DBOS.list_workflows(queue_name=QUEUE, status=UNDER_WAY, limit=1, load_input=False, load_output=False)
        )

    def alive(self) -> bool:
        """Whether its database answers."""
        try:
            self.client.check_connection()
        except Exception:  # noqa: BLE001 - whatever it is, it does not answer
            return False
        return True

    def stop(self, patience: float, *, busy: bool) -> None:
        """Begin nothing new, and give what runs `patience` seconds to end. The rest is taken up later."""
        self._stopping.set()
        DBOS.destroy(workflow_completion_timeout_sec=int(patience) if busy else 0)
        self.client.destroy()
        if self._connection:
            self._connection.dispose()
        if self._lease:
            self._lease.close()
        if self._file:
            self._file.close()

    def _watch(self, lease: Lease, running: Callable[[], Set[str]]) -> None:
        """Take up what dead replicas left, and what we claimed in vain, for as long as our own lease is held."""
        trusted, lost = 0.0, 0.0
        idle: Set[str] = frozenset()
        while not self._stopping.wait(_WATCH):
            now = time.monotonic()
            try:
                if not lease.held():
                    lost = lost or now
                    lease = self._lease = lease.again()
                    trusted, lost = now + _GRACE, 0.0
                if now >= trusted:
                    claimed = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
                    _recover(claimed, lease)
                    ours = {w.workflow_id for w in claimed if (w.executor_id, w.queue_name) == (self._name, QUEUE)}
                    idle = _begin_again(ours - running(), idle)
            except Unusable:
                # Our own session of before may still seem alive to the server; after a while it is somebody else.
                if now - lost > 3 * _GRACE:
                    _log.critical("another replica took our place: ending, to be started anew")
                    os._exit(75)
            except Exception:  # noqa: BLE001 - the database may be away: the next look tries again
                _log.warning("could not look for other replicas", exc_info=True)


def _one_connection(url: str) -> sa.Engine:
    """Everybody in this process takes turns at it. Over several, SQLite makes writers wait in ever longer naps: under
    load an acknowledgement once took a second. The settings are those that the engine gives its own."""
    engine = sa.create_engine(url, poolclass=sa.QueuePool, pool_size=1, max_overflow=0)

    @sa.event.listens_for(engine, "connect")
    def set_up(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = "IMMEDIATE"
        raw.execute("PRAGMA busy_timeout=30000")
        raw.execute("PRAGMA foreign_keys=ON")

    return engine


def _hasty(url: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}connect_timeout=2"


def _recover(claimed: list[Status], lease: Lease) -> None:
    for name in {w.executor_id for w in claimed if w.executor_id}:
        number = name.removeprefix("slot")
        if number.isdecimal() and lease.ended(int(number)):
            _log.warning("%s is gone: taking up what it left", name)
            # The engine's own recovery, which its vendor's paid service calls; it keeps each thing in its lane.
            DBOS._recover_pending_workflows([name])


def _begin_again(idle: Set[str], before: Set[str]) -> Set[str]:
    """Queue what we have claimed and do not work on, now and at the look before; returns what to compare the next with.

    PostgreSQL that dies between a claim's commit and its reply leaves such a one, and its lane waits behind it.
    """
    stranded = idle & before
    if stranded:
        _log.warning("claimed and never begun: %s", ", ".join(sorted(stranded)))
        DBOS.resume_workflows(list(stranded), queue_name=QUEUE)
    return idle - stranded


def _alone(path: Path) -> IO[str]:
    """The file, made ready, and locked against a second process. Raises Unusable."""
    if sys.version_info >= (3, 12) and sqlite3.sqlite_version_info < (3, 42):
        raise Unusable(
            f"Python {sys.version_info.major}.{sys.version_info.minor} has SQLite {sqlite3.sqlite_version} here, and the "
            "engine needs 3.42: use Python 3.11, a newer SQLite, or PostgreSQL."
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise Unusable(
            f"Another process works on {path.name}: a SQLite file serves one. For several set DATABASE_URL to PostgreSQL."
        ) from error
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    return lock


def _quiet() -> None:
    """Its log lines go where ours go."""
    log = logging.getLogger("dbos")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    log.propagate = True
    log.setLevel(logging.WARNING)
