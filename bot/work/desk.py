"""The desk as handlers know it, with the engine behind it: what is heard is committed, then attended to step by step."""

import logging
import time
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from dbos import DBOS, error

from bot.logs import about
from bot.metrics import FAILED
from bot.store import Cases, Threads, as_json, from_json
from bot.tracing import span
from bot.work.engine import LANES, QUEUE, Engine
from bot.work.patience import Parked, Patience
from diagnostics.asks import Json
from handlers.case import Kind, Said

_log = logging.getLogger(__name__)
# A thing that ends the process each time is given up then. High, because whatever was under way at a crash is counted,
# not only what caused it: with fifty, a machine that died fifty-five times in a row gave up eighteen innocent questions.
_MOST_CRASHES = 1_000
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_KEPT = timedelta(hours=24)  # ids of what is done: far longer than Slack comes again
_AT_ONCE = 500  # rows that housekeeping deletes together
_COUNTED = 1_000
Step = Callable[[str, Callable[[], Json]], Json]


class Attends(Protocol):
    """Who does the work."""

    def attend(self, said: Said, step: Step) -> None:
        """Do what is to be done, step by step."""
        ...

    def reference(self, said: Said) -> str:
        """What the logs and the person are given to find it by."""
        ...

    def apologise(self, said: Said, reference: str) -> None:
        """Say that it could not be done."""
        ...


