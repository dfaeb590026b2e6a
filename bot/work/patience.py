"""Trying again: long where the world is away, shortly where we are to blame, not at all once we are stopping."""

import logging
import random
import threading
from collections.abc import Callable
from typing import TypeVar

_log = logging.getLogger(__name__)
T = TypeVar("T")
_OURS = 3  # attempts at what is nobody else's fault
_FIRST, _LONGEST = 0.5, 30.0  # seconds between attempts
_ATTEMPTS = 240  # about two hours of the world being away


class Parked(BaseException):
    """Left as it is, for the next start. Not an Exception: the engine would take that for the work's outcome."""


class Patience:
    """`passing` says which errors pass by themselves."""

    def __init__(self, passing: Callable[[BaseException], bool]) -> None:
        self._passing = passing
        self._stop = threading.Event()

    @property
    def stopping(self) -> bool:
        """Whether nothing is to be begun any more."""
        return self._stop.is_set()

    def stop(self) -> None:
        """End all waiting."""
        self._stop.set()

    def with_(self, do: Callable[[], T]) -> T:
        """Do it, again and again if need be. Raises its last error, or Parked."""
        ours = 0
        for attempt in range(_ATTEMPTS):
            try:
                return do()
            except Exception as error:
                passing = self._passing(error)
                ours += not passing
                if ours >= _OURS or attempt == _ATTEMPTS - 1:
                    raise
                if self.stopping:
                    raise Parked from error
                _log.warning("attempt %d failed (%s)", attempt + 1, type(error).__name__, exc_info=not passing)
            wait = min(_FIRST * 2**attempt, _LONGEST) * random.uniform(0.8, 1.2)  # noqa: S311 - jitter, no secret
            if self._stop.wait(wait):
                raise Parked
        raise AssertionError("unreachable")

    def once(self, do: Callable[[], None]) -> None:
        """Do what will be done again anyway: an error waits for the next time."""
        try:
            do()
        except Exception:  # noqa: BLE001 - whatever it is, the next time tries again
            if self.stopping:
                raise Parked from None
            _log.exception("a scheduled look failed")
