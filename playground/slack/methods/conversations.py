"""conversations.*: channels, their people and what was said in them.

https://docs.slack.dev/reference/methods?family=conversations
"""

import re

from playground.slack.methods.call import (
    Args,
    Method,
    Refused,
    joined_channel,
    known_channel,
    missing_scope,
    scoped_channel,
)
from playground.slack.records import Json, Message
from playground.slack.shown import channel_json
from playground.slack.team import Team

HISTORY = ("channels:history", "groups:history", "mpim:history", "im:history")
READ = ("channels:read", "groups:read", "mpim:read", "im:read")


def open_(team: Team, args: Args) -> Json:
    """The direct messages with one person; several people would be a group, which this app has no scope for."""
    if args.has("channel"):
        channel = known_channel(team, args.text("channel"))
        return {"ok": True, "no_op": True, "already_open": True, "channel": {"id": channel.id}}
    people = [each.strip() for each in args.text("users").split(",") if each.strip()]
    if not people:
        raise Refused("users_list_not_supplied")
    if any(each not in team.users for each in people):
        raise Refused("user_not_found")
    if len(people) > 1:
        raise missing_scope(team, "mpim:write")
    if team.users[people[0]].is_bot:
        raise Refused("cannot_dm_bot")
    if team.users[people[0]].deleted:
        raise Refused("user_disabled")
    known = len(team.channels)
    channel = team.dm(people[0])
    there = {"no_op": True, "already_open": True} if len(team.channels) == known else {}
    shown = (
        channel_json(team.id, channel, member=True, partner=people[0]) if args.flag("return_im") else {"id": channel.id}
    )
    return {"ok": True, **there, "channel": shown}


def info(team: Team, args: Args) -> Json:
    channel = scoped_channel(team, args.need("channel"), "read")
    partner = next((each for each in channel.members if each != team.app.bot_user), None)
    member = team.app.bot_user in channel.members
    return {"ok": True, "channel": channel_json(team.id, channel, member=member, partner=partner)}


def members(team: Team, args: Args) -> Json:
    channel = scoped_channel(team, args.need("channel"), "read")
    return {"ok": True, "members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


def join(team: Team, args: Args) -> Json:
    channel = known_channel(team, args.need("channel"))
    if channel.kind != "channel":
        raise Refused("method_not_supported_for_channel_type")
    channel = team.join(channel, team.app.bot_user)
    return {"ok": True, "channel": channel_json(team.id, channel, member=True)}


def _page(args: Args, found: list[Message], most: int) -> tuple[list[Message], Json]:
    """One page of what was found, and what Slack says about the rest."""
    limit = args.number("limit", 100 if most == 999 else most)
    if not 1 <= limit <= most + 1:
        raise Refused("invalid_limit")
    cursor = args.text("cursor")
    if cursor and not (cursor.startswith("after:") and cursor[6:].isdigit()):
        raise Refused("invalid_cursor")
    start = int(cursor[6:]) if cursor else 0
    page, more = found[start : start + limit], len(found) > start + limit
    return page, {"has_more": more, "response_metadata": {"next_cursor": f"after:{start + limit}" if more else ""}}


def _within(args: Args, found: list[Message]) -> list[Message]:
    oldest, latest, inclusive = args.text("oldest"), args.text("latest"), args.flag("inclusive")
    for name, given in (("oldest", oldest), ("latest", latest)):
        if given and not re.fullmatch(r"\d+(\.\d+)?", given):
            raise Refused(f"invalid_ts_{name}")

    def inside(ts: str) -> bool:
        at = float(ts)
        after = not oldest or at > float(oldest) or (inclusive and ts == oldest)
        return after and (not latest or at < float(latest) or (inclusive and ts == latest))

    return [each for each in found if inside(each.ts)]


def replies(team: Team, args: Args) -> Json:
    """A thread, its first message first. Asked for a reply, Slack shows that reply alone."""
    scoped_channel(team, args.need("channel"), "history")
    channel = joined_channel(team, args.need("channel"))
    first = team.messages.get((channel.id, args.need("ts")))
    if first is None or first.seen_by is not None:
        raise Refused("thread_not_found")
    thread = [first] if first.is_reply else team.thread(channel, first.ts)
    kept = [each for each in thread if each.ts == first.ts or each in _within(args, thread)]
    page, rest = _page(args, kept, 1000)
    metadata = args.flag("include_all_metadata")
    shown = [team.show(each, metadata=metadata, thread=each.ts == first.ts) for each in page]
    if first.is_reply or len(thread) > 1:
        shown = [each | ({"parent_user_id": first.user} if each["ts"] != first.ts else {}) for each in shown]
    return {"ok": True, "messages": shown, **rest}


def history(team: Team, args: Args) -> Json:
    """The channel's own messages, newest first; replies only where they were sent to the channel too."""
    scoped_channel(team, args.need("channel"), "history")
    channel = joined_channel(team, args.need("channel"))
    said = [each for each in team.history(channel) if not each.is_reply or each.subtype == "thread_broadcast"]
    page, rest = _page(args, _within(args, said)[::-1], 999)
    metadata = args.flag("include_all_metadata")
    return {"ok": True, "messages": [team.show(each, metadata=metadata, thread=True) for each in page],
            "pin_count": 0, **rest}  # fmt: skip


METHODS = {
    "conversations.open": Method(open_, ("im:write", "mpim:write")),
    "conversations.info": Method(info, READ, reads_json=False),
    "conversations.members": Method(members, READ, reads_json=False),
    "conversations.join": Method(join, ("channels:join",)),
    "conversations.replies": Method(replies, HISTORY, reads_json=False),
    "conversations.history": Method(history, HISTORY, reads_json=False),
}
