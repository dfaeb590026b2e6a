"""Slack's doors on loopback: the Web API, response URLs and file downloads."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from playground.serving import serve
from playground.slack.methods import METHODS
from playground.slack.methods.call import Args, Method, Refused, missing_scope
from playground.slack.records import Call, Json
from playground.slack.response_urls import answer_to
from playground.slack.team import Team

SIGN_IN = (
    "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to your workspace</body></html>"
)


async def _given(request: Request) -> tuple[dict[str, Any], bool]:
    """The arguments of a request and whether they came as JSON; Refused where Slack cannot read them."""
    args: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await request.body()
    if not body:
        return args, False
    if kind == "application/json":
        try:
            given = json.loads(body)
        except ValueError:
            raise Refused("invalid_json") from None
        if not isinstance(given, dict):
            raise Refused("json_not_object")
        return args | given, True
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        form = await request.form()
        return args | {name: each for name, each in form.items() if not isinstance(each, UploadFile)}, False
    raise Refused("invalid_post_type" if kind else "missing_post_type")


def _token(request: Request, args: dict[str, Any]) -> str | None:
    """The bearer token, or the `token` argument, which is taken out of the arguments."""
    bearer = request.headers.get("authorization", "")
    named = args.pop("token", None)
    return bearer[7:].strip() if bearer.lower().startswith("bearer ") else named


def _admit(team: Team, method: Method, token: str | None) -> None:
    if method.token == "none":
        return
    if not token:
        raise Refused("not_authed")
    if token not in (team.app.bot_token, team.app.app_token):
        raise Refused("invalid_auth")
    if team.revoked:
        raise Refused("account_inactive")
    if (token == team.app.app_token) != (method.token == "app"):
        raise Refused("not_allowed_token_type")
    if method.scopes and not team.scopes.intersection(method.scopes):
        raise missing_scope(team, *method.scopes)


class WebApi:
    """`/api/<method>` over one workspace. Every call is recorded in `team.calls` with what it was answered."""

    def __init__(self, team: Team) -> None:
        self.team = team

    async def __call__(self, request: Request) -> Response:
        team, name = self.team, request.path_params["method"]
        args: dict[str, Any] = {}
        with team.changing():
            failure = team.failures.take(name)
        if failure is not None and not failure.done_anyway:
            await asyncio.sleep(failure.delay)
        try:
            args, from_json = await _given(request)
            token = _token(request, args)
            if failure is not None and not failure.done_anyway:
                return self._record(name, args, Response(failure.body, failure.status, dict(failure.headers)), None)
            answer = self._run(name, args, token, from_json)
        except Refused as refused:
            answer = refused.answer()
        if failure is not None:
            self._record(name, args, Response(failure.body, failure.status), answer)
            await asyncio.sleep(failure.delay)
            return Response(failure.body, failure.status, dict(failure.headers))
        return self._record(name, args, self._response(name, answer), answer)

    def _run(self, name: str, args: dict[str, Any], token: str | None, from_json: bool) -> Json:
        team, method = self.team, METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", req_method=name)
        with team.changing():
            _admit(team, method, token)
            wait = team.limits.wait(name, str(args.get("channel", "")), team.clock())
            if wait > 0:
                raise Refused("ratelimited", retry_after=max(1, round(wait + 0.5)))
            return method.run(team, Args(args if method.reads_json or not from_json else {}))

    def _response(self, name: str, answer: Json) -> Response:
        method = METHODS.get(name)
        headers = {"x-oauth-scopes": ",".join(sorted(self.team.scopes)), "x-slack-req-id": self.team.next_id("R")}
        if method is not None and method.scopes:
            headers["x-accepted-oauth-scopes"] = ",".join(method.scopes)
        status = 200
        if answer.get("error") == "ratelimited":
            status, headers["retry-after"] = 429, str(answer.pop("retry_after"))
        return Response(json.dumps(answer), status, headers, "application/json; charset=utf-8")

    def _record(self, name: str, args: Mapping[str, Any], response: Response, answer: Json | None) -> Response:
        with self.team.changing():
            self.team.calls.append(Call(name, dict(args), response.status_code, answer, self.team.clock()))
        return response


def slack_app(team: Team) -> Starlette:
    """The server's application, for whoever wants to serve it otherwise than `slack_at` does."""

    async def hook(request: Request) -> Response:
        status, answer = answer_to(team, request.path_params["key"], await request.body())
        return Response(json.dumps(answer), status, media_type="application/json")

    async def download(request: Request) -> Response:
        """Slack answers a download without a fitting token by sending the caller to the sign-in page."""
        file = team.files.get(request.path_params["file"].partition("-")[2])
        allowed = _token(request, {}) == team.app.bot_token and "files:read" in team.scopes and not team.revoked
        if not allowed:
            return RedirectResponse(f"/?redir={request.url.path}", 302)
        if file is None:
            return HTMLResponse("<!DOCTYPE html><html><body>not found</body></html>", 404)
        return Response(file.content, media_type=file.mimetype)

    async def sign_in(request: Request) -> Response:
        return HTMLResponse(SIGN_IN)

    return Starlette(routes=[
        Route("/api/{method}", WebApi(team).__call__, methods=["GET", "POST"]),
        Route("/{kind:str}/T{rest}/{key}", hook, methods=["POST"]),
        Route("/files-pri/{file}/{name}", download),
        Route("/files-pri/{file}/download/{name}", download),
        Route("/", sign_in),
    ])  # fmt: skip


@contextmanager
def slack_at(team: Team, port: int = 0) -> Iterator[str]:
    """Serves this workspace; yields the address to give a client as its base URL: `http://127.0.0.1:PORT/api/`."""
    with serve(slack_app(team), port) as address:
        team.address = address
        yield f"{address}/api/"
