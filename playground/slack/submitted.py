"""What becomes of a modal once it was submitted: the app's answer says.

https://docs.slack.dev/surfaces/modals#handling_submissions
"""

from dataclasses import replace
from typing import Any

from playground.slack.methods.call import Refused
from playground.slack.methods.views import checked, opened, renewed
from playground.slack.records import Json, View
from playground.slack.team import Team


def withdraw(team: Team, view: View, **fields: Any) -> View:
    """The view with other fields: closed, filled in."""
    new = replace(view, **fields)
    with team.changing():
        team.views[view.id] = new
    return new


def close_all(team: Team, view: View) -> None:
    for each in [each for each in team.views.values() if each.root_id == view.root_id]:
        withdraw(team, each, open=False)


def take_answer(team: Team, view: View, answer: Json) -> None:
    """Empty closes the modal; `errors`, `update`, `push` and `clear` do what they say. ValueError where Slack would
    show "We had some trouble connecting" instead: an action it does not know, errors at blocks that are no inputs."""
    action = answer.get("response_action")
    with team.changing():
        if action is None:
            withdraw(team, view, open=False)
        elif action == "clear":
            close_all(team, view)
        elif action == "errors":
            inputs = {each["block_id"] for each in view.body["blocks"] if each["type"] == "input"}
            errors = answer.get("errors")
            if not isinstance(errors, dict) or not errors or set(errors) - inputs:
                raise ValueError(f"errors must name input blocks, not {errors!r}")
        elif action in ("update", "push"):
            try:
                body = checked(team, answer.get("view"), "modal", view if action == "update" else None)
            except Refused as refused:
                raise ValueError(f"{refused.error}: {refused.complaints}") from None
            if action == "update":
                renewed(team, view, body)
            else:
                opened(team, view.user, body, view)
        else:
            raise ValueError(f"no response_action {action!r}")
