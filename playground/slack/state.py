"""What a workspace holds, behind one lock, and who wants to hear when it changes."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self, TypeVar

from playground.slack import events
from playground.slack.app import App
from playground.slack.failures import Failure, Failures, Limits
from playground.slack.passes import Passes
from playground.slack.records import Call, Channel, File, Json, Message, User, View

T = TypeVar("T")
SLACKBOT = "USLACKBOT"
"""Slack's own voice, which says to a person that a command failed."""


class State:
    """Everything there is in a workspace with one app installed. All of it may be used from any thread.

    `clock` gives epoch seconds. `scopes` starts as what the app's manifest asks for; take one away to see the app
    refused. `address` is where `playground.slack.server` listens. `listeners` hear each event that reaches the app.
    """

    def __init__(
        self,
        app: App | None = None,
        *,
        domain: str = "acme",
        name: str = "Acme",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.app = app or App()
        self.id, self.domain, self.name, self.clock = "T0PLAYGRND", domain, name, clock
        self.scopes: set[str] = set(self.app.scopes)
        self.address = ""
        self.revoked = False
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[tuple[str, str], Message] = {}
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.files: dict[str, File] = {}
        self.calls: list[Call] = []
        self.statuses: dict[tuple[str, str], str] = {}
        self.titles: dict[tuple[str, str], str] = {}
        self.prompts: dict[str, list[Json]] = {}
        self.failures, self.limits, self.passes = Failures(), Limits(), Passes()
        self.listeners: list[Callable[[events.Event], None]] = []
        self._changed = threading.Condition(threading.RLock())
        self._last_tick = 0
        self._ids = 0
        bot = User(self.app.bot_user, self.app.name.lower().replace(" ", "_"), self.app.name, bot_id=self.app.bot_id)
        self.users[bot.id] = bot
        self.users[SLACKBOT] = User(SLACKBOT, "slackbot", "Slackbot")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Alone with the workspace; those who wait for a change look again afterwards."""
        with self._changed:
            try:
                yield
            finally:
                self._changed.notify_all()

    def wait_for(self, what: Callable[[Self], T | None], timeout: float = 10.0) -> T:
        """What `what` finds in the workspace, as soon as it finds something true; TimeoutError if it never does."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while not (found := what(self)):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError(f"nothing of the kind within {timeout} s")
                self._changed.wait(left)
            return found

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)

    def next_ts(self) -> str:
        """A message timestamp of its own: seconds, and a serial number in the place of microseconds."""
        with self._changed:
            self._last_tick = max(int(self.clock()) * 10_000 + 1, self._last_tick + 1)
            return f"{self._last_tick // 10_000}.{self._last_tick % 10_000 * 100:06d}"

    def next_id(self, prefix: str) -> str:
        with self._changed:
            self._ids += 1
            return f"{prefix}0{self._ids:08X}"

    def user(self, user: User | str) -> User:
        """The person as of now; KeyError if there is none of this id."""
        return self.users[user if isinstance(user, str) else user.id]

    def channel(self, channel: Channel | str) -> Channel:
        """The channel as of now, by value, id, `name` or `#name`; KeyError if there is none."""
        id = channel if isinstance(channel, str) else channel.id
        if id in self.channels:
            return self.channels[id]
        by_name = {each.name: each for each in self.channels.values() if each.name}
        return by_name[id.removeprefix("#")]

    def tell(self, told: Iterable[events.Event], place: Channel | None = None) -> None:
        """Hands events to the listeners, if the app subscribed, may know, and is where it happened."""
        if place is not None and self.app.bot_user not in place.members:
            return
        for event in told:
            if not self.revoked and events.reaches(event, self.app, self.scopes):
                for listener in self.listeners:
                    listener(event)

    def fail(
        self, method: str, *, status: int = 200, headers: Mapping[str, str] | None = None, body: str | None = None,
        error: str | None = None, delay: float = 0.0, done_anyway: bool = False, times: int = 1,
    ) -> None:  # fmt: skip
        """Lets the next `times` calls of `method` (`*`: of any) go wrong.

        `body` is sent as it is; without it, 5xx gives an HTML page, 429 `ratelimited` with Retry-After, anything else
        `error`. `delay` (seconds) comes first. `done_anyway`: the call takes effect, only its answer is lost.
        """
        failure = Failure.planned(status=status, headers=headers or {}, body=body, error=error, delay=delay,
                                  done_anyway=done_anyway, times=times)  # fmt: skip
        with self.changing():
            self.failures.plan(method, failure)
