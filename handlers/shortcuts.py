"""The message shortcut *Triage sync issue*."""

from typing import Any

from slack_bolt import Ack

from handlers.case import Kind, Said
from handlers.desk import Desk
from handlers.messages import files


def triage(desk: Desk, ack: Ack, shortcut: dict[str, Any]) -> None:
    """The message it was used on is the question; the answer goes into its thread."""
    message = shortcut["message"]
    desk.hear(
        Said(
            id=f"shortcut:{shortcut['trigger_id']}",
            kind=Kind.SHORTCUT,
            team=shortcut["team"]["id"],
            channel=shortcut["channel"]["id"],
            user=shortcut["user"]["id"],
            at=desk.now(),
            quoted=message.get("text", ""),
            ts=message["ts"],
            thread_ts=message.get("thread_ts", ""),
            files=files(message),
            response_url=shortcut.get("response_url", ""),
        )
    )
    ack()
