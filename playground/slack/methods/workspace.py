"""The methods about the app, its workspace and single things in it. https://docs.slack.dev/reference/methods"""

from playground.slack.blocks import message_complaints, view_complaints
from playground.slack.methods.call import Args, Method, Refused, joined_channel
from playground.slack.records import Json
from playground.slack.team import Team


def api_test(team: Team, args: Args) -> Json:
    if args.text("error"):
        raise Refused(args.text("error"))
    return {"ok": True, "args": dict(args.given)}


def auth_test(team: Team, args: Args) -> Json:
    bot = team.users[team.app.bot_user]
    return {
        "ok": True, "url": f"https://{team.domain}.slack.com/", "team": team.name, "user": bot.name, "team_id": team.id,
        "user_id": bot.id, "bot_id": bot.bot_id, "is_enterprise_install": False,
    }  # fmt: skip


def team_info(team: Team, args: Args) -> Json:
    return {
        "ok": True,
        "team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}},
    }


def bots_info(team: Team, args: Args) -> Json:
    if args.text("bot") not in ("", team.app.bot_id):
        raise Refused("bot_not_found")
    app = team.app
    bot = {"id": app.bot_id, "deleted": False, "name": app.name, "updated": 1732440000, "app_id": app.id,
           "user_id": app.bot_user, "icons": {}}  # fmt: skip
    return {"ok": True, "bot": bot}


def files_info(team: Team, args: Args) -> Json:
    """Only what was shared where the app is: other files do not exist for it."""
    file = team.files.get(args.need("file"))
    if file is None or not any(team.app.bot_user in team.channels[each].members for each in file.channels):
        raise Refused("file_not_found")
    return {"ok": True, "file": team.show_file(file), "comments": [], "response_metadata": {"next_cursor": ""}}


def add_reaction(team: Team, args: Args) -> Json:
    channel = joined_channel(team, args.need("channel"))
    message = team.messages.get((channel.id, args.need("timestamp")))
    if message is None or message.seen_by is not None:
        raise Refused("message_not_found")
    reaction = (args.need("name").strip(":"), team.app.bot_user)
    if reaction in message.reactions:
        raise Refused("already_reacted")
    team.react(message, *reaction)
    return {"ok": True}


def open_connection(team: Team, args: Args) -> Json:
    """Socket Mode needs a websocket server, which this workspace is not: it says so as an overloaded Slack does."""
    raise Refused("service_unavailable")


def validate_blocks(team: Team, args: Args) -> Json:
    """What Block Kit thinks of blocks, a message or a view, without a token."""
    blocks = args.json("blocks", "invalid_arguments")
    message, view = args.json("message", "invalid_arguments"), args.json("view", "invalid_arguments")
    if sum(each is not None for each in (blocks, message, view)) != 1:
        raise Refused("invalid_arguments", ["exactly one of `blocks`, `message`, `view` is needed [json-pointer:]"])
    if message is not None and not isinstance(message, dict):
        raise Refused("invalid_arguments", ["must be an object [json-pointer:/message]"])
    if view is not None:
        wrong = view_complaints(view, str(view.get("type")) if isinstance(view, dict) else "modal")
    else:
        wrong = message_complaints(blocks if message is None else message.get("blocks"))
    if wrong:
        raise Refused("invalid_blocks", wrong)
    return {"ok": True}


METHODS = {
    "api.test": Method(api_test, token="none"),
    "auth.test": Method(auth_test),
    "team.info": Method(team_info, ("team:read",), reads_json=False),
    "bots.info": Method(bots_info, ("users:read",), reads_json=False),
    "files.info": Method(files_info, ("files:read",), reads_json=False),
    "reactions.add": Method(add_reaction, ("reactions:write",)),
    "apps.connections.open": Method(open_connection, token="app"),
    "blocks.validate": Method(validate_blocks, token="none"),
}
