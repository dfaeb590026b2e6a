"""Mentions, direct messages, and replies in threads we are part of."""

from datetime import UTC, datetime
from typing import Any

from slack_bolt import BoltContext

from handlers.case import Kind, Said
from handlers.desk import Desk

Event = dict[str, Any]
_NEW = (None, "file_share", "thread_broadcast")  # subtypes that are somebody saying something


def mention(desk: Desk, event: Event, context: BoltContext) -> None:
    """Somebody calls us. (Edited mentions come again with `edited`: the same ts, so the same thing.)"""
    if not event.get("bot_id"):
        desk.hear(_said(event, Kind.MENTION, context))


def message(desk: Desk, event: Event, context: BoltContext) -> None:
    """Everything in a direct message is for us; in a channel only replies in our threads, and mentions."""
    if event.get("bot_id") or event.get("subtype") not in _NEW or not event.get("user"):
        return
    called = f"<@{context.bot_user_id}>" in event.get("text", "")
    if called and event.get("channel_type") != "im":
        desk.hear(_said(event, Kind.MENTION, context))  # the same ts as its app_mention: one thing
    elif event.get("channel_type") == "im" or desk.knows(event["channel"], event.get("thread_ts", "")):
        desk.hear(_said(event, Kind.MESSAGE, context))


def _said(event: Event, kind: Kind, context: BoltContext) -> Said:
    team = context.team_id or event.get("team", "")
    return Said(
        id=f"{team}:{event['channel']}:{event['ts']}",
        kind=kind,
        team=team,
        channel=event["channel"],
        user=event["user"],
        at=datetime.fromtimestamp(float(event["ts"]), UTC),
        text=event.get("text", "").replace(f"<@{context.bot_user_id}>", " ").strip(),
        ts=event["ts"],
        thread_ts=event.get("thread_ts", ""),
        files=files(event),
    )


def files(message: Event) -> tuple[str, ...]:
    """The private download addresses of a message's files."""
    return tuple(f["url_private"] for f in message.get("files", ()) if f.get("url_private"))
