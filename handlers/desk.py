"""The desk: everything a handler may use."""

from datetime import datetime
from typing import Protocol

from handlers.case import Said


class Desk(Protocol):
    """Where things said are handed in. What stands behind it (threads, a durable engine) is no handler's business."""

    def hear(self, said: Said) -> None:
        """Take it for good: when this returns it survives a crash. The same id twice is the same thing."""
        ...

    def now(self) -> datetime:
        """The time, for things that carry none."""
        ...

    def knows(self, channel: str, thread_ts: str) -> bool:
        """Whether the thread is one we started or were called into."""
        ...
