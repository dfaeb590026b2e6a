"""chat.*: saying, changing and taking back messages. https://docs.slack.dev/reference/methods?family=chat"""

import re
from typing import Any

from playground.slack.methods.call import Args, Method, Refused, joined_channel, known_channel
from playground.slack.methods.content import read_content, too_long_to_update
from playground.slack.records import Channel, Json, Message
from playground.slack.team import Team


def _thread(team: Team, channel: Channel, args: Args) -> str | None:
    """The thread a call wants to write in: an existing first message, not one of its replies."""
    ts = args.text("thread_ts")
    if not ts:
        return None
    if not re.fullmatch(r"\d{9,}\.\d{6}", ts):
        raise Refused("invalid_thread_ts", [f"{ts} is not a valid thread_ts"])
    parent = team.messages.get((channel.id, ts))
    if parent is None or parent.seen_by is not None:
        raise Refused("thread_not_found")
    if parent.is_reply:
        raise Refused("cannot_reply_to_message")
    return ts


def _destination(team: Team, named: str) -> Channel:
    """Where `channel` points: an id, a name, or a person's id, which means their direct messages."""
    if named in team.users:
        return team.dm(named)
    by_name = {each.name: each.id for each in team.channels.values() if each.name}
    channel = joined_channel(team, by_name.get(named.removeprefix("#"), named))
    if channel.is_archived:
        raise Refused("is_archived")
    return channel


def post_message(team: Team, args: Args) -> Json:
    channel = _destination(team, args.need("channel"))
    if channel.kind == "im" and not team.app.messages_tab:
        raise Refused("messages_tab_disabled")
    content = read_content(args)
    if content.says_nothing:
        raise Refused("no_text")
    thread = _thread(team, channel, args)
    message = team.post(
        channel, team.app.bot_user, content.text or "", blocks=content.blocks or (), bot_id=team.app.bot_id,
        attachments=content.attachments or (), metadata=content.metadata or None, thread_ts=thread,
        subtype="thread_broadcast" if thread and args.flag("reply_broadcast") else None,
    )  # fmt: skip
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": team.show(message, metadata=True)}


def post_ephemeral(team: Team, args: Args) -> Json:
    channel = joined_channel(team, args.need("channel"))
    user = args.need("user")
    if user not in team.users or user not in channel.members:
        raise Refused("user_not_in_channel")
    content = read_content(args)
    if content.says_nothing:
        raise Refused("no_text")
    message = team.post(
        channel, team.app.bot_user, content.text or "", blocks=content.blocks or (), bot_id=team.app.bot_id,
        attachments=content.attachments or (), seen_by=user, thread_ts=_thread(team, channel, args),
    )  # fmt: skip
    return {"ok": True, "message_ts": message.ts}


def _own(team: Team, args: Args, error: str) -> Message:
    channel = known_channel(team, args.need("channel"))
    message = team.messages.get((channel.id, args.need("ts")))
    if message is None or message.seen_by is not None:
        raise Refused("message_not_found")
    if message.bot_id != team.app.bot_id:
        raise Refused(error)
    return message


def update(team: Team, args: Args) -> Json:
    """What the call does not mention stays: blocks, attachments, metadata. An empty list or object removes it."""
    message = _own(team, args, "cant_update_message")
    content = read_content(args)
    if content.text is None and content.blocks is None and content.attachments is None:
        raise Refused("no_text")
    if content.text is not None and too_long_to_update(content.text):
        raise Refused("msg_too_long")
    said = {"text": content.text, "blocks": content.blocks, "attachments": content.attachments}
    fields: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    if content.metadata is not None:
        fields["metadata"] = content.metadata or None
    if not any((fields.get("text", message.text), fields.get("blocks", message.blocks),
                fields.get("attachments", message.attachments))):  # fmt: skip
        raise Refused("no_text")
    changed = team.change(message, **fields, edited_at=team.next_ts(), edited_by=team.app.bot_user)
    shown = team.show(changed, metadata=True)
    return {"ok": True, "channel": message.channel, "ts": message.ts, "text": changed.text, "message": shown}


def delete(team: Team, args: Args) -> Json:
    message = _own(team, args, "cant_delete_message")
    team.delete(message)
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def permalink(team: Team, args: Args) -> Json:
    channel = known_channel(team, args.need("channel"))
    message = team.messages.get((channel.id, args.need("message_ts")))
    if message is None or message.seen_by is not None:
        raise Refused("message_not_found")
    link = f"https://{team.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"ok": True, "channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",)),
    "chat.update": Method(update, ("chat:write",)),
    "chat.delete": Method(delete, ("chat:write",)),
    "chat.getPermalink": Method(permalink, reads_json=False),
}
