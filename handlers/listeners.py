"""Every listener on one screen: what Slack sends, and who takes it."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from slack_bolt import App

from handlers import actions, commands, home, messages, shortcuts, warnings
from handlers.desk import Desk

Listener = Callable[..., None]

COMMANDS: dict[str, Listener] = {"/syncstatus": commands.syncstatus}
EVENTS: dict[str, Listener] = {
    "app_mention": messages.mention,
    "message": messages.message,
    "app_home_opened": home.opened,
}
ACTIONS: dict[re.Pattern[str], Listener] = {
    re.compile(r"answer/[\w-]+/paste"): actions.paste,
    re.compile(r"answer/[\w-]+/[\w-]+"): actions.pressed,
    re.compile(r"case/evidence"): actions.evidence,
    re.compile(r"case/[\w-]+"): actions.pressed,
    re.compile(r"warning/[\w-]+"): warnings.pressed,
    re.compile(r"home/start"): actions.start,
}
SHORTCUTS: dict[str, Listener] = {"triage_message": shortcuts.triage}
VIEWS: dict[str, Listener] = {"answer_form": actions.form, "question_form": actions.question}


def register(app: App, desk: Desk) -> None:
    """Bind them all to the desk; what nobody subscribed to is acknowledged and forgotten."""
    for command, listener in COMMANDS.items():
        app.command(command)(partial(listener, desk))
    for shortcut, listener in SHORTCUTS.items():
        app.shortcut(shortcut)(partial(listener, desk))
    for view, listener in VIEWS.items():
        app.view(view)(partial(listener, desk))
    for action, listener in ACTIONS.items():
        app.action(re.compile(f"^{action.pattern}$"))(partial(listener, desk))
    app.action(re.compile(".*"))(_acknowledge)  # buttons of ours that only open a link
    for event, listener in EVENTS.items():
        app.event(event)(partial(listener, desk))
    app.event(re.compile(".*"))(_forget)  # an unknown event answered with 404 counts against the app


def _acknowledge(ack: Callable[[], Any]) -> None:
    ack()


def _forget(body: dict[str, Any]) -> None:
    """Nothing to do."""
