"""Direct messages to admins about the connection itself: what ends soon, what is broken, what is good again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from slack_bolt import Ack

from diagnostics.expiry import days_left
from diagnostics.facts.expiries import End
from diagnostics.report import Finding
from handlers.case import Kind, Said
from handlers.desk import Desk
from handlers.render.mrkdwn import cut, escape

Message = dict[str, Any]
Buttons = tuple[tuple[str, str], ...]  # action_id and label
CHECK, LATER, CONFIRM = "warning/check", "warning/later", "warning/confirm"


def ending(end: End, now: datetime, tz: str) -> Message:
    """What ends, when, how that is known, what stops then, and the steps."""
    left = days_left(end, now, tz)
    when = "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days"
    headline = f"{end.what[0].upper()}{end.what[1:]} ends on {end.ends:%A} {end.ends.day} {end.ends:%B} ({when})."
    return _message(
        headline, (f"How I know: {end.how}.", end.stops), end.steps, end.key, _checked("I've done it, check")
    )


def broken(finding: Finding, now: datetime) -> Message:
    """A fault of the connection that has just become true."""
    judgement = finding.judgement
    remedy = judgement.remedy
    steps = tuple(step.text for step in remedy.steps) if remedy else ()
    known = tuple(f"How I know: {e.what}." for e in finding.evidence if e.what != judgement.details)
    stops = "Until it is mended no emails, replies or opens are written for anyone who is affected."
    says = (judgement.details, *known, stops)
    return _message(judgement.says, says, steps, finding.check.id, _checked("I've mended it, check"))


def confirm(username: str) -> Message:
    """Whether the user that was inferred is the one that Unify signs in as."""
    headline = f"Is {username} the Salesforce user that Unify signs in as?"
    how = "Nobody named it: I inferred it from who wrote the email records that match what Unify sent, and judge rights by it."
    return _message(headline, (how,), (), username, ((CONFIRM, "Yes"), (f"{CONFIRM}-not", "No")))


def confirmed(username: str, *, right: bool) -> Message:
    """The answer to it, in place of its buttons."""
    text = (
        f"Remembered: Unify signs in as {username}."
        if right
        else f"Not {username}, then. Tell me the right username where I ask for it, or set SALESFORCE_INTEGRATION_USER."
    )
    return {"text": escape(text), "blocks": [_text(escape(text))]}


def good_again(title: str) -> Message:
    """The fault of that title is gone, proved by the same check."""
    text = f"Good again: “{title}” is no longer so."
    return {"text": escape(text), "blocks": [_text(f"*{escape(text)}* Nothing more to do.")]}


def checked(says: str, *, good: bool) -> Message:
    """The answer to *check*, in place of the warning's buttons."""
    text = f"Checked: {says}" + (" Nothing more to do." if good else "")
    return {"text": escape(text), "blocks": [_text(f"*{escape(text)}*")]}


def pressed(desk: Desk, ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
    """*Check* or *remind me later* on a warning."""
    desk.hear(
        Said(
            id=f"action:{body.get('trigger_id', '')}:{action['action_id']}:{action.get('action_ts', '')}",
            kind=Kind.ACTION,
            team=body["team"]["id"],
            channel=(body.get("channel") or {}).get("id", ""),
            user=body["user"]["id"],
            at=desk.now(),
            text=action.get("value", ""),
            ts=body.get("container", {}).get("message_ts", ""),
            action=action["action_id"],
        )
    )
    ack()


def _checked(label: str) -> Buttons:
    return ((CHECK, label), (LATER, "Remind me later"))


def _message(headline: str, says: Sequence[str], steps: Sequence[str], value: str, buttons: Buttons) -> Message:
    lines = [escape(s) for s in says if s] + [f"{n}. {escape(step)}" for n, step in enumerate(steps, 1)]
    body = "\n".join(lines)
    elements = [
        {"type": "button", "action_id": action, "value": value, "text": {"type": "plain_text", "text": label}}
        for action, label in buttons
    ]
    return {
        "text": f"{escape(headline)}\n{body}",
        "blocks": [_text(f"*{escape(headline)}*"), _text(body), {"type": "actions", "elements": elements}],
    }


def _text(text: str) -> Message:
    return {"type": "section", "text": {"type": "mrkdwn", "text": cut(text, 2_900)}}
