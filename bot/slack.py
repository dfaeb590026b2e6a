"""Slack: what we say, and the Bolt application that listens. The only file that knows Slack's SDK."""

import codecs
import logging
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
from slack_bolt import App, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler, ServerErrorRetryHandler

from diagnostics.errors import LONGEST
from handlers.desk import Desk
from handlers.listeners import register
from handlers.messages import files

_log = logging.getLogger(__name__)
_NOT_HERE = {"not_in_channel", "channel_not_found", "is_archived", "restricted_action"}
_PROFILE_KEPT = 1_000


class NotHere(Exception):
    """We may not post in that channel."""


class Voice:
    """Everything the bot says or reads in Slack."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._profiles: dict[str, tuple[str, str, str]] = {}

    def post(self, channel: str, message: Mapping[str, Any], thread_ts: str = "", metadata: Any = None) -> str:
        """Post a message; returns its ts. Raises NotHere where we are no member."""
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

    def respond(self, url: str, text: str) -> None:
        """Answer a command where only the person sees it."""
        httpx.post(url, json={"text": text, "response_type": "ephemeral", "replace_original": False}, timeout=10)

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


def client(token: str, base_url: str) -> WebClient:
    """A Web API client that waits out rate limits and passing faults."""
    made = WebClient(token=token, base_url=base_url, timeout=10)
    made.retry_handlers += [RateLimitErrorRetryHandler(max_retry_count=3), ServerErrorRetryHandler(max_retry_count=2)]
    return made


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
