"""App Home: what the bot does, a button to start, my open cases, and for admins the state of the integration."""

from collections.abc import Sequence
from typing import Any

from slack_bolt import BoltContext

from handlers.case import Case, Kind, Said, State
from handlers.commands import HELP
from handlers.desk import Desk
from handlers.render.blocks import plain
from handlers.render.mrkdwn import cut, escape
from handlers.render.outline import Outline

PROMPTS = (
    ("Something is missing", "An email I sent isn't in Salesforce"),
    ("A reply is missing", "A contact's reply isn't in Salesforce"),
    ("State of the integration", "How is the connection between Unify and Salesforce?"),
)
_STATES = {
    State.CHECKING: "checking",
    State.NEEDS_ANSWER: "waiting for an answer",
    State.DIAGNOSED: "diagnosed",
    State.WAITING: "waiting, I look again",
    State.FIXED: "fixed",
    State.HANDED_OVER: "handed over",
}


def opened(desk: Desk, event: dict[str, Any], context: BoltContext) -> None:
    """Somebody opened our home or messages tab."""
    desk.hear(
        Said(
            id=f"home:{event['user']}:{event['event_ts']}",
            kind=Kind.HOME,
            team=context.team_id or "",
            channel=event.get("channel", ""),
            user=event["user"],
            at=desk.now(),
            text=event.get("tab", "home"),
        )
    )


def view(cases: Sequence[Case], state: Outline | None) -> dict[str, Any]:
    """The home view; `state` only for admins."""
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "Why is it not in Salesforce?"}},
        _text(
            "I find out why emails, replies and opens from Unify do not arrive in Salesforce, show how I know, and say "
            "what to do."
        ),
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "home/start",
                    "style": "primary",
                    "text": {"type": "plain_text", "text": "Something is missing"},
                }
            ],
        },
        _text(HELP),
    ]
    if state is not None:
        blocks += [{"type": "divider"}, _text(f"*State of the integration*\n{plain(state)}")]
    if cases:
        blocks += [{"type": "divider"}, _text("*Your open cases*\n" + "\n".join(f"• {_line(c)}" for c in cases))]
    return {"type": "home", "blocks": blocks}


def _line(case: Case) -> str:
    about = case.question.text if case.question else ""
    return f"{escape(cut(about, 120)) or 'State of the integration'} ({_STATES[case.state]})"


def _text(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, 2_900)}}
