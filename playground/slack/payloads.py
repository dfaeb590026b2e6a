"""The bodies Slack sends to an app: event envelopes, slash commands, interactions.

https://docs.slack.dev/apis/events-api · https://docs.slack.dev/interactivity/implementing-slash-commands ·
https://docs.slack.dev/reference/interaction-payloads
"""

from playground.slack.records import Channel, Json, Message, User, View
from playground.slack.shown import view_json
from playground.slack.team import Team

CALLED = {"im": "directmessage", "group": "privategroup"}


def envelope(team: Team, body: Json) -> Json:
    """One event on its way: `event_id` stays the same through retries."""
    app = team.app
    return {
        "token": app.verification_token, "team_id": team.id, "context_team_id": team.id, "context_enterprise_id": None,
        "api_app_id": app.id, "event": body, "type": "event_callback", "event_id": team.next_id("Ev"),
        "event_time": int(team.clock()), "is_ext_shared_channel": False, "event_context": f"4-{team.next_id('')}",
        "authorizations": [{
            "enterprise_id": None, "team_id": team.id, "user_id": app.bot_user, "is_bot": True,
            "is_enterprise_install": False,
        }],
    }  # fmt: skip


def channel_name(channel: Channel) -> str:
    """What payloads call a channel: only public ones by their name."""
    return CALLED.get(channel.kind, channel.name)


def command_form(
    team: Team, user: User, channel: Channel, name: str, text: str, trigger: str, url: str
) -> dict[str, str]:
    return {
        "token": team.app.verification_token, "team_id": team.id, "team_domain": team.domain, "channel_id": channel.id,
        "channel_name": channel_name(channel), "user_id": user.id, "user_name": user.name, "command": name, "text": text,
        "api_app_id": team.app.id, "is_enterprise_install": "false", "response_url": url, "trigger_id": trigger,
    }  # fmt: skip


def interaction(team: Team, kind: str, user: User, trigger: str | None) -> Json:
    """What every interaction says: which, by whom, where, and how to open a modal in return."""
    said = {
        "type": kind, "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": team.id},
        "api_app_id": team.app.id, "token": team.app.verification_token, "enterprise": None,
        "is_enterprise_install": False, "team": {"id": team.id, "domain": team.domain},
    }  # fmt: skip
    return said | ({"trigger_id": trigger} if trigger is not None else {})


def about_message(team: Team, message: Message, channel: Channel, url: str) -> Json:
    """Which message was acted on; an ephemeral one is named, not shown."""
    container: Json = {
        "type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": message.seen_by is not None,
    }  # fmt: skip
    if message.thread_ts is not None:
        container["thread_ts"] = message.thread_ts
    where = {"container": container, "channel": {"id": channel.id, "name": channel_name(channel)}, "response_url": url}
    return where if message.seen_by is not None else where | {"message": team.show(message, metadata=True, thread=True)}


def about_view(team: Team, view: View) -> Json:
    return {"container": {"type": "view", "view_id": view.id}, "view": view_json(team.id, team.app, view)}
