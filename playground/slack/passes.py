"""Short-lived permissions: trigger ids, which open one modal within 3 seconds, and response URLs, which answer an
interaction five times within half an hour."""

from dataclasses import dataclass, replace
from typing import Literal

TRIGGER_LIFE = 3.0
RESPONSE_LIFE = 30 * 60.0
RESPONSE_USES = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """Who may be shown a modal until when. `view` is the modal the click was in, the only place to push from."""

    user: str
    expires: float
    view: str | None = None
    used: bool = False


@dataclass(frozen=True, slots=True)
class ResponseUrl:
    """Where an answer to an interaction goes. `source` is the `ts` of the message that was clicked on."""

    user: str
    channel: str
    expires: float
    source: str | None = None
    uses: int = 0


TriggerError = Literal["invalid_trigger_id", "expired_trigger_id", "exchanged_trigger_id"]
UrlError = Literal["no_service", "expired_url", "used_url"]


class Passes:
    """The permissions given out so far. Not locked: the workspace's lock covers it."""

    def __init__(self) -> None:
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def give_trigger(self, id: str, user: str, now: float, view: str | None = None) -> str:
        self._triggers[id] = Trigger(user, now + TRIGGER_LIFE, view)
        return id

    def exchange(self, id: str, now: float) -> Trigger | TriggerError:
        """The trigger behind this id, from now on used up; or why not."""
        trigger = self._triggers.get(id)
        if trigger is None:
            return "invalid_trigger_id"
        if trigger.used:
            return "exchanged_trigger_id"
        if now > trigger.expires:
            return "expired_trigger_id"
        self._triggers[id] = replace(trigger, used=True)
        return trigger

    def give_url(self, key: str, user: str, channel: str, now: float, source: str | None = None) -> str:
        self._urls[key] = ResponseUrl(user, channel, now + RESPONSE_LIFE, source)
        return key

    def open_url(self, key: str, now: float) -> ResponseUrl | UrlError:
        """Where this response URL leads, without counting a use; or why nowhere."""
        url = self._urls.get(key)
        if url is None:
            return "no_service"
        if now > url.expires:
            return "expired_url"
        return "used_url" if url.uses >= RESPONSE_USES else url

    def count_use(self, key: str) -> None:
        url = self._urls[key]
        self._urls[key] = replace(url, uses=url.uses + 1)
