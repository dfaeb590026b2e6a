"""Putting the parts together: store, clients, desk, listeners, schedule. `serve` and `demo` differ in settings only."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from slack_bolt import App
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot import slack
from bot.attend import Attendant
from bot.config import Settings
from bot.metrics import QUEUE, QUEUE_AGE
from bot.posting import Posting
from bot.salesforce import Salesforce
from bot.store import Cases, Database, Facts, Inbox, Ledger, Stale, Standing, Threads, connect, forget
from bot.sweep import Sweep
from bot.triage import Triage
from bot.unify import UnifyApi
from bot.web import web
from bot.work import Work

_log = logging.getLogger(__name__)


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Service:
    """A bot that is put together; `work.start()` sets it going."""

    database: Database
    work: Work
    app: App
    web: Starlette
    triage: Triage
    client: WebClient

    def stop(self, patience: float = 18.0) -> bool:
        """Finish what runs within `patience` seconds, then close the store; false where something was left for later."""
        done = self.work.stop(patience)
        if done:  # else somebody still waits for an answer over these connections
            self.triage.close()
            self.database.close()
        return done


def triage(settings: Settings, clock: Callable[[], datetime] = now, database: Database | None = None) -> Triage:
    """Diagnosing alone, as the terminal needs it; with a `database` it shares what it finds out."""
    salesforce = Salesforce(settings.salesforce, clock=clock)
    unify = UnifyApi(settings.unify_api_key, settings.unify_base_url, clock=clock)
    facts = Facts(database, settings.salesforce.site) if database else None
    return Triage(salesforce, unify, settings.integration_user, clock, facts)


def assemble(settings: Settings, clock: Callable[[], datetime] = now) -> Service:
    """Everything, wired. Raises SlackClientError where Slack does not accept the token."""
    client = slack.client(settings.slack_bot_token, settings.slack_api_url)
    voice = slack.Voice(client)
    who = voice.check()  # also warms Bolt's own check: the first person does not wait for it
    _log.info("signed in to Slack as %s in %s", who.get("user"), who.get("team"))

    database = connect(settings.database)
    cases, standing, ledger = Cases(database), Standing(database), Ledger(database)
    triaging = triage(settings, clock, database)
    sweep = Sweep(triaging, ledger, standing, voice, settings.admins, clock)
    attendant = Attendant(voice, triaging, database, Posting(voice, ledger, clock), sweep, settings.admins, clock)

    def passing(error: BaseException) -> bool:
        return isinstance(error, Stale) or slack.passing(error) or database.passing(error)

    regular: dict[str, tuple[timedelta, Callable[[], None]]] = {
        "forget": (timedelta(hours=1), lambda: forget(database, clock())),
        "look": (timedelta(minutes=15), sweep.look),
        "look-ahead": (timedelta(minutes=1), sweep.look_ahead),
    }
    work = Work(settings.database, Threads(database), cases, attendant, passing, clock, regular=regular)
    inbox = Inbox(database)
    for said in inbox.waiting():
        work.hear(said)
    inbox.clear()
    socket_mode = bool(settings.slack_app_token)
    app = slack.listen(work, client, settings.slack_signing_secret, socket_mode=socket_mode)

    probe = slack.probe(settings.slack_bot_token, settings.slack_api_url)

    def ready() -> Mapping[str, bool]:
        return {"database": database.alive(), "slack": probe(), "queue": work.alive()}

    def measure() -> None:
        QUEUE.set(work.depth())
        QUEUE_AGE.set(work.age())

    return Service(database, work, app, web(None if socket_mode else app, ready, measure), triaging, client)
