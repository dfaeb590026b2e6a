"""Logs: a line each, with the reference of the case it is about, and without secrets or addresses."""

import json
import logging
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_reference: ContextVar[str] = ContextVar("reference", default="")
_NAMED = "x-api-key|client_secret|refresh_token|access_token|assertion|password"
_HIDDEN = (
    (re.compile(r"\bxox[a-z]-[\w-]{8,}|\bxapp-[\w-]{8,}|\bxoxe[.\w-]{8,}"), "[token]"),  # Slack's
    (re.compile(r"\b00D\w{12,15}![\w.]{20,}"), "[token]"),  # a Salesforce session
    (re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"), "[token]"),  # a JWT
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.+/=~-]{8,}"), r"\1 [token]"),
    (re.compile(rf"(?i)\b({_NAMED})(['\"]?\s*[:=]\s*['\"]?)[^\s'\"&,}}]+"), r"\1\2[token]"),
    (re.compile(r"-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|\Z)", re.DOTALL), "[key]"),
    (re.compile(r"(\w+://[^\s:/@]+):[^\s@/]+@"), r"\1:[token]@"),
    (re.compile(r"https://hooks\.slack\.com/\S+"), "[response url]"),
    (re.compile(r"[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), "[address]"),
)  # fmt: skip


def redacted(text: str, secrets: Collection[str] = ()) -> str:
    """The text without tokens, keys and email addresses, and without the `secrets` themselves."""
    for secret in secrets:
        if len(secret) >= 6:
            text = text.replace(secret, "[secret]")
    for pattern, instead in _HIDDEN:
        text = pattern.sub(instead, text)
    return text


@contextmanager
def about(reference: str) -> Iterator[None]:
    """What is logged inside is about this case."""
    token = _reference.set(reference)
    try:
        yield
    finally:
        _reference.reset(token)


def set_up(level: str, style: str, secrets: Collection[str] = ()) -> None:
    """Logs go to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json(secrets) if style == "json" else _Text(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("httpx", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


class _Text(logging.Formatter):
    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        reference = _reference.get()
        return redacted(super().format(record), self._secrets) + (f" [{reference}]" if reference else "")


class _Json(_Text):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "from": record.name,
            "says": redacted(record.getMessage(), self._secrets),
        }
        if reference := _reference.get():
            line["reference"] = reference
        if record.exc_info:
            line["error"] = redacted(self.formatException(record.exc_info), self._secrets)
        return json.dumps(line, ensure_ascii=False)
