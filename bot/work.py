"""The desk's engine room: an inbox in the store, and threads that attend to it, one thing at a time per thread of talk.

Whatever is heard is stored before Slack is answered, so a crash loses nothing: what was not done is done at the next
start. A durable engine can take this file's place without any handler noticing.
"""

import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from bot.metrics import QUEUE
from bot.store import Cases, Inbox
from handlers.case import Kind, Said

_log = logging.getLogger(__name__)
_ATTEMPTS = 3
_PAUSE = 1.0  # seconds before another attempt, doubled each time
_TICK = 5.0  # seconds between looks at what is due


class Work:
    """A `handlers.desk.Desk`: `attend` does the work, `apologise` tells the person where it failed for good."""

    def __init__(
        self,
        inbox: Inbox,
        cases: Cases,
        attend: Callable[[Said], None],
        apologise: Callable[[Said, str], None],
        clock: Callable[[], datetime],
        *,
        threads: int = 8,
        every: tuple[Callable[[], None], ...] = (),
    ) -> None:
        self._inbox, self._cases, self._attend, self._apologise, self._clock = inbox, cases, attend, apologise, clock
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="desk")
        self._threads = threads
        self._every = every
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        self._resting: set[str] = set()  # ids between two attempts
        self._idle = threading.Condition(self._lock)
        self._stopping = threading.Event()
        self._ticker = threading.Thread(target=self._tick, name="desk-ticker", daemon=True)

    def start(self) -> None:
        """Begin to work, with what was left over first."""
        self._ticker.start()
        self._pump()

    def now(self) -> datetime:
        """The time."""
        return self._clock()

    def knows(self, channel: str, thread_ts: str) -> bool:
        """Whether there is a case in the thread."""
        return bool(thread_ts) and self._cases.in_thread(channel, thread_ts) is not None

    def hear(self, said: Said) -> None:
        """Store it, then see to it soon."""
        if self._inbox.put(said, _place(said)):
            self._pump()

    def wait_idle(self, timeout: float) -> bool:
        """Wait until everything heard is attended to; whether it is."""
        with self._idle:
            return self._idle.wait_for(lambda: not self._busy and not self._inbox.waiting(), timeout)

    def depth(self) -> int:
        """How many things wait or are under way."""
        return len(self._inbox.waiting())

    def stop(self, patience: float = 20.0) -> None:
        """Take nothing new; finish what runs, within `patience` seconds. What waits is done at the next start."""
        self._stopping.set()
        with self._idle:
            self._idle.wait_for(lambda: not self._busy, patience)
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _pump(self) -> None:
        """Start what can be started: the oldest thing of each place that nobody works on."""
        if self._stopping.is_set():
            return
        with self._lock:
            waiting = self._inbox.waiting()
            QUEUE.set(len(waiting))
            held = set(self._busy)
            for said, place, attempts in waiting:
                if len(self._busy) >= self._threads:
                    break
                if place not in held and said.id not in self._resting:
                    self._busy.add(place)
                    self._pool.submit(self._work, said, place, attempts)
                held.add(place)

    def _work(self, said: Said, place: str, attempts: int) -> None:
        try:
            self._attend(said)
            self._inbox.done(said.id)
        except Exception:  # noqa: BLE001 - whatever breaks is tried again, then said
            self._failed(said, attempts + 1)
        finally:
            with self._idle:
                self._busy.discard(place)
                self._idle.notify_all()
            self._pump()

    def _failed(self, said: Said, attempts: int) -> None:
        reference = uuid.uuid4().hex[:8]
        _log.exception("attempt %d at %s failed (reference %s)", attempts, said.id, reference)
        self._inbox.failed(said.id)
        if attempts < _ATTEMPTS:
            self._resting.add(said.id)
            timer = threading.Timer(_PAUSE * 2 ** (attempts - 1), self._rested, (said.id,))
            timer.daemon = True
            timer.start()
            return
        self._inbox.done(said.id, "failed")
        try:
            self._apologise(said, reference)
        except Exception:  # noqa: BLE001 - Slack itself may be the reason
            _log.exception("could not even say so (reference %s)", reference)

    def _rested(self, id: str) -> None:
        self._resting.discard(id)
        self._pump()

    def _tick(self) -> None:
        while not self._stopping.wait(_TICK):
            try:
                self.look_again()
                for job in self._every:
                    job()
            except Exception:  # noqa: BLE001 - the next tick tries again
                _log.exception("a scheduled look failed")

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


def _place(said: Said) -> str:
    """Things in one thread are attended to in order; things that open one, on their own."""
    if said.thread_ts:
        return f"{said.channel}:{said.thread_ts}"
    return f"{said.channel}:{said.ts}" if said.ts else said.id
