"""Buttons and forms. A modal must be opened within three seconds of the click, so that is done here."""

from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from diagnostics.prompts import PROMPTS
from handlers.case import Kind, Said
from handlers.desk import Desk
from handlers.render.blocks import paste_form

Body = dict[str, Any]
_WAIT: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Evidence"},
    "close": {"type": "plain_text", "text": "Close"},
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "One moment …"}}],
}


def pressed(desk: Desk, ack: Ack, body: Body, action: dict[str, Any]) -> None:
    """Any button of ours: the desk knows what it means."""
    desk.hear(_said(desk, body, action))
    ack()


def paste(desk: Desk, ack: Ack, body: Body, action: dict[str, Any], client: WebClient) -> None:
    """`answer/<key>/paste` opens a form for a long answer."""
    key = action["action_id"].split("/")[1]
    client.views_open(trigger_id=body["trigger_id"], view=paste_form(action["value"], PROMPTS[key]))
    ack()


def evidence(desk: Desk, ack: Ack, body: Body, action: dict[str, Any], client: WebClient) -> None:
    """Open an empty view at once; the desk fills it."""
    view = client.views_open(trigger_id=body["trigger_id"], view=_WAIT)["view"]
    desk.hear(_said(desk, body, action, view=view["id"]))
    ack()


def form(desk: Desk, ack: Ack, body: Body, view: dict[str, Any]) -> None:
    """The form of `paste`, sent."""
    case_id, _, key = view["private_metadata"].partition(" ")
    text = view["state"]["values"]["answer"]["text"]["value"] or ""
    desk.hear(
        Said(
            id=f"form:{view['id']}:{view.get('hash', '')}",
            kind=Kind.FORM,
            team=body["team"]["id"],
            channel="",
            user=body["user"]["id"],
            at=desk.now(),
            text=text,
            action=f"answer/{key}",
            quoted=case_id,
        )
    )
    ack()


def start(desk: Desk, ack: Ack, body: Body, client: WebClient) -> None:
    """The button on the home page opens a form for a question."""
    client.views_open(trigger_id=body["trigger_id"], view=_QUESTION)
    ack()


def question(desk: Desk, ack: Ack, body: Body, view: dict[str, Any]) -> None:
    """The form of `start`, sent: a question to be answered in direct messages."""
    desk.hear(
        Said(
            id=f"form:{view['id']}:{view.get('hash', '')}",
            kind=Kind.COMMAND,
            team=body["team"]["id"],
            channel="",
            user=body["user"]["id"],
            at=desk.now(),
            text=view["state"]["values"]["answer"]["text"]["value"] or "",
        )
    )
    ack()


_QUESTION: dict[str, Any] = {
    "type": "modal",
    "callback_id": "question_form",
    "title": {"type": "plain_text", "text": "What is missing?"},
    "submit": {"type": "plain_text", "text": "Find out"},
    "close": {"type": "plain_text", "text": "Cancel"},
    "blocks": [
        {
            "type": "input",
            "block_id": "answer",
            "label": {"type": "plain_text", "text": "An email address, a Salesforce link, or your own words"},
            "element": {"type": "plain_text_input", "action_id": "text", "multiline": True, "max_length": 3000},
        }
    ],
}


def _said(desk: Desk, body: Body, action: dict[str, Any], view: str = "") -> Said:
    container = body.get("container", {})
    channel = (body.get("channel") or {}).get("id", "") or container.get("channel_id", "")
    return Said(
        id=f"action:{body.get('trigger_id', '')}:{action['action_id']}:{action.get('action_ts', '')}",
        kind=Kind.ACTION,
        team=body["team"]["id"],
        channel=channel,
        user=body["user"]["id"],
        at=desk.now(),
        text=action.get("value", ""),
        ts=container.get("message_ts", ""),
        thread_ts=container.get("thread_ts", ""),
        action=action["action_id"],
        view=view,
    )
