"""The Web API, one file per family of methods."""

from playground.slack.methods import assistant, chat, conversations, users, views, workspace
from playground.slack.methods.call import Method

METHODS: dict[str, Method] = {
    **workspace.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **users.METHODS,
    **views.METHODS,
    **assistant.METHODS,
}
"""Whatever is not in here is `unknown_method`."""
