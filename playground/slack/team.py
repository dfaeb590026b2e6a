"""The workspace: everything Slack keeps, behind one lock, and who wants to hear when it changes."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from playground.slack import events
from playground.slack.app import App
from playground.slack.failures import Failure, Failures, Limits
from playground.slack.passes import Passes
from playground.slack.records import Call, Channel, File, Json, Kind, Message, User, View
from playground.slack.shown import file_json, message_json, thread_json

T = TypeVar("T")


class Team:
    """One workspace with one app installed. All of it may be used from any thread.

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

    # Change and wait

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Alone with the workspace; those who wait for a change look again afterwards."""
        with self._changed:
            try:
                yield
            finally:
                self._changed.notify_all()

    def wait_for(self, what: Callable[["Team"], T | None], timeout: float = 10.0) -> T:
        """What `what` finds in the workspace, as soon as it finds something true; TimeoutError if it never does."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while not (found := what(self)):
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise TimeoutError(f"nothing of the kind within {timeout} s")
            return found

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)

    def next_ts(self) -> str:
        """A message timestamp of its own: seconds, and a serial number in the place of microseconds."""
        with self._changed:
            self._last_tick = max(int(self.clock()) * 10_000, self._last_tick + 1)
            return f"{self._last_tick // 10_000}.{self._last_tick % 10_000 * 100:06d}"

    def next_id(self, prefix: str) -> str:
        with self._changed:
            self._ids += 1
            return f"{prefix}0{self._ids:08X}"

    # People and places

    def add_user(
        self, name: str, *, real_name: str = "", email: str | None = None, tz: str = "UTC", is_admin: bool = False,
        id: str | None = None,
    ) -> User:  # fmt: skip
        with self.changing():
            user = User(id or self.next_id("U"), name, real_name or name.title(), email, tz, is_admin)
            self.users[user.id] = user
            return user

    def add_channel(
        self, name: str, members: Iterable[User | str] = (), *, private: bool = False, with_bot: bool = True
    ) -> Channel:
        with self.changing():
            people = {self.user(each).id for each in members} | ({self.app.bot_user} if with_bot else set())
            return self._keep(Channel(self.next_id("C"), name, "group" if private else "channel", frozenset(people)))

    def dm(self, user: User | str) -> Channel:
        """The direct messages between this person and the bot, opened if they never talked."""
        with self.changing():
            members = frozenset({self.user(user).id, self.app.bot_user})
            for each in self.channels.values():
                if each.kind == "im" and each.members == members:
                    return each
            return self._keep(Channel(self.next_id("D"), "", "im", members))

    def _keep(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel

    def join(self, channel: Channel | str, user: User | str) -> Channel:
        with self.changing():
            place, person = self.channel(channel), self.user(user)
            if person.id in place.members:
                return place
            place = self._keep(replace(place, members=place.members | {person.id}))
            ts = self.next_ts()
            body = {"type": "member_joined_channel", "user": person.id, "channel": place.id, "team": self.id,
                    "channel_type": "C" if place.kind == "channel" else "G", "event_ts": ts}  # fmt: skip
            self.tell([events.Event("member_joined_channel", body)], place)
            return place

    def leave(self, channel: Channel | str, user: User | str) -> Channel:
        with self.changing():
            place = self.channel(channel)
            return self._keep(replace(place, members=place.members - {self.user(user).id}))

    def user(self, user: User | str) -> User:
        """The person as of now; KeyError if there is none of this id."""
        return self.users[user if isinstance(user, str) else user.id]

    def channel(self, channel: Channel | str) -> Channel:
        """The channel as of now, by value, id, `name` or `#name`; KeyError if there is none."""
        id = channel if isinstance(channel, str) else channel.id
        if id in self.channels:
            return self.channels[id]
        return next(each for each in self.channels.values() if each.name and each.name == id.removeprefix("#"))

    def kind_of(self, channel: str) -> Kind:
        return self.channels[channel].kind

    # Messages

    def post(self, channel: Channel | str, user: User | str, text: str, **rest: Any) -> Message:
        """Keeps a new message and tells the app about it, as far as it listens. `rest`: other fields of Message."""
        with self.changing():
            place = self.channel(channel)
            message = Message(place.id, self.next_ts(), self.user(user).id, text, **rest)
            if message.seen_by is None and message.thread_ts is not None:
                self._open_thread(place.id, message.thread_ts)
            self.messages[place.id, message.ts] = message
            self.statuses.pop((place.id, message.thread_ts or ""), None)
            if message.seen_by is None:
                parent = self.messages.get((place.id, message.thread_ts or ""))
                shown = self.show(message, metadata=True)
                self.tell(events.posted(self.app, place, message, shown, parent), place)
            return message

    def _open_thread(self, channel: str, ts: str) -> None:
        parent = self.messages.get((channel, ts))
        if parent is not None and parent.thread_ts is None:
            self.messages[channel, ts] = replace(parent, thread_ts=ts)

    def change(self, message: Message, **fields: Any) -> Message:
        """Replaces fields of a kept message and tells the app."""
        with self.changing():
            old = self.messages[message.channel, message.ts]
            new = replace(old, **fields)
            self.messages[message.channel, message.ts] = new
            if new.seen_by is None and old != new:
                place, ts = self.channels[message.channel], self.next_ts()
                before, after = self.show(old, metadata=True), self.show(new, metadata=True)
                self.tell(events.changed(self.app, place, before, after, new, ts), place)
            return new

    def delete(self, message: Message) -> None:
        with self.changing():
            old = self.messages.pop((message.channel, message.ts))
            if old.seen_by is None:
                place = self.channels[message.channel]
                shown = self.show(old, metadata=True)
                self.tell(events.deleted(place, shown, old, self.next_ts()), place)

    def thread(self, channel: Channel | str, ts: str) -> list[Message]:
        """The message `ts` and every reply to it, oldest first; ephemeral ones are not part of it."""
        with self._changed:
            id = self.channel(channel).id
            return [m for m in self.history(id) if m.ts == ts or m.thread_ts == ts]

    def history(self, channel: Channel | str) -> list[Message]:
        """Every message of the channel that is not ephemeral, oldest first, replies included."""
        with self._changed:
            id = self.channel(channel).id
            kept = [m for m in self.messages.values() if m.channel == id and m.seen_by is None]
            return sorted(kept, key=lambda m: m.ts)

    def said_by_bot(self) -> list[Message]:
        """Everything the app has posted and not deleted, ephemeral ones included, oldest first."""
        with self._changed:
            return sorted((m for m in self.messages.values() if m.bot_id == self.app.bot_id), key=lambda m: m.ts)

    def latest(self, message: Message) -> Message:
        """This message as it stands now; KeyError if it was deleted."""
        with self._changed:
            return self.messages[message.channel, message.ts]

    def show(self, message: Message, *, metadata: bool = False, thread: bool = False) -> Json:
        """The message as Slack's JSON; `thread` adds the counts a thread's first message has."""
        shown = message_json(self.id, self.app, message, self.show_file, metadata=metadata)
        replies = [m for m in self.thread(message.channel, message.ts) if m.is_reply] if thread else []
        return thread_json(shown, replies)

    def show_file(self, file: File) -> Json:
        return file_json(self.address, self.id, file)

    # The app

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

    def revoke(self) -> None:
        """Uninstalls the app: it is told, and its tokens are worth nothing from now on."""
        with self.changing():
            gone = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.app.bot_user]}}
            self.tell(
                [events.Event("tokens_revoked", gone), events.Event("app_uninstalled", {"type": "app_uninstalled"})]
            )
            self.revoked = True
