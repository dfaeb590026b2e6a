"""How much of one organisation's API we may still use: our own count, pauses it wants, and a stop in good time.

The allowance is shared with the sync that we are to find the faults of: we stop before it is used up.
"""

import threading
import time
from collections.abc import Callable

from bot.metrics import API_CALLS

STOP = 0.95  # of the allowance, by anybody
_LOOK_AGAIN = 300.0  # seconds until one call may find out whether calls have come back
_FIRST, _LONGEST = 5.0, 60.0  # seconds of a pause after 429 or 503; doubled each time
_USED_UP = 60.0  # seconds of a pause after REQUEST_LIMIT_EXCEEDED


class Allowance:
    """One organisation's. Safe to use from several threads."""

    def __init__(self, org: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._org, self._clock = org, clock
        self._lock = threading.Lock()
        self._until, self._pause, self._why = 0.0, _FIRST, ""
        self._looked = -_LOOK_AGAIN
        self.calls = 0
        self.usage: tuple[int, int] | None = None  # used of allowed, by anybody, in the last 24 hours
        self.exceeded = False

    def refusal(self) -> str:
        """Why nothing is to be asked now, fit for a channel; empty: ask, and it is counted."""
        with self._lock:
            now = self._clock()
            if now < self._until:
                return self._why
            used, allowed = self.usage or (0, 0)
            if allowed and used >= STOP * allowed:
                if now - self._looked < _LOOK_AGAIN:
                    return (
                        f"{used / allowed:.0%} of Salesforce's API calls for 24 hours are used, so I have stopped "
                        "asking: the rest is for the sync"
                    )
                self._looked = now  # one call, not one of each thread
            self.calls += 1
            return ""

    def answered(self, usage: tuple[int, int] | None) -> None:
        """A call came through, with the usage that Salesforce tells."""
        API_CALLS.labels("salesforce", self._org, "answered").inc()
        with self._lock:
            self._pause, self.exceeded = _FIRST, False
            if usage:
                self.usage = usage
                self._looked = self._clock()

    def refused(self, why: str, *, limit: bool = False, busy: bool = False, wait: float = 0.0) -> None:
        """A call did not: `limit` where the allowance is used up, `busy` where it is to come later (`wait` seconds)."""
        API_CALLS.labels("salesforce", self._org, "limit" if limit else "busy" if busy else "refused").inc()
        if not (limit or busy):
            return
        with self._lock:
            self.exceeded = self.exceeded or limit
            pause = _USED_UP if limit else max(wait, self._pause)
            self._pause = min(self._pause * 2, _LONGEST)
            self._until, self._why = self._clock() + min(pause, 15 * _LONGEST), why
