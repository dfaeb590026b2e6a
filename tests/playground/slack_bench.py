"""A workspace, a small bot made with the official framework, and the people who talk to it."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from slack_bolt import App as Bolt
from slack_bolt.adapter.starlette import SlackRequestHandler
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.serving import serve
from playground.slack.actor import Slack
from playground.slack.records import Channel, User
from playground.slack.server import slack_at
from playground.slack.team import Team


@dataclass(frozen=True, slots=True)
class World:
    """One person, one public channel with the bot in it, and a client with the bot's token."""

    team: Team
    dana: User
    room: Channel
    client: WebClient


def world_at(team: Team, base: str) -> World:
    dana = team.add_user("dana", real_name="Dana Reyes", email="dana@acme.com", tz="America/New_York")
    room = team.add_channel("unify-support", [dana])
    return World(team, dana, room, WebClient(token=team.app.bot_token, base_url=base, retry_handlers=[]))


@contextmanager
def workspace(team: Team | None = None) -> Iterator[World]:
    team = team or Team()
    with slack_at(team) as base:
        yield world_at(team, base)


@contextmanager
def answering(answer: Callable[[Request], Response | Awaitable[Response]]) -> Iterator[str]:
    """An app that is nothing but one function."""
    with serve(Starlette(routes=[Route("/slack/events", answer, methods=["POST"])])) as address:
        yield address


@contextmanager
def with_bolt(world: World, set_up: Callable[[Bolt], None], *, patience: float = 3.0) -> Iterator[Slack]:
    """A Bolt app, listening at the world's workspace."""
    bolt = Bolt(client=world.client, signing_secret=world.team.app.signing_secret)
    set_up(bolt)
    handler = SlackRequestHandler(bolt)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    with ExitStack() as stack:
        address = stack.enter_context(serve(Starlette(routes=[Route("/slack/events", events, methods=["POST"])])))
        try:
            yield stack.enter_context(Slack(world.team, address, patience=patience))
        finally:
            bolt.listener_runner.listener_executor.shutdown()
