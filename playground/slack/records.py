"""What a Slack workspace keeps: people, channels, messages, views, files. Values; a change makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
"""A JSON object as Slack sends or receives it."""

Kind = Literal["channel", "group", "im"]
"""A public channel, a private one, a direct message: the `channel_type` of message events."""


@dataclass(frozen=True, slots=True)
class User:
    """A member of the workspace. `tz` is an IANA zone name; `bot_id` (`B…`) marks an app's bot user."""

    id: str
    name: str
    real_name: str
    email: str | None = None
    tz: str = "UTC"
    is_admin: bool = False
    bot_id: str | None = None
    deleted: bool = False

    @property
    def is_bot(self) -> bool:
        return self.bot_id is not None


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to talk. `members` are user ids; for direct messages `name` is empty."""

    id: str
    name: str
    kind: Kind
    members: frozenset[str]
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file. `channels` are the ids of those it was shared into."""

    id: str
    name: str
    mimetype: str
    content: bytes
    user: str
    created: int
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `ts` names it inside its channel; `thread_ts` is its thread's first message, also in that message
    itself once it has replies. `seen_by` names the one person an ephemeral message is for."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    thread_ts: str | None = None
    bot_id: str | None = None
    metadata: Mapping[str, Any] | None = None
    edited_at: str | None = None
    edited_by: str | None = None
    subtype: str | None = None
    files: tuple[File, ...] = ()
    client_msg_id: str | None = None
    seen_by: str | None = None
    reactions: tuple[tuple[str, str], ...] = ()

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a home tab. `body` is what the app sent, with block ids filled in; `hash` changes with every update.
    `open` turns false when a modal is closed, submitted or replaced by nothing."""

    id: str
    user: str
    type: Literal["modal", "home"]
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    state: Mapping[str, Any] | None = None
    open: bool = True


@dataclass(frozen=True, slots=True)
class Call:
    """One request the app made to the Web API: what it asked, what it was told, and when (epoch seconds).
    `answer` is None where the answer was no JSON or never came."""

    method: str
    args: Json
    status: int
    answer: Json | None
    at: float

    @property
    def error(self) -> str | None:
        """Slack's error name, or None where the call succeeded."""
        return None if self.answer is None or self.answer.get("ok") else str(self.answer.get("error"))
