"""Slack: what we say, and the Bolt application that listens. The only file that knows Slack's SDK."""

import codecs
import logging
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import httpx
from slack_bolt import App, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryHandler, RetryState
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from diagnostics.errors import LONGEST
from handlers.desk import Desk
from handlers.listeners import register
from handlers.messages import files

_log = logging.getLogger(__name__)
_NOT_HERE = {"not_in_channel", "channel_not_found", "is_archived", "restricted_action"}
# Slack's word for "not now", as against "not this".
_NOT_NOW = {
    "internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "team_added_to_org",
    "account_inactive", "invalid_auth", "not_authed", "token_revoked", "token_expired", "org_login_required",
}  # fmt: skip
_PROFILE_KEPT = 1_000
_PAGES = 20
_RATE_LIMITED = 5  # attempts at a post that Slack puts off
_SPACING, _BURST = 1.1, 2  # seconds between messages in a channel (Slack: one), and the two that open a case together


class NotHere(Exception):
    """We may not post in that channel."""


class Voice:
    """Everything the bot says or reads in Slack."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._pace = Pace()
        self._profiles: dict[str, tuple[str, str, str]] = {}

    def post(self, channel: str, message: Mapping[str, Any], thread_ts: str = "", metadata: Any = None) -> str:
        """Post a message; returns its ts. Raises NotHere where we are no member. Waits for its turn in the channel."""
        for attempt in range(_RATE_LIMITED):
            self._pace.wait(channel)
            try:
                return self._post(channel, message, thread_ts, metadata)
            except SlackApiError as error:
                if getattr(error.response, "status_code", 0) != 429 or attempt == _RATE_LIMITED - 1:
                    raise
                self._pace.hold(channel, _retry_after(error))
        raise AssertionError("unreachable")

    def _post(self, channel: str, message: Mapping[str, Any], thread_ts: str, metadata: Any) -> str:
        try:
            answer = self._client.chat_postMessage(
                channel=channel,
                thread_ts=thread_ts or None,
                metadata=metadata,
                unfurl_links=False,
                unfurl_media=False,
                **message,
            )
        except SlackApiError as error:
            if error.response.get("error") in _NOT_HERE:
                raise NotHere(channel) from error
            raise
        return str(answer["ts"])

    def edit(self, channel: str, ts: str, message: Mapping[str, Any], metadata: Any = None) -> None:
        """Put another text in place of a message of ours."""
        self._client.chat_update(channel=channel, ts=ts, metadata=metadata, **message)

    def find(self, channel: str, thread_ts: str, since: datetime, is_it: Callable[[Mapping[str, Any]], bool]) -> str:
        """The ts of our message there whose metadata `is_it`; empty if there is none, or we may not look."""
        oldest = str(since.timestamp() - 60)  # our clock and Slack's may differ
        what = {"channel": channel, "oldest": oldest, "include_all_metadata": True, "limit": 15}
        cursor = ""
        for _ in range(_PAGES):
            try:
                if thread_ts:
                    answer = self._client.conversations_replies(ts=thread_ts, cursor=cursor or None, **what)  # type: ignore[arg-type]
                else:
                    answer = self._client.conversations_history(cursor=cursor or None, **what)  # type: ignore[arg-type]
            except SlackApiError as error:
                if passing(error):
                    raise
                _log.warning("not looked for an earlier post: %s", error.response.get("error"))
                return ""
            for message in answer["messages"]:
                if message.get("bot_id") and is_it(message.get("metadata") or {}):
                    return str(message["ts"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return ""

    def direct(self, user: str) -> str:
        """The channel of direct messages with a person."""
        return str(self._client.conversations_open(users=user)["channel"]["id"])

    def profile(self, user: str) -> tuple[str, str, str]:
        """Name, email address and time zone; empty and UTC where Slack does not tell."""
        if user not in self._profiles:
            try:
                found = self._client.users_info(user=user)["user"]
            except SlackApiError as error:
                _log.warning("no profile of %s: %s", user, error.response.get("error"))
                return "", "", "UTC"
            profile = found.get("profile", {})
            name = found.get("real_name") or profile.get("display_name") or found.get("name") or ""
            if len(self._profiles) >= _PROFILE_KEPT:
                self._profiles.clear()
            self._profiles[user] = (name, profile.get("email") or "", found.get("tz") or "UTC")
        return self._profiles[user]

    def thread(self, channel: str, thread_ts: str) -> list[tuple[str, tuple[str, ...]]]:
        """Texts and files of a thread's first messages by people, best effort: Slack may refuse apps its history."""
        try:
            answer = self._client.conversations_replies(channel=channel, ts=thread_ts, limit=15)
        except SlackApiError as error:
            _log.info("thread not readable: %s", error.response.get("error"))
            return []
        return [(m.get("text", ""), files(m)) for m in answer["messages"] if not m.get("bot_id")]

    def file(self, url: str) -> str:
        """The text of a file dropped into a thread, best effort. The token goes to Slack's own hosts only."""
        host = urlsplit(url).hostname or ""
        if not (host.endswith(".slack.com") or host == urlsplit(self._client.base_url).hostname):
            return ""
        try:
            answer = httpx.get(url, headers={"Authorization": f"Bearer {self._client.token}"}, timeout=10)
        except httpx.HTTPError:
            return ""
        # Without the scope Slack answers with its sign-in page, as if all were well.
        page = answer.headers.get("content-type", "").startswith("text/html")
        return _decoded(answer.content)[:LONGEST] if answer.is_success and not page else ""

    def fill(self, view: str, content: Mapping[str, Any]) -> None:
        """Put content into a modal that is open."""
        self._client.views_update(view_id=view, view=dict(content))

    def home(self, user: str, content: Mapping[str, Any]) -> None:
        """Put content on somebody's home tab."""
        self._client.views_publish(user_id=user, view=dict(content))

    def suggest(self, channel: str, prompts: tuple[tuple[str, str], ...]) -> None:
        """Offer ways to begin in the messages tab, best effort. (With a thread Slack would ignore it silently.)"""
        suggested = [{"title": title, "message": message} for title, message in prompts]
        try:
            self._client.api_call(
                "assistant.threads.setSuggestedPrompts", json={"channel_id": channel, "prompts": suggested}
            )
        except SlackApiError as error:
            _log.info("no suggested prompts: %s", error.response.get("error"))

    def respond(self, url: str, text: str) -> bool:
        """Answer a command where only the person sees it; whether Slack took it (it does for half an hour)."""
        said = {"text": text, "response_type": "ephemeral", "replace_original": False}
        try:
            return httpx.post(url, json=said, timeout=10).is_success
        except httpx.HTTPError:
            return False

    def check(self) -> dict[str, Any]:
        """Slack's `auth.test`, with the granted scopes under `scopes`. Raises SlackApiError."""
        answer = self._client.auth_test()
        scopes = str(answer.headers.get("x-oauth-scopes", ""))
        return {**dict(answer.data), "scopes": [s.strip() for s in scopes.split(",") if s.strip()]}  # type: ignore[arg-type]


