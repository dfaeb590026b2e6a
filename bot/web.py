"""HTTP: Slack's requests, and what operators look at."""

import time
from collections.abc import Callable, Mapping

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from slack_bolt import App
from slack_bolt.request import BoltRequest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import ACK_SECONDS, ACKS


def web(app: App | None, ready: Callable[[], Mapping[str, bool]]) -> Starlette:
    """The application; without `app` (Socket Mode) only what operators look at."""

    async def events(request: Request) -> Response:
        assert app is not None  # the route exists only with it
        body = (await request.body()).decode("utf-8", "replace")
        started = time.perf_counter()
        # Bolt's App is synchronous and commits to the store: off the event loop.
        answer = await run_in_threadpool(
            app.dispatch, BoltRequest(body=body, query=request.url.query, headers=dict(request.headers))
        )
        ACK_SECONDS.observe(time.perf_counter() - started)
        ACKS.labels(request.headers.get("content-type", "").partition(";")[0], answer.status).inc()
        response = Response(answer.body, answer.status)
        for name, values in answer.headers.items():
            if name.lower() != "content-length":
                for value in values:
                    response.headers.append(name, value)
        return response

    async def alive(_: Request) -> Response:
        return PlainTextResponse("alive")

    async def readiness(_: Request) -> Response:
        parts = await run_in_threadpool(ready)
        return JSONResponse(dict(parts), 200 if all(parts.values()) else 503)

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    routes = [Route("/healthz", alive), Route("/readyz", readiness), Route("/metrics", metrics)]
    if app is not None:
        routes.append(Route("/slack/events", events, methods=["POST"]))
    return Starlette(routes=routes)
