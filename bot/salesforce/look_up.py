"""The look-up on Salesforce: each ask answered, or missing for a stated reason; no ask costs another its answer."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from bot.salesforce.client import Client, Login, SalesforceDown
from bot.salesforce.packing import QUERIES, SUBREQUESTS, Packed, chunks, fits, request, unpack
from bot.salesforce.silence import missing, passing, unknown_column
from diagnostics.asks import ApiUsage, Ask, Found, Json, Missing, Reason, Rest, Soql, Tooling

Answers = dict[Ask, Found | Missing]
_OPTIONAL = ("Source",)  # of EmailMessage, since API version 64
_AT_ONCE = 20  # calls under way together; Salesforce limits those beyond 20 s, and ours end before


class Salesforce:
    """One organisation, read-only. `look_up` is a `diagnostics.asks.LookUp` for Soql, Tooling, Rest and ApiUsage."""

    def __init__(
        self, login: Login, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC), pause: float = 0.3
    ) -> None:
        """`pause` is the first wait in seconds before a call is tried again; each further one is twice as long."""
        self._client = Client(login, pause)
        self._clock = clock
        # Threads that stay, so that each keeps its connection.
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="salesforce")
        self.site = login.site

    @property
    def calls(self) -> int:
        """API calls made so far (sign-ins do not count against the allowance)."""
        return self._client.allowance.calls

    def close(self) -> None:
        """End the threads and their connections."""
        self._pool.shutdown()
        self._client.close()

    def look_up(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        """Answer what is Salesforce's; other asks are left out. Does not raise."""
        data = [a for a in asks if fits(a) and not isinstance(a, Tooling)]
        tooling = [a for a in asks if isinstance(a, Tooling)]
        single = [a for a in asks if isinstance(a, Rest) and not fits(a)]
        work: list[Callable[[], Answers]] = []
        work += [partial(self._composite, "composite", group) for group in chunks(data, QUERIES)]  # type: ignore[arg-type]
        work += [partial(self._composite, "tooling/composite", group) for group in chunks(tooling, SUBREQUESTS)]
        work += [partial(self._get, ask) for ask in single]
        answers: Answers = {}
        for part in self._pool.map(lambda job: job(), work):
            answers |= part
        answers |= {ask: self._usage() for ask in asks if isinstance(ask, ApiUsage)}
        return answers

    def _composite(self, path: str, asks: Sequence[Packed], *, again: bool = True) -> Answers:
        try:
            parts = unpack(asks, self._client.post(path, request(asks, self._client.version)))
        except SalesforceDown as down:
            return dict.fromkeys(asks, _silent(down))
        answers: Answers = {}
        retry: dict[Packed, Packed] = {}
        for ask in asks:
            status, body = parts.get(ask, (0, None))
            if 200 <= status < 300 and body is not None:
                answers[ask] = Found(body, self._clock())
            elif again and (second := _second_try(ask, body)):
                retry[second] = ask
            else:
                answers[ask] = missing(ask, status, body)
        if retry:
            later = self._composite(path, list(retry), again=False)
            answers |= {retry[second]: later[second] for second in retry}
        return answers

    def _get(self, ask: Rest) -> Answers:
        try:
            return {ask: Found(self._client.get(ask.path), self._clock())}
        except SalesforceDown as down:
            return {ask: _silent(down)}

    def _usage(self) -> Found | Missing:
        allowance = self._client.allowance
        if allowance.usage is None and not allowance.exceeded:
            try:
                self._client.get("limits")
            except SalesforceDown as down:
                if not allowance.exceeded:
                    return _silent(down)
        used, allowed = allowance.usage or (0, 0)
        return Found({"used": used, "max": allowed, "exceeded": allowance.exceeded}, self._clock())


def _silent(down: SalesforceDown) -> Missing:
    return Missing(Reason.DENIED if down.refused else Reason.DOWN, down.says)


def _second_try(ask: Packed, body: Json) -> Packed | None:
    """The same ask where it may pass now, or without the column that this edition or API version does not have."""
    if passing(body):
        return ask
    column = unknown_column(body).rpartition(".")[2]
    if isinstance(ask, Soql) and (column.startswith("Permissions") or column in _OPTIONAL):
        text = re.sub(rf",\s*(?:\w+\.)*{re.escape(column)}\b", "", ask.text)
        return replace(ask, text=text) if text != ask.text else None
    return None
