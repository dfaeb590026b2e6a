"""Trouble on demand: what Slack answers when it is ill, overrun or slow."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

UNWELL = (
    "<!DOCTYPE html><html><head><title>Slack is unavailable</title></head><body>Something went wrong.</body></html>"
)
PATIENCE = 30.0  # what the official clients wait for an answer, in seconds


@dataclass(frozen=True, slots=True)
class Failure:
    """One planned answer. `delay` seconds pass first; `done_anyway` lets the call take effect though its answer is
    lost, which is what a gateway's 502 may mean."""

    status: int
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    done_anyway: bool = False
    times: int = 1

    @classmethod
    def planned(
        cls, *, status: int, headers: Mapping[str, str], body: str | None, error: str | None, delay: float,
        done_anyway: bool, times: int,
    ) -> "Failure":  # fmt: skip
        if body is None and status >= 500:
            body, headers = UNWELL, {"content-type": "text/html; charset=utf-8", **headers}
        elif body is None:
            error = error or ("ratelimited" if status == 429 else "internal_error")
            body = json.dumps({"ok": False, "error": error})
        if status == 429:
            headers = {"retry-after": "1", **{name.lower(): value for name, value in headers.items()}}
        return cls(status, body, headers, delay, done_anyway, times)


class Failures:
    """Planned failures by method, first planned first used; `*` stands for any method."""

    def __init__(self) -> None:
        self._planned: dict[str, list[Failure]] = {}

    def plan(self, method: str, failure: Failure) -> None:
        self._planned.setdefault(method, []).append(failure)

    def take(self, method: str) -> Failure | None:
        for name in (method, "*"):
            waiting = self._planned.get(name)
            if waiting:
                first = waiting.pop(0)
                if first.times > 1:
                    waiting.insert(0, replace(first, times=first.times - 1))
                return first
        return None

    def clear(self) -> None:
        self._planned.clear()


class Limits:
    """Slack's rate limits, off until asked for: so many calls in so many seconds, per method or per channel."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[int, float, bool]] = {}
        self._made: dict[tuple[str, str], list[float]] = {}

    def set(self, method: str, calls: int, seconds: float, *, per_channel: bool = False) -> None:
        self._rules[method] = (calls, seconds, per_channel)

    def wait(self, method: str, channel: str, now: float) -> float:
        """Seconds until this call would be allowed; 0 allows it, and counts it."""
        if method not in self._rules:
            return 0.0
        calls, seconds, per_channel = self._rules[method]
        key = (method, channel if per_channel else "")
        recent = [at for at in self._made.get(key, ()) if at > now - seconds]
        if len(recent) >= calls:
            return recent[0] + seconds - now
        self._made[key] = [*recent, now]
        return 0.0
