"""`/syncstatus`."""

from typing import Any

from slack_bolt import Ack

from handlers.case import Kind, Said
from handlers.desk import Desk

HELP = (
    "*/syncstatus* tells how the connection between Unify and Salesforce is.\n"
    "*/syncstatus jane@acme.com* (or a record id, a Salesforce link, or your own words, such as “my email to "
    "jane@acme.com from 10:12 isn't in Salesforce”) finds out why something is missing.\n"
    "Or mention me on a ticket, use *Triage sync issue* in a message's menu, or write to me directly."
)


def syncstatus(desk: Desk, ack: Ack, command: dict[str, Any]) -> None:
    """Hand it to the desk; only help is answered on the spot."""
    text = command.get("text", "").strip()
    if text.lower() in ("help", "?", "hilfe", "ayuda", "aide"):
        ack(text=HELP, response_type="ephemeral")
        return
    desk.hear(
        Said(
            id=f"command:{command['trigger_id']}",
            kind=Kind.COMMAND,
            team=command["team_id"],
            channel=command["channel_id"],
            user=command["user_id"],
            at=desk.now(),
            text=text,
            response_url=command.get("response_url", ""),
        )
    )
    ack()
