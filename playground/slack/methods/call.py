"""One call of the Web API as a method sees it, and how a method refuses."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from playground.slack.records import Channel, Json, Kind, User
from playground.slack.team import Team


class Refused(Exception):
    """Slack's `{"ok": false, "error": …}`: the error's name, and what goes with it."""

    def __init__(self, error: str, complaints: list[str] | None = None, **beside: Any) -> None:
        super().__init__(error)
        self.error, self.complaints, self.beside = error, complaints or [], beside

    def answer(self) -> Json:
        said: Json = {"ok": False, "error": self.error, **self.beside}
        if self.complaints:
            said["response_metadata"] = {"messages": [f"[ERROR] {each}" for each in self.complaints]}
            if self.error == "invalid_blocks":
                said["errors"] = list(self.complaints)
        return said


def missing_scope(team: Team, *needed: str) -> Refused:
    return Refused("missing_scope", needed=",".join(needed), provided=",".join(sorted(team.scopes)))


@dataclass(frozen=True, slots=True)
class Args:
    """The arguments of a call, from a form, a query or JSON alike: forms write objects as JSON and flags as words."""

    given: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A string; absent is empty. A number is no timestamp: JSON calls must quote it."""
        value = self.given.get(name)
        if value is not None and not isinstance(value, str):
            raise Refused("invalid_arguments", [f"must be a string [json-pointer:/{name}]"])
        return value or ""

    def need(self, name: str) -> str:
        return self.text(name) or self._missing(name)

    def _missing(self, name: str) -> NoReturn:
        raise Refused("invalid_arguments", [f"missing required field: {name} [json-pointer:]"])

    def flag(self, name: str) -> bool:
        value = self.given.get(name)
        return value.lower() in ("1", "true", "yes") if isinstance(value, str) else bool(value)

    def number(self, name: str, otherwise: int) -> int:
        value = self.given.get(name)
        if value in (None, ""):
            return otherwise
        try:
            return int(value)
        except (TypeError, ValueError):
            raise Refused(f"invalid_{name}") from None

    def has(self, name: str) -> bool:
        return self.given.get(name) is not None

    def json(self, name: str, error: str) -> Any:
        """An object or array, also where a form holds it as text; None where absent."""
        value = self.given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refused(error) from None


Run = Callable[[Team, Args], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does and asks for. Any one of `scopes` will do; which channels it then opens, the method decides.
    `reads_json`: Slack ignores JSON bodies in methods that only take forms and queries."""

    run: Run
    scopes: tuple[str, ...] = ()
    token: Literal["bot", "app", "none"] = "bot"
    reads_json: bool = True


PREFIX: dict[Kind, str] = {"channel": "channels", "group": "groups", "im": "im"}


def known_channel(team: Team, id: str) -> Channel:
    """A channel the app may know exists: private ones only from inside."""
    channel = team.channels.get(id)
    if channel is None or (channel.kind != "channel" and team.app.bot_user not in channel.members):
        raise Refused("channel_not_found")
    return channel


def joined_channel(team: Team, id: str) -> Channel:
    channel = known_channel(team, id)
    if team.app.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def scoped_channel(team: Team, id: str, right: str) -> Channel:
    """A channel whose kind the app has a scope for (`right`: `history`, `read`)."""
    channel = known_channel(team, id)
    scope = f"{PREFIX[channel.kind]}:{right}"
    if scope not in team.scopes:
        raise missing_scope(team, scope)
    return channel


def known_user(team: Team, id: str) -> User:
    if id not in team.users:
        raise Refused("user_not_found")
    return team.users[id]
