"""What happens in a workspace: people come, channels open, messages are posted, changed and taken back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from playground.slack import events
from playground.slack.records import Channel, File, Json, Message, User
from playground.slack.shown import file_json, message_json, thread_json
from playground.slack.state import State


class Team(State):
    """One workspace, as people and the Web API change it. Every change the app may know of is told to the listeners."""

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
        replies = self.thread(message.channel, message.ts)[1:] if thread and not message.is_reply else []
        return thread_json(shown, replies)

    def show_file(self, file: File) -> Json:
        return file_json(self.address, self.id, file)

    def react(self, message: Message, name: str, user: User | str) -> Message:
        """Adds a reaction; apps that listen hear `reaction_added`."""
        with self.changing():
            kept, person = self.latest(message), self.user(user)
            new = replace(kept, reactions=(*kept.reactions, (name, person.id)))
            self.messages[new.channel, new.ts] = new
            body = {"type": "reaction_added", "user": person.id, "reaction": name, "item_user": new.user,
                    "item": {"type": "message", "channel": new.channel, "ts": new.ts}, "event_ts": self.next_ts()}  # fmt: skip
            self.tell([events.Event("reaction_added", body)], self.channels[new.channel])
            return new

    # The app

    def revoke(self) -> None:
        """Uninstalls the app: it is told, and its tokens are worth nothing from now on."""
        with self.changing():
            gone = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.app.bot_user]}}
            self.tell(
                [events.Event("tokens_revoked", gone), events.Event("app_uninstalled", {"type": "app_uninstalled"})]
            )
            self.revoked = True
