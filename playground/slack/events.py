"""Which events a change in the workspace causes, and which of them reach the app.

Scopes per event: https://docs.slack.dev/reference/events
"""

from collections.abc import Collection
from dataclasses import dataclass

from playground.slack.app import App
from playground.slack.records import Channel, Json, Kind, Message

EVENT_SCOPES: dict[str, str | None] = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "reaction_added": "reactions:read",
    "file_shared": "files:read",
    "member_joined_channel": "channels:read",
    "team_join": "users:read",
    "user_change": "users:read",
    "app_home_opened": None,
    "app_context_changed": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""None: the subscription alone is enough."""

MESSAGE_EVENTS: dict[Kind, str] = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}


@dataclass(frozen=True, slots=True)
class Event:
    """What Slack tells an app that subscribed to `subscription`: the inner event, without its envelope."""

    subscription: str
    body: Json


def reaches(event: Event, app: App, scopes: Collection[str]) -> bool:
    """Whether the app hears of it: subscribed, and granted the scope the event asks for."""
    if event.subscription not in app.events:
        return False
    scope = EVENT_SCOPES.get(event.subscription)
    return scope is None or scope in scopes


def mentions(message: Message, user: str) -> bool:
    return f"<@{user}>" in message.text or f"<@{user}|" in message.text


def posted(app: App, channel: Channel, message: Message, shown: Json, parent: Message | None) -> list[Event]:
    """A new message. With a mention and a history scope both events come, for the same `ts` and in no promised order."""
    body = shown | {"channel": channel.id, "event_ts": message.ts}
    if message.is_reply and parent is not None:
        body["parent_user_id"] = parent.user
    told = [Event(MESSAGE_EVENTS[channel.kind], body | {"channel_type": channel.kind})]
    if channel.kind != "im" and message.user != app.bot_user and mentions(message, app.bot_user):
        told.insert(0, Event("app_mention", {**body, "type": "app_mention"}))
    return told


def changed(app: App, channel: Channel, before: Json, after: Json, message: Message, event_ts: str) -> list[Event]:
    """An edited message; an edit that mentions the app is a mention again, told apart by its `edited`."""
    body = {
        "type": "message", "subtype": "message_changed", "message": after, "previous_message": before,
        "channel": channel.id, "hidden": True, "ts": event_ts, "event_ts": event_ts, "channel_type": channel.kind,
    }  # fmt: skip
    told = [Event(MESSAGE_EVENTS[channel.kind], body)]
    if channel.kind != "im" and message.user != app.bot_user and mentions(message, app.bot_user):
        told.append(Event("app_mention", {**after, "type": "app_mention", "channel": channel.id, "event_ts": event_ts}))
    return told


def deleted(channel: Channel, before: Json, message: Message, event_ts: str) -> list[Event]:
    body = {
        "type": "message", "subtype": "message_deleted", "deleted_ts": message.ts, "previous_message": before,
        "channel": channel.id, "hidden": True, "ts": event_ts, "event_ts": event_ts, "channel_type": channel.kind,
    }  # fmt: skip
    return [Event(MESSAGE_EVENTS[channel.kind], body)]
