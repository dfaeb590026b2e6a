"""`doctor`: is the set-up complete, and what would be unknown because of what is missing."""

from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from rich.console import Console
from slack_sdk.errors import SlackApiError, SlackClientError

from bot import slack
from bot.config import Settings
from bot.salesforce import Salesforce
from bot.store import Unusable, connect, file_of
from bot.unify import UnifyApi
from diagnostics.asks import Ask, Missing, Rest, Soql, Tooling, Unify

NEEDED = ("commands", "app_mentions:read", "chat:write", "im:write", "im:history", "users:read", "users:read.email")
OPTIONAL = {
    "assistant:write": "no suggested prompts in the messages tab",
    "channels:history": "replies in channels need a mention, and a ticket's thread is not read",
    "groups:history": "the same in private channels",
    "files:read": "files dropped into a thread are not read: paste them",
}
# What each answer is for, and how to grant it.
_QUERIES: dict[str, tuple[Ask, str]] = {
    "users": (Soql("SELECT Id FROM User LIMIT 1"), "who Unify signs in as; grant View All Users"),
    "contacts": (
        Soql("SELECT Id FROM Contact LIMIT 1"),
        "whether a person is there; grant Read and View All on Contact",
    ),
    "leads": (Soql("SELECT Id FROM Lead LIMIT 1"), "whether a person is there; grant Read and View All on Lead"),
    "emails": (Soql("SELECT Id FROM EmailMessage LIMIT 1"), "what arrived; grant Access Activities"),
    "tasks": (Soql("SELECT Id FROM Task LIMIT 1"), "what arrived as Tasks; grant Access Activities"),
    "permissions": (
        Soql("SELECT Id FROM PermissionSetAssignment LIMIT 1"),
        "the five permissions; grant View Setup and Configuration",
    ),
    "rules": (Tooling("SELECT Id FROM ValidationRule LIMIT 1"), "validation rules; grant View Setup and Configuration"),
    "fields": (Rest("sobjects/Task/describe"), "required fields; grant Access Activities"),
    "locks": (Soql("SELECT IsFrozen FROM UserLogin LIMIT 1"), "whether Unify's user is frozen; grant Manage Users"),
    "sign-ins": (Soql("SELECT Status FROM LoginHistory LIMIT 1"), "failed sign-ins; grant Manage Users"),
    "tokens": (
        Soql("SELECT AppName FROM OauthToken LIMIT 1"),
        "when an idle sign-in ends; needs Customize Application, a heavy right: better left out",
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was checked. `fatal`: the bot cannot work without it."""

    name: str
    good: bool
    says: str
    fatal: bool = False


def examine(settings: Settings) -> list[Line]:
    """Everything that can be checked from here."""
    return [*_slack(settings), *_salesforce(settings), _unify(settings), _database(settings)]


def doctor(settings: Settings) -> int:
    """Print it; 1 if the bot cannot work."""
    lines = examine(settings)
    console = Console()
    for line in lines:
        mark = "ok     " if line.good else "MISSING" if line.fatal else "partly "
        console.print(f"{mark}  {line.name}: {line.says}", markup=False, highlight=False)
    return 1 if any(line.fatal and not line.good for line in lines) else 0


def _slack(settings: Settings) -> list[Line]:
    voice = slack.Voice(slack.client(settings.slack_bot_token, settings.slack_api_url))
    try:
        who = voice.check()
    except SlackApiError as error:
        return [Line("Slack", False, f"does not accept the token ({error.response.get('error')})", fatal=True)]
    except (SlackClientError, OSError) as error:
        return [Line("Slack", False, f"does not answer ({type(error).__name__})", fatal=True)]
    scopes = set(who["scopes"])
    lines = [Line("Slack", True, f"signed in as {who.get('user')} in {who.get('team')}")]
    lacking = [s for s in NEEDED if s not in scopes]
    if lacking:
        lines.append(
            Line("Slack scopes", False, f"{', '.join(lacking)} must be granted: reinstall the app", fatal=True)
        )
    lines += [Line(f"Slack {s}", False, f"without it {effect}") for s, effect in OPTIONAL.items() if s not in scopes]
    if not settings.admins:
        lines.append(Line("SYNC_TRIAGE_ADMINS", False, "nobody is set, so nobody is warned before the connection ends"))
    return lines


def _salesforce(settings: Settings) -> list[Line]:
    with closing(Salesforce(settings.salesforce)) as salesforce:
        answers = salesforce.look_up([ask for ask, _ in _QUERIES.values()])
    silent = {ask: answer for ask, answer in answers.items() if isinstance(answer, Missing)}
    if len(silent) == len(_QUERIES):
        return [Line("Salesforce", False, next(iter(silent.values())).says, fatal=True)]
    lines = [Line("Salesforce", True, f"signed in to {settings.salesforce.domain}")]
    for name, (ask, purpose) in _QUERIES.items():
        if ask in silent:
            lines.append(Line(f"Salesforce {name}", False, f"unknown would be {purpose} ({silent[ask].says})"))
    if not settings.integration_user:
        lines.append(Line("SALESFORCE_INTEGRATION_USER", False, "not set: inferred from the data, or asked for once"))
    return lines


def _unify(settings: Settings) -> Line:
    ask = Unify("GET", "/sequences/v1/enrollments?limit=1")
    with closing(UnifyApi(settings.unify_api_key, settings.unify_base_url)) as api:
        answer = api.look_up([ask])[ask]
    if isinstance(answer, Missing):
        return Line("Unify", False, f"{answer.says}: what was sent, and mailboxes, would be asked or unknown")
    return Line("Unify", True, "the API key is accepted")


def _database(settings: Settings) -> Line:
    kept = str(file_of(settings.database) or urlsplit(settings.database).hostname)
    try:
        with closing(connect(settings.database)) as database:
            good, says = database.alive(), "cannot be written to"
    except Unusable as error:
        good, says = False, str(error)
    return Line("database", good, kept if good else says, fatal=True)
