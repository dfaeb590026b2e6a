"""What a workspace knows of the installed app: its manifest, its tokens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

SCOPES = frozenset({
    "commands", "app_mentions:read", "chat:write", "im:write", "im:history", "users:read", "users:read.email",
    "assistant:write", "channels:history", "groups:history", "files:read",
})  # fmt: skip
EVENTS = frozenset({"app_mention", "app_home_opened", "message.channels", "message.groups", "message.im"})


@dataclass(frozen=True, slots=True)
class App:
    """An installed app. `commands` maps each slash command to its `should_escape`; `shortcuts` maps the callback id of
    each shortcut to its type (`message`, `global`); `events` are the bot events it subscribed to.

    `agent` is the agent messaging experience of 2026, in which threads live in the Messages tab.
    """

    name: str = "Sync Triage"
    scopes: frozenset[str] = SCOPES
    events: frozenset[str] = EVENTS
    commands: Mapping[str, bool] = field(default_factory=lambda: {"/syncstatus": False})
    shortcuts: Mapping[str, str] = field(default_factory=lambda: {"triage_message": "message"})
    home_tab: bool = True
    messages_tab: bool = True
    agent: bool = True
    id: str = "A0SYNCTRIAG"
    bot_user: str = "U0SYNCTRIAG"
    bot_id: str = "B0SYNCTRIAG"
    signing_secret: str = "8f742231b10e8888abcd99yyyzzz85a5"
    verification_token: str = "z26uFbvR1xHJEdHE1OQiO6t8"
    bot_token: str = "xoxb-1732440000-playground"
    app_token: str = "xapp-1-A0SYNCTRIAG-1732440000-playground"

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> Self:
        """The app a manifest describes (https://docs.slack.dev/reference/app-manifest), optional scopes granted."""
        features = manifest.get("features") or {}
        settings = manifest.get("settings") or {}
        scopes = (manifest.get("oauth_config") or {}).get("scopes") or {}
        tabs = features.get("app_home") or {}
        return cls(
            name=str((features.get("bot_user") or {}).get("display_name") or manifest["display_information"]["name"]),
            scopes=frozenset(scopes.get("bot") or ()) | frozenset(scopes.get("bot_optional") or ()),
            events=frozenset((settings.get("event_subscriptions") or {}).get("bot_events") or ()),
            commands={
                each["command"]: bool(each.get("should_escape")) for each in features.get("slash_commands") or ()
            },
            shortcuts={each["callback_id"]: each["type"] for each in features.get("shortcuts") or ()},
            home_tab=bool(tabs.get("home_tab_enabled")),
            messages_tab=bool(tabs.get("messages_tab_enabled")),
            agent="agent_view" in features,
        )