class Work:
    """A `handlers.desk.Desk`. `regular` is done by the clock, once over all replicas: how often, and what, by name."""

    def __init__(
        self,
        url: str,
        threads: Threads,
        cases: Cases,
        attendant: Attends,
        passing: Callable[[BaseException], bool],
        clock: Callable[[], datetime],
        *,
        regular: Mapping[str, tuple[timedelta, Callable[[], None]]] | None = None,
    ) -> None:
        global _here  # the engine calls functions by name, in one process it is one
        self._threads, self._cases, self._attendant, self._clock = threads, cases, attendant, clock
        self._patience = Patience(passing)
        self._engine = Engine(url)
        self._jobs = {
            "look-again": (timedelta(seconds=15), self.look_again),
            "tidy-up": (timedelta(hours=1), self.tidy_up),
            **(regular or {}),
        }
        self._running = set[str]()
        self._launched = False
        _here = self

    def start(self) -> None:
        """Begin to work, with what was left over first. (It hears from the beginning.)"""
        if not self._launched:
            self._launched = True
            self._engine.launch(
                {name: (_cron(every), _regular) for name, (every, _) in self._jobs.items()}, self._running.copy
            )
            self._catch_up()

    # What handlers may do

    def now(self) -> datetime:
        """The time."""
        return self._clock()

    def knows(self, channel: str, thread_ts: str) -> bool:
        """Whether we were called in the thread, or answered there."""
        return bool(thread_ts) and self._threads.knows(channel, thread_ts)

    def hear(self, said: Said) -> None:
        """Commit it. The same id again is the same work. Raises where it could not be committed."""
        if said.kind in (Kind.MENTION, Kind.SHORTCUT):
            self._threads.open(said.channel, said.thread_ts or said.ts, said.at)
        self._engine.client.enqueue(
            {
                "workflow_name": "attend",
                "queue_name": QUEUE,
                "workflow_id": said.id,
                "queue_partition_key": lane(said),
                # In the order in which things were said: the engine's own clock has whole seconds on SQLite.
                "priority": max(1, int((said.at - _EPOCH) / timedelta(milliseconds=100)) % 2**31),
            },
            as_json(said),
        )

    # What operators see

    def depth(self) -> int:
        """How many things wait (at most a thousand are counted)."""
        return len(self._engine.waiting(_COUNTED))

    def age(self) -> float:
        """How long the oldest has waited, in seconds."""
        oldest = self._engine.waiting(1)
        return max(0.0, time.time() - (oldest[0].created_at or 0) / 1000) if oldest else 0.0

    def alive(self) -> bool:
        """Whether it takes things in."""
        return self._launched and not self._patience.stopping and self._engine.alive()

    def wait_idle(self, timeout: float) -> bool:
        """Wait until everything heard is attended to; whether it is."""
        end = time.monotonic() + timeout
        while self._engine.under_way():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def stop(self, patience: float = 18.0) -> bool:
        """Take up nothing new; finish what runs, within `patience` seconds; whether it all ended.

        What did not is parked where it is, and taken up by another replica or at the next start.
        """
        self._patience.stop()
        self._engine.stop(patience, busy=bool(self._running))
        return not self._running

    # What the engine calls

    def attend(self, said: Said) -> None:
        """One thing said, step by step; where it fails for good the person is told."""
        self._running.add(said.id)
        try:
            self._attend(said)
        except Exception:
            if self._patience.stopping:
                raise Parked from None  # the engine is going away under us: that is no failure of this work
            raise
        finally:
            self._running.discard(said.id)

    def _attend(self, said: Said) -> None:
        # It reads the store, which may be away.
        reference = self._patience.with_(lambda: self._attendant.reference(said))
        with about(reference), span("attend", kind=said.kind.value, reference=reference):
            try:
                self._attendant.attend(said, self._step)
            except error.DBOSException:
                raise
            except Exception:
                if self._patience.stopping:
                    raise
                _log.exception("gave up %s", said.kind.value)
                FAILED.labels(said.kind.value).inc()
                self._step("apologise", lambda: self._attendant.apologise(said, reference))

    def _step(self, name: str, do: Callable[[], Json]) -> Json:
        with span(name):
            return DBOS.run_step({"name": name}, self._patience.with_, do)

    def regular(self, name: str) -> None:
        """One job of the schedule."""
        if name in self._jobs:
            DBOS.run_step({"name": name}, self._patience.once, self._jobs[name][1])

    # What is done by the clock

    def look_again(self) -> None:
        """Hear ourselves: the cases that are due."""
        for case in self._cases.due(self._clock()):
            due = case.recheck_at.isoformat() if case.recheck_at else ""
            self.hear(
                Said(
                    f"recheck:{case.id}:{due}",
                    Kind.RECHECK,
                    case.team,
                    case.channel,
                    case.asker,
                    self._clock(),
                    thread_ts=case.thread_ts,
                    quoted=case.id,
                )
            )

    def tidy_up(self) -> None:
        """Forget what was done long ago; say sorry for what ended the process again and again."""
        for lost in DBOS.list_workflows(status="MAX_RECOVERY_ATTEMPTS_EXCEEDED", name="attend", limit=_AT_ONCE):
            said = from_json((lost.input or {"args": [None]})["args"][0])
            _log.error("given up after %d crashes: %s", _MOST_CRASHES, said.id)
            FAILED.labels(said.kind.value).inc()
            self._attendant.apologise(said, self._attendant.reference(said))
            DBOS.delete_workflow(lost.workflow_id)
        before = (self._clock() - _KEPT).isoformat()
        while True:
            done = DBOS.list_workflows(
                status=["SUCCESS", "ERROR", "CANCELLED"], end_time=before, limit=_AT_ONCE, load_input=False,
                load_output=False,
            )  # fmt: skip
            if not done:
                return
            DBOS.delete_workflows([w.workflow_id for w in done])

    def _catch_up(self) -> None:
        """What the clock would have done while nobody ran: each job once, at the latest time it was due."""
        now = self._clock()
        last = {schedule["schedule_name"]: schedule.get("last_fired_at") for schedule in DBOS.list_schedules()}
        for name, (every, _) in self._jobs.items():
            due = now - (now - _EPOCH) % every
            fired = last.get(name)
            if fired and due > datetime.fromisoformat(fired):
                # Under the id that the clock would have given it, so over all replicas it is done once.
                just = timedelta(milliseconds=1)
                DBOS.backfill_schedule(name, due - just, due + just)


_here: Work | None = None


def _cron(every: timedelta) -> str:
    """The clock's words for "every so often", on the full second, minute or hour."""
    seconds = int(every.total_seconds())
    if seconds < 60:
        return f"*/{seconds} * * * * *"
    return f"*/{seconds // 60} * * * *" if seconds < 3600 else "0 * * * *"


def _work() -> Work:
    assert _here is not None  # the engine calls only once it is launched
    return _here


@DBOS.workflow(name="attend", max_recovery_attempts=_MOST_CRASHES)
def _attend(said: dict[str, Any]) -> None:
    _work().attend(from_json(said))


@DBOS.workflow(name="regular")
def _regular(at: datetime, name: str) -> None:
    _work().regular(name)


def lane(said: Said) -> str:
    """Where it queues: an organisation has so many lanes, each one thing at a time, and a thread keeps to its own.

    So the engine's partitions keep the order within a thread, bound what one organisation has under way, and give
    each its turn.
    """
    thread = said.thread_ts or said.ts
    place = f"{said.channel}:{thread}" if thread else said.id
    return f"{said.team}:{zlib.crc32(place.encode()) % LANES}"