def _decoded(content: bytes) -> str:
    """The text of a file: UTF-8, or what spreadsheets write instead (UTF-16 with its mark, a Windows code page).

    Nothing of what is no text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        return ""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


class Pace:
    """Slack's one message a second in a channel, kept by waiting. What other replicas post it tells by 429."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}

    def wait(self, channel: str) -> None:
        """Until it is this message's turn."""
        with self._lock:
            now = self._clock()
            turn = max(self._free.get(channel, 0.0), now - (_BURST - 1) * _SPACING)
            if len(self._free) > _PROFILE_KEPT:
                self._free = {c: at for c, at in self._free.items() if at > now}
            self._free[channel] = turn + _SPACING
        if turn > now:
            self._sleep(turn - now)

    def hold(self, channel: str, seconds: float) -> None:
        """Slack wants a pause there."""
        with self._lock:
            self._free[channel] = max(self._free.get(channel, 0.0), self._clock() + seconds)


class _NeverTwice(RetryHandler):
    """Posts are left out: one whose answer was lost is looked for first, and Slack's limit for them is the channel's."""

    def __init__(self, inner: RetryHandler) -> None:
        super().__init__(inner.max_retry_count, inner.interval_calculator)
        self._inner = inner

    def _can_retry(
        self, *, state: RetryState, request: HttpRequest, response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:  # fmt: skip
        if request.url.endswith("/chat.postMessage"):
            return False
        return self._inner._can_retry(state=state, request=request, response=response, error=error)


def client(token: str, base_url: str) -> WebClient:
    """A Web API client that waits out rate limits and passing faults."""
    made = WebClient(token=token, base_url=base_url, timeout=10)
    made.retry_handlers = [
        _NeverTwice(RateLimitErrorRetryHandler(max_retry_count=3)),
        _NeverTwice(ServerErrorRetryHandler(max_retry_count=2)),
        _NeverTwice(ConnectionErrorRetryHandler(max_retry_count=2)),
    ]
    return made


def _retry_after(error: SlackApiError) -> float:
    headers = getattr(error.response, "headers", {})
    value = next((v for name, v in headers.items() if name.lower() == "retry-after"), "1")
    return float(value) if str(value).isdecimal() else 1.0


def probe(token: str, base_url: str) -> Callable[[], bool]:
    """Whether Slack accepts the token right now, for probes: no patience."""
    hasty = WebClient(token=token, base_url=base_url, timeout=2, retry_handlers=[])

    def accepted() -> bool:
        try:
            hasty.auth_test()
        except (SlackClientError, HTTPException, OSError):
            return False
        return True

    return accepted


def passing(error: BaseException) -> bool:
    """Whether Slack, or the way there, is to blame, so that the same may work in a moment."""
    if isinstance(error, SlackApiError):
        # Where Slack is ill its answer is no JSON, and has no word of its own for what is wrong.
        status = getattr(error.response, "status_code", None) or error.response.get("status", 0)
        return error.response.get("error") in (None, *_NOT_NOW) or status >= 429
    return isinstance(error, SlackClientError | HTTPException | OSError)


def listen(desk: Desk, web: WebClient, signing_secret: str, *, socket_mode: bool) -> App:
    """The Bolt application. Listeners only enqueue, so the answer to Slack waits for them: stored, then acknowledged."""
    app = App(
        client=web,
        signing_secret=signing_secret,
        process_before_response=True,
        request_verification_enabled=not socket_mode,
        raise_error_for_unhandled_request=False,
    )
    register(app, desk)

    @app.error
    def wrong(error: Exception, body: dict[str, Any]) -> BoltResponse:
        reference = uuid.uuid4().hex[:8]
        kind = body.get("type") or body.get("command") or ""
        _log.error("a listener failed at %s (reference %s)", kind, reference, exc_info=error)
        # 500: Slack delivers an event again, and tells people that a command or click failed.
        return BoltResponse(status=500, body=f"Something went wrong here. Reference {reference}.")

    return app
