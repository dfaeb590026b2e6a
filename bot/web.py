"""HTTP: Slack's requests, and what operators look at."""

import time
from collections.abc import Callable, Mapping

from anyio import CapacityLimiter, to_thread
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from slack_bolt import App, BoltResponse
from slack_bolt.request import BoltRequest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import ACK_SECONDS, ACKS
from bot.tracing import span

_LOOKS = 4  # looks of operators at the same time: their threads are not the acknowledgements'


def web(app: App | None, ready: Callable[[], Mapping[str, bool]], measure: Callable[[], None]) -> Starlette:
    """The application; without `app` (Socket Mode) only what operators look at.

    `ready` tells which parts work, `measure` brings the gauges up to date.
    """
    looks = CapacityLimiter(_LOOKS)

    async def events(request: Request) -> Response:
        assert app is not None  # the route exists only with it
        body = (await request.body()).decode("utf-8", "replace")
        started = time.perf_counter()
        heard = BoltRequest(body=body, query=request.url.query, headers=dict(request.headers))
        # Bolt's App is synchronous and commits to the engine: off the event loop.
        answer = await to_thread.run_sync(_acknowledge, app, heard)
        ACK_SECONDS.observe(time.perf_counter() - started)
        ACKS.labels(_kind(heard), answer.status).inc()
        response = Response(answer.body, answer.status)
        for name, values in answer.headers.items():
            if name.lower() != "content-length":
                for value in values:
                    response.headers.append(name, value)
        return response

    async def alive(_: Request) -> Response:
        return PlainTextResponse("alive")

    async def readiness(_: Request) -> Response:
        parts = await to_thread.run_sync(ready, limiter=looks)
        return JSONResponse(dict(parts), 200 if all(parts.values()) else 503)

    async def metrics(_: Request) -> Response:
        await to_thread.run_sync(measure, limiter=looks)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [Route("/healthz", alive), Route("/readyz", readiness), Route("/metrics", metrics)]
    if app is not None:
        routes.append(Route("/slack/events", events, methods=["POST"]))
    return Starlette(routes=routes)


def _acknowledge(app: App, heard: BoltRequest) -> BoltResponse:
    with span("acknowledge", kind=_kind(heard)):
        return app.dispatch(heard)


def _kind(heard: BoltRequest) -> str:
    if "command" in heard.body:
        return "command"
    return "event" if "event" in heard.body else "interaction" if "type" in heard.body else "other"
