"""A source that is taken away makes the bot say less, never something false."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.lookups import PEOPLE, SALESFORCE, UNIFY, concurrently
from bot.salesforce import Login, Salesforce
from bot.unify import UnifyApi
from diagnostics.answers import Answer, people, settle
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.report import Report
from diagnostics.symptoms import SYMPTOMS
from handlers.conversation import attach
from handlers.understanding import understand
from playground import salesforce, unify
from playground.scenario import Scenario
from playground.scenarios import scenarios
from playground.serving import serve
from playground.world import UNIFY_USER, World

Removal = Callable[[World], None]


def without(*permissions: str) -> Removal:
    """The bot's Salesforce user loses these."""

    def take(world: World) -> None:
        world.org.bot_permissions -= set(permissions)

    return take


def salesforce_down(world: World) -> None:
    """Every composite is answered with HTML."""
    world.org.fail("/composite", 500, "<html>down</html>", times=-1)


def unify_down(world: World) -> None:
    """Every request is answered with a 500."""
    world.unify_space.fail("/", 500, "oops", times=-1)


SOURCES: dict[str, Removal] = {
    "view-setup": without("View Setup and Configuration"),
    "activities": without("Access Activities"),
    "people": without("Read Contacts", "Read Leads"),
    "logins": without("Manage Users"),
    "users": without("View All Users"),
    "everything": without("View Setup and Configuration", "Access Activities", "Manage Users", "View All Users"),
    "salesforce": salesforce_down,
    "unify": unify_down,
}


@pytest.mark.parametrize("named", [True, False], ids=["user-named", "user-unnamed"])
@pytest.mark.parametrize("source", SOURCES)
def test_nothing_false_is_said(source: str, named: bool) -> None:
    """In no story does a missing source turn into a cause that is not true, nor break anything of ours."""
    with Stories() as stories:
        for name, story in scenarios().items():
            report = stories.tell(story, SOURCES[source], named=named)
            assert {f.check.id for f in report.causes} <= set(story.causes), name
            assert not report.breakages, (name, report.breakages)


class Stories:
    """Two servers, whose data change from story to story."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._apps: dict[str, ASGIApp] = {}
        self._salesforce, self._unify = (self._stack.enter_context(serve(self._current(n))) for n in ("sf", "unify"))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _current(self, name: str) -> ASGIApp:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await self._apps[name](scope, receive, send)

        return app

    def tell(self, story: Scenario, remove: Removal, *, named: bool) -> Report:
        """The diagnosis of a story without one of its sources, with all the answers people would give."""
        world = story.build()
        remove(world)
        org, space = world.org, world.unify_space
        self._apps = {"sf": salesforce.app(org), "unify": unify.app(space)}
        login = Login(org.my_domain, org.client_id, org.client_secret, base_url=self._salesforce)
        now = datetime.now(UTC)
        text = story.words(world).replace("/syncstatus", "").replace("@Sync Triage", "").strip()
        question = understand(text, asked_at=now, tz="Europe/Berlin", asker="dana@initech.com")
        question = attach(question, story.export(world))
        answers = [Answer(key, value, "dana", now) for key, value in story.answers.items()]
        answers += [Answer("integration-user", UNIFY_USER, "configuration", now)] if named else []
        question = settle(replace(question, as_of=now), answers)
        api = UnifyApi(space.api_key, self._unify, sleep=lambda _: None)
        with closing(Salesforce(login, pause=0.001)) as client, closing(api):
            world_of = concurrently(
                (SALESFORCE, client.look_up), (UNIFY, api.look_up), (PEOPLE, people(question, answers))
            )
            return diagnose(question, LADDER, SYMPTOMS, world_of)
