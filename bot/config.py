"""The only reader of the environment (and of `.env`): a missing or wrong value is one sentence that names it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.salesforce import Login


class ConfigError(Exception):
    """What is wrong with which variable, in one sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the environment decides."""

    slack_bot_token: str = field(repr=False)
    slack_signing_secret: str = field(repr=False)
    slack_app_token: str = field(repr=False)
    slack_api_url: str
    salesforce: Login
    integration_user: str
    unify_api_key: str = field(repr=False)
    unify_base_url: str
    database: str  # an address: sqlite:///file or postgresql://…
    admins: tuple[str, ...]
    port: int
    log_level: str
    log_format: str
    collector: str  # of OpenTelemetry spans; empty: none

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be logged."""
        ours = (self.slack_bot_token, self.slack_signing_secret, self.slack_app_token, self.unify_api_key)
        password = urlsplit(self.database).password or ""
        return tuple(filter(None, (*ours, self.salesforce.client_secret, self.salesforce.private_key, password)))


def read(environ: Mapping[str, str] | None = None, *, slack: bool = True) -> Settings:
    """The settings from `environ`, else from `.env` and the process. Raises ConfigError.

    Without `slack` (the terminal's `ask`) Slack's tokens may be missing.
    """
    env = environ if environ is not None else {**{k: v or "" for k, v in dotenv_values(".env").items()}, **os.environ}
    bot_token = _need(env, "SLACK_BOT_TOKEN", "the bot token of your Slack app (xoxb-…)") if slack else ""
    app_token = env.get("SLACK_APP_TOKEN", "")
    signing = env.get("SLACK_SIGNING_SECRET", "")
    if slack and not app_token and not signing:
        raise ConfigError(
            "SLACK_SIGNING_SECRET is missing: without SLACK_APP_TOKEN, Slack's requests come over HTTP and "
            "must be verified with it."
        )
    if app_token and not app_token.startswith("xapp-"):
        raise ConfigError("SLACK_APP_TOKEN must be an app-level token, which starts with xapp-.")
    return Settings(
        slack_bot_token=bot_token,
        slack_signing_secret=signing,
        slack_app_token=app_token,
        slack_api_url=_url(env, "SLACK_API_URL", "https://slack.com/api/").rstrip("/") + "/",
        salesforce=_salesforce(env),
        integration_user=env.get("SALESFORCE_INTEGRATION_USER", ""),
        unify_api_key=env.get("UNIFY_API_KEY", ""),
        unify_base_url=_url(env, "UNIFY_BASE_URL", "https://api.unifygtm.com"),
        database=_database(env.get("DATABASE_URL", "") or "sqlite:///sync-triage.db"),
        admins=tuple(filter(None, (a.strip() for a in env.get("SYNC_TRIAGE_ADMINS", "").split(",")))),
        port=_port(env.get("PORT", "") or "3000"),
        log_level=_choice(env, "LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR")),
        log_format=_choice(env, "LOG_FORMAT", "text", ("text", "json")),
        collector=_url(env, "OTEL_EXPORTER_OTLP_ENDPOINT", ""),
    )


def _salesforce(env: Mapping[str, str]) -> Login:
    domain = _need(env, "SALESFORCE_DOMAIN", "the My Domain host, such as acme.my.salesforce.com")
    domain = domain.removeprefix("https://").strip("/")
    if "/" in domain or not domain.endswith(".salesforce.com"):
        raise ConfigError("SALESFORCE_DOMAIN must be a My Domain host, such as acme.my.salesforce.com.")
    client_id = _need(env, "SALESFORCE_CLIENT_ID", "the consumer key of your External Client App")
    secret, username = env.get("SALESFORCE_CLIENT_SECRET", ""), env.get("SALESFORCE_USERNAME", "")
    key_file = env.get("SALESFORCE_PRIVATE_KEY_FILE", "")
    if not secret and not (username and key_file):
        raise ConfigError(
            "SALESFORCE_CLIENT_SECRET is missing (or, for JWT, SALESFORCE_USERNAME and SALESFORCE_PRIVATE_KEY_FILE)."
        )
    key = ""
    if not secret:
        try:
            key = Path(key_file).read_text()
        except OSError as error:
            raise ConfigError(f"SALESFORCE_PRIVATE_KEY_FILE cannot be read: {error.strerror}.") from error
    return Login(
        domain=domain,
        client_id=client_id,
        client_secret=secret,
        username=username,
        private_key=key,
        api_version=env.get("SALESFORCE_API_VERSION", "").removeprefix("v") or "67.0",
        base_url=_url(env, "SALESFORCE_BASE_URL", ""),
    )


def _need(env: Mapping[str, str], name: str, what: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        raise ConfigError(f"{name} is missing: {what}.")
    return value


def _url(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, "").strip() or default
    if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
        raise ConfigError(f"{name} must be an http or https address.")
    return value


def _database(url: str) -> str:
    scheme, _, rest = url.partition("://")
    if scheme in ("postgres", "postgresql") and urlsplit(url).hostname:
        return f"postgresql://{rest}"
    if scheme != "sqlite" or not rest.removeprefix("/"):
        raise ConfigError(
            "DATABASE_URL must look like sqlite:///sync-triage.db (or sqlite:////absolute/path.db), or like "
            "postgresql://user:password@host/database."
        )
    return url


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise ConfigError("PORT must be a number between 0 and 65535.")
    return int(text)


def _choice(env: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    value = env.get(name, "") or default
    found = next((c for c in choices if c.lower() == value.lower()), None)
    if found is None:
        raise ConfigError(f"{name} must be one of {', '.join(choices)}.")
    return found
