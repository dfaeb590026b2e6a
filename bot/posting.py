"""Saying a thing once: noted before it is posted and after, and looked for where an attempt ended in between.

Slack has no key that makes a repeated post the same one. So each message carries a mark in its metadata; whoever finds
that a post was begun and not noted as done looks through the place for the mark before posting again. What remains:
Slack accepting a message and not yet showing it in the history, or an app that may not read the history there.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.slack import Voice
from bot.store import Ledger

_EVENT = "sync_triage_note"


class Posting:
    """Posts by key: the same key is the same message, whoever tries again, in whichever process."""

    def __init__(self, voice: Voice, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self._voice, self._ledger, self._clock = voice, ledger, clock

    def post(
        self, key: str, channel: str, message: Mapping[str, Any], thread_ts: str = "",
        metadata: Mapping[str, Any] | None = None,
    ) -> str:  # fmt: skip
        """Post it unless that was done; returns its ts. Raises what Slack raises.

        `metadata` where it is public; its event type and `case` are then the mark.
        """
        name, now = f"post:{key}", self._clock()
        mark = metadata or {"event_type": _EVENT, "event_payload": {"key": key}}
        ts = ""
        if not self._ledger.claim(name, "", now):
            noted = self._ledger.get(name)
            if noted and noted[0]:
                return noted[0]
            ts = self._voice.find(channel, thread_ts, noted[1] if noted else now, lambda found: _same(found, mark))
        ts = ts or self._voice.post(channel, message, thread_ts, mark)
        self._ledger.put(name, ts, now)
        return ts


def _same(found: Mapping[str, Any], mark: Mapping[str, Any]) -> bool:
    if found.get("event_type") != mark["event_type"]:
        return False
    one, other = found.get("event_payload") or {}, mark["event_payload"]
    name = "key" if "key" in other else "case"
    return bool(one.get(name) == other[name])
