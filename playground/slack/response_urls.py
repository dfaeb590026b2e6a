"""What happens at a response URL: an answer to a command or a click, without a token.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

import json
from typing import Any

from playground.slack.methods.call import Args, Refused
from playground.slack.methods.content import Content, read_content
from playground.slack.passes import ResponseUrl
from playground.slack.records import Json, Message
from playground.slack.team import Team


def answer_to(team: Team, key: str, body: bytes) -> tuple[int, Json]:
    """Does what the body asks for; the status and body Slack answers with."""
    with team.changing():
        url = team.passes.open_url(key, team.clock())
        if isinstance(url, str):
            return 404, {"ok": False, "error": url}
        try:
            given = json.loads(body)
        except ValueError:
            return 500, {"ok": False, "error": "invalid_payload"}
        if not isinstance(given, dict):
            return 500, {"ok": False, "error": "invalid_payload"}
        try:
            respond(team, url, given)
        except Refused as refused:
            return (404 if refused.error == "message_not_found" else 500), refused.answer()
        team.passes.count_use(key)
        return 200, {"ok": True}


def respond(team: Team, url: ResponseUrl, given: dict[str, Any]) -> Message | None:
    """One answer: to the person alone unless it says `in_channel`, or in place of the message that was clicked."""
    args = Args(given)
    source = team.messages.get((url.channel, url.source or ""))
    if args.flag("delete_original"):
        if source is None:
            raise Refused("message_not_found")
        team.delete(source)
        return None
    content = read_content(args, cumulative=False)
    if content.says_nothing:
        raise Refused("no_text")
    if args.flag("replace_original") and source is not None:
        return _replace(team, source, content)
    public = given.get("response_type") == "in_channel"
    return team.post(
        url.channel, team.app.bot_user, content.text or "", blocks=content.blocks or (), bot_id=team.app.bot_id,
        attachments=content.attachments or (), metadata=content.metadata or None if public else None,
        seen_by=None if public else url.user, thread_ts=args.text("thread_ts") or None,
    )  # fmt: skip


def _replace(team: Team, source: Message, content: Content) -> Message:
    """Unlike chat.update, this forgets what the answer does not mention."""
    return team.change(
        source, text=content.text or "", blocks=content.blocks or (), attachments=content.attachments or (),
        edited_at=team.next_ts(), edited_by=team.app.bot_user,
    )  # fmt: skip
