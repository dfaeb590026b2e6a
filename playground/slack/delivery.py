"""Bringing something to the app: signed, with a stopwatch, and again if it was not received.

https://docs.slack.dev/authentication/verifying-requests-from-slack · https://docs.slack.dev/apis/events-api#retries
"""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import httpx

from playground.slack.records import Json

PATIENCE = 3.0
RETRY_WAITS = (0.0, 0.05, 0.25)
"""Slack tries three times more: at once, after a minute, after five; here the minutes are compressed."""


def signature(secret: str, timestamp: str, body: bytes) -> str:
    said = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request to the app and how it went. `status` is None if no answer came in time; `reason` then and after any
    other failure is Slack's word for it. `elapsed` in seconds. `retry`: which repetition, 0 for the first attempt."""

    kind: Literal["event", "command", "interaction", "url_verification"]
    sent: Json
    status: int | None
    body: str
    content_type: str
    elapsed: float
    retry: int = 0
    reason: str | None = None
    no_retry: bool = False

    @property
    def received(self) -> bool:
        return self.reason is None

    def answer(self) -> Json:
        """The answer's JSON object; {} where the app just said yes."""
        said = json.loads(self.body) if self.body and "json" in self.content_type else {}
        return said if isinstance(said, dict) else {}


@dataclass(frozen=True, slots=True)
class Manner:
    """How to deliver: twice, with a wrong signature, or with a timestamp `skew` seconds in the past."""

    duplicate: bool = False
    bad_signature: bool = False
    skew: float = 0.0


class Courier:
    """Delivers to one app address. `deliveries` holds everything it did, in the order in which answers came."""

    def __init__(
        self, url: str, secret: str, *, patience: float = PATIENCE, retry_waits: tuple[float, ...] = RETRY_WAITS
    ) -> None:
        self.url, self._secret, self._retry_waits = url, secret, retry_waits
        self.deliveries: list[Delivery] = []
        self._client = httpx.Client(timeout=patience, trust_env=False)
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="slack")
        self._underway: set[Future[None]] = set()
        self._lock, self._closing = threading.Lock(), threading.Event()

    def send(self, kind: Literal["command", "interaction", "url_verification"], sent: Json, manner: Manner) -> Delivery:
        """Commands and interactions: once, and never again."""
        return self._attempt(kind, sent, manner)

    def send_event(self, envelope: Json, manner: Manner) -> None:
        """Events: in the background, repeated until received or given up; twice at the same time if so wanted."""
        for _ in range(2 if manner.duplicate else 1):
            with self._lock:
                if self._closing.is_set():
                    return
                future = self._pool.submit(self._deliver, envelope, manner)
                self._underway.add(future)
            future.add_done_callback(self._landed)

    def _landed(self, future: "Future[None]") -> None:
        with self._lock:
            self._underway.discard(future)

    def _deliver(self, envelope: Json, manner: Manner) -> None:
        last = self._attempt("event", envelope, manner)
        for number, pause in enumerate(self._retry_waits, start=1):
            if last.received or last.no_retry or self._closing.wait(pause):
                return
            last = self._attempt("event", envelope, manner, number, last.reason)

    def _attempt(
        self, kind: Literal["event", "command", "interaction", "url_verification"], sent: Json, manner: Manner,
        retry: int = 0, because: str | None = None,
    ) -> Delivery:  # fmt: skip
        form = sent if kind == "command" else {"payload": json.dumps(sent)} if kind == "interaction" else None
        body = (json.dumps(sent) if form is None else urlencode(form)).encode()
        kind_of_body = "application/json" if form is None else "application/x-www-form-urlencoded"
        again = {"x-slack-retry-num": str(retry), "x-slack-retry-reason": because} if because is not None else {}
        started, status, said, found = time.monotonic(), None, "", httpx.Headers()
        reason: str | None
        try:
            reply = self._client.post(
                self.url, content=body, headers={**self._headers(body, kind_of_body, manner), **again}
            )
            status, said, found = reply.status_code, reply.text, reply.headers
            reason = None if status == 200 else "too_many_redirects" if reply.is_redirect else "http_error"
        except httpx.TimeoutException:
            reason = "http_timeout"
        except httpx.TransportError:
            reason = "connection_failed"
        done = Delivery(kind, sent, status, said, found.get("content-type", ""), time.monotonic() - started, retry, reason,
                        no_retry=found.get("x-slack-no-retry") == "1")  # fmt: skip
        with self._lock:
            self.deliveries.append(done)
        return done

    def _headers(self, body: bytes, content_type: str, manner: Manner) -> Mapping[str, str]:
        timestamp = str(int(time.time() - manner.skew))
        secret = self._secret[::-1] if manner.bad_signature else self._secret
        return {
            "content-type": content_type, "x-slack-request-timestamp": timestamp, "accept": "application/json,*/*",
            "x-slack-signature": signature(secret, timestamp, body),
            "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }  # fmt: skip

    def settle(self, timeout: float = 10.0) -> None:
        """Returns when no event is under way; TimeoutError if that takes longer."""
        with self._lock:
            underway = set(self._underway)
        if wait(underway, timeout).not_done:
            raise TimeoutError(f"events still under way after {timeout} s")

    def close(self) -> None:
        with self._lock:
            self._closing.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._client.close()
