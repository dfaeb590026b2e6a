"""How Slack shows what it keeps: the JSON of users, channels, messages, files and views."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from playground.slack.app import App
from playground.slack.records import Channel, File, Json, Message, User, View


def user_json(team_id: str, user: User, *, email: bool, now: datetime) -> Json:
    """A user as `users.info` shows them; the address only with `users:read.email`."""
    local = now.astimezone(ZoneInfo(user.tz))
    offset = local.utcoffset()
    profile: Json = {
        "real_name": user.real_name, "real_name_normalized": user.real_name,
        "display_name": user.name, "display_name_normalized": user.name,
        "first_name": user.real_name.split(" ", maxsplit=1)[0], "last_name": user.real_name.partition(" ")[2],
        "title": "", "phone": "", "status_text": "", "status_emoji": "", "team": team_id,
    }  # fmt: skip
    if email and user.email is not None:
        profile["email"] = user.email
    if user.bot_id is not None:
        profile["bot_id"] = user.bot_id
    return {
        "id": user.id, "team_id": team_id, "name": user.name, "deleted": user.deleted, "color": "9f69e7",
        "real_name": user.real_name, "tz": user.tz, "tz_label": local.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset is not None else 0, "profile": profile,
        "is_admin": user.is_admin, "is_owner": False, "is_primary_owner": False, "is_restricted": False,
        "is_ultra_restricted": False, "is_bot": user.is_bot, "is_app_user": False, "updated": 1732440000,
    }  # fmt: skip


def channel_json(team_id: str, channel: Channel, *, member: bool, partner: str | None = None) -> Json:
    """A channel as `conversations.info` shows it; `partner` is the other person of a direct message."""
    shown: Json = {
        "id": channel.id, "created": 1732440000, "is_archived": channel.is_archived, "is_im": channel.kind == "im",
        "context_team_id": team_id, "is_org_shared": False, "updated": 1732440000000,
    }  # fmt: skip
    if channel.kind == "im":
        return shown | {"user": partner, "is_user_deleted": False, "is_open": True, "priority": 0}
    return shown | {
        "name": channel.name, "name_normalized": channel.name, "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group", "is_private": channel.kind == "group", "is_mpim": False,
        "is_general": False, "is_shared": False, "is_ext_shared": False, "is_member": member, "unlinked": 0,
        "topic": {"value": "", "creator": "", "last_set": 0}, "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }  # fmt: skip


def file_json(address: str, team_id: str, file: File) -> Json:
    kind = file.name.rpartition(".")[2].lower() if "." in file.name else "binary"
    folder = f"{address}/files-pri/{team_id}-{file.id}"
    return {
        "id": file.id, "created": file.created, "timestamp": file.created, "name": file.name, "title": file.name,
        "mimetype": file.mimetype, "filetype": "text" if kind == "txt" else kind, "pretty_type": kind.upper(),
        "user": file.user, "user_team": team_id, "editable": False, "size": len(file.content), "mode": "hosted",
        "is_external": False, "external_type": "", "is_public": True, "public_url_shared": False,
        "url_private": f"{folder}/{file.name}", "url_private_download": f"{folder}/download/{file.name}",
        "permalink": f"{address}/files/{file.user}/{file.id}/{file.name}", "has_rich_preview": False,
        "file_access": "visible",
    }  # fmt: skip


def bot_profile(team_id: str, app: App) -> Json:
    return {
        "id": app.bot_id, "app_id": app.id, "user_id": app.bot_user, "name": app.name, "icons": {}, "deleted": False,
        "updated": 1732440000, "team_id": team_id,
    }  # fmt: skip


def message_json(
    team_id: str, app: App, message: Message, file: Callable[[File], Json], *, metadata: bool = False
) -> Json:
    """A message without its channel, as every method and event nests it."""
    shown: Json = {"type": "message", "user": message.user, "ts": message.ts, "text": message.text, "team": team_id}
    extras: dict[str, Any] = {
        "subtype": message.subtype,
        "client_msg_id": message.client_msg_id,
        "thread_ts": message.thread_ts,
        "bot_id": message.bot_id,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": [file(each) for each in message.files],
        "metadata": dict(message.metadata) if metadata and message.metadata else None,
    }
    shown.update({name: value for name, value in extras.items() if value})
    if message.bot_id == app.bot_id:
        shown |= {"app_id": app.id, "bot_profile": bot_profile(team_id, app)}
    if message.edited_at is not None:
        shown["edited"] = {"user": message.edited_by, "ts": message.edited_at}
    if message.reactions:
        names = dict.fromkeys(name for name, _ in message.reactions)
        by = {name: [user for each, user in message.reactions if each == name] for name in names}
        shown["reactions"] = [{"name": name, "users": users, "count": len(users)} for name, users in by.items()]
    return shown


def thread_json(shown: Json, replies: list[Message]) -> Json:
    """The first message of a thread, with what its thread amounts to."""
    if not replies:
        return shown
    users = list(dict.fromkeys(each.user for each in replies))
    return shown | {
        "reply_count": len(replies), "reply_users_count": len(users), "reply_users": users[:5],
        "latest_reply": replies[-1].ts, "is_locked": False, "subscribed": True,
    }  # fmt: skip


def view_json(team_id: str, app: App, view: View) -> Json:
    body = view.body
    return {
        "id": view.id, "team_id": team_id, "type": view.type, "blocks": body["blocks"],
        "private_metadata": body.get("private_metadata", ""), "callback_id": body.get("callback_id", ""),
        "external_id": body.get("external_id", ""), "state": {"values": dict(view.state or {})}, "hash": view.hash,
        "title": body.get("title"), "close": body.get("close"), "submit": body.get("submit"),
        "clear_on_close": bool(body.get("clear_on_close")), "notify_on_close": bool(body.get("notify_on_close")),
        "submit_disabled": bool(body.get("submit_disabled")), "root_view_id": view.root_id,
        "previous_view_id": view.previous_id, "app_id": app.id, "app_installed_team_id": team_id, "bot_id": app.bot_id,
    }  # fmt: skip
