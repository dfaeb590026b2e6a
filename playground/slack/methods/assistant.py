"""assistant.threads.*: what an agent is doing, and what one might ask it. https://docs.slack.dev/ai"""

from playground.slack.methods.call import Args, Method, Refused, joined_channel
from playground.slack.records import Json
from playground.slack.shapes import many, record, text
from playground.slack.team import Team

PROMPTS = many(record({"title": text(255), "message": text(40_000)}), 4)
LOADING = many(text(255), 10, 0)


def _thread(team: Team, args: Args) -> tuple[str, str]:
    channel, ts = joined_channel(team, args.need("channel_id")), args.need("thread_ts")
    if (channel.id, ts) not in team.messages:
        raise Refused("invalid_thread_ts")
    return channel.id, ts


def set_status(team: Team, args: Args) -> Json:
    """Shown until the app says something in the thread; an empty one takes it away."""
    thread = _thread(team, args)
    wrong = LOADING(args.json("loading_messages", "invalid_arguments") or [], "/loading_messages")
    if wrong or not args.has("status"):
        raise Refused("invalid_arguments", wrong or ["missing required field: status [json-pointer:]"])
    if args.text("status"):
        team.statuses[thread] = args.text("status")
    else:
        team.statuses.pop(thread, None)
    return {"ok": True}


def set_title(team: Team, args: Args) -> Json:
    team.titles[_thread(team, args)] = args.need("title")
    return {"ok": True}


def set_suggested_prompts(team: Team, args: Args) -> Json:
    """In the agent messaging experience prompts belong to the conversation: with `thread_ts` nothing happens, silently."""
    channel = joined_channel(team, args.need("channel_id"))
    prompts = args.json("prompts", "invalid_arguments")
    wrong = PROMPTS(prompts, "/prompts")
    if wrong:
        raise Refused("invalid_arguments", wrong)
    if not (team.app.agent and args.text("thread_ts")):
        team.prompts[channel.id] = prompts
    return {"ok": True}


METHODS = {
    "assistant.threads.setStatus": Method(set_status, ("chat:write", "assistant:write")),
    "assistant.threads.setTitle": Method(set_title, ("assistant:write",)),
    "assistant.threads.setSuggestedPrompts": Method(set_suggested_prompts, ("assistant:write",)),
}
