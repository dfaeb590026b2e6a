"""The Unify client: reads, pages, exports, limits; and its requests against the published OpenAPI."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.unify import NO_KEY, UnifyApi
from diagnostics.asks import Found, Missing, Reason, Unify, UnifyJob
from playground import unify
from playground.scenarios import scenarios
from playground.serving import serve
from playground.unify.workspace import Request, Workspace
from playground.world import healthy
from tests.live import Live

OPENAPI = Path(__file__).parents[3] / "shared/reference/unify-openapi"
JANE = Unify.post("/data/v1/objects/person/records/find-unique", {"match": {"email": "jane@acme.com"}})
STEPS = UnifyJob.of("/sequences/v1/enrollment-steps/query-jobs", {})
Start = Callable[..., tuple[UnifyApi, Workspace]]


@pytest.fixture
def start() -> Iterator[Start]:
    """A client that never really sleeps, and the workspace behind it."""
    with ExitStack() as stack:

        def begin(key: str | None = None) -> tuple[UnifyApi, Workspace]:
            space = healthy(datetime.now(UTC)).unify_space
            address = stack.enter_context(serve(unify.app(space)))
            api = UnifyApi(space.api_key if key is None else key, address, sleep=lambda _: None)
            stack.callback(api.close)
            return api, space

        yield begin


def one(api: UnifyApi, ask: Unify | UnifyJob) -> Found | Missing:
    return api.look_up([ask])[ask]


def test_a_person_is_found(start: Start) -> None:
    api, _ = start()
    found = one(api, JANE)
    assert isinstance(found, Found)
    assert found.value["data"]["attributes"]["email"] == "jane@acme.com"


def test_without_a_key_nothing_is_sent(start: Start) -> None:
    api, space = start("")
    assert one(api, JANE) == Missing(Reason.DENIED, NO_KEY)
    assert not space.requests


def test_a_wrong_key_is_refused_at_once(start: Start) -> None:
    api, space = start("wrong")
    refused = one(api, JANE)
    assert isinstance(refused, Missing)
    assert "API key" in refused.says
    assert len(space.requests) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_fault_passes(start: Start, status: int) -> None:
    api, space = start()
    space.fail("find-unique", status, {"status": "rate_limited", "message": "slow down"}, times=2)
    assert isinstance(one(api, JANE), Found)
    assert len(space.requests) == 3


@pytest.mark.parametrize("body", ["<html>", "", "null"])
def test_a_lasting_fault_is_missing(start: Start, body: str) -> None:
    api, space = start()
    space.fail("/", 503, body, times=-1)
    silent = one(api, JANE)
    assert isinstance(silent, Missing)
    assert silent.reason is Reason.DOWN


@pytest.mark.parametrize("body", ["not json", "[]", '"text"', "{}"])
def test_an_export_that_makes_no_sense_costs_only_itself(start: Start, body: str) -> None:
    api, space = start()
    space.fail("query-jobs", 200, body, times=-1)
    answers = api.look_up([JANE, STEPS])
    assert isinstance(answers[JANE], Found)
    assert isinstance(answers[STEPS], Missing)


def test_all_pages_are_read(start: Start) -> None:
    api, space = start()
    person = space.people[0]
    for _ in range(120):
        space.enroll(person, space.mailboxes[0], datetime.now(UTC))
    found = one(api, Unify("GET", f"/sequences/v1/enrollments?person_id={person['id']}&limit=50"))
    assert isinstance(found, Found)
    assert len(found.value["enrollments"]) >= 120
    assert len({e["id"] for e in found.value["enrollments"]}) == len(found.value["enrollments"])


def test_the_same_export_is_made_once(start: Start) -> None:
    api, space = start()
    first, second = one(api, STEPS), one(api, STEPS)
    assert first == second
    assert isinstance(first, Found)
    assert len(first.value["data"]) == len(space.steps)
    assert sum(r.method == "POST" for r in space.requests) == 1


def test_exports_have_a_budget(start: Start) -> None:
    api, space = start()
    asks = [UnifyJob.of(STEPS.path, {"id": [str(n)]}) for n in range(62)]
    answers = [one(api, ask) for ask in asks]
    assert sum(r.method == "POST" for r in space.requests) == 60
    assert isinstance(answers[-1], Missing)


def test_it_only_reads(start: Start) -> None:
    api, space = start()
    with pytest.raises(ValueError, match="not a read"):
        api.look_up([Unify("POST", "/sequences/v1/enrollments", "{}")])
    with pytest.raises(ValueError, match="not a read"):
        api.look_up([Unify("DELETE", "/data/v1/objects/person/records/1")])
    assert not space.requests


# Conformity with the published description


class OpenApi:
    """The operations of the published documents, and whether a request fits one."""

    def __init__(self, folder: Path) -> None:
        self._operations: list[tuple[str, re.Pattern[str], dict[str, Any], dict[str, Any]]] = []
        for path in sorted(folder.glob("*.json")):
            document = _with_null(json.loads(path.read_text()))
            base = "".join(re.findall(r"^https?://[^/]+(/.*)$", document.get("servers", [{"url": ""}])[0]["url"]))
            for template, operations in document["paths"].items():
                pattern = re.compile(re.sub(r"\\\{\w+\\\}", r"[^/]+", re.escape(base.rstrip("/") + template)))
                for method, operation in operations.items():
                    if method in ("get", "post", "put", "patch", "delete"):
                        self._operations.append((method.upper(), pattern, operation, document))

    def check(self, request: Request) -> None:
        """Path, query and body, and what the playground answered."""
        fitting = [o for o in self._operations if o[0] == request.method and o[1].fullmatch(request.path)]
        assert fitting, f"no operation {request.method} {request.path}"
        _, _, operation, document = fitting[0]
        declared = [self._resolved(p, document) for p in operation.get("parameters", [])]
        names = {p["name"] for p in declared if p["in"] == "query"}
        assert {name for name, _ in request.query} <= names, request
        body = operation.get("requestBody")
        if body:
            schema = self._resolved(body, document)["content"]["application/json"]["schema"]
            self._validate(request.body or {}, schema, document)
        answer = operation["responses"].get(str(request.status))
        if answer and request.answer is not None:
            content = self._resolved(answer, document).get("content", {})
            if "application/json" in content:
                self._validate(request.answer, content["application/json"]["schema"], document)

    @staticmethod
    def _resolved(part: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in part:
            found: Any = document
            for key in part["$ref"].removeprefix("#/").split("/"):
                found = found[key]
            part = found
        return part

    @staticmethod
    def _validate(value: Any, schema: dict[str, Any], document: dict[str, Any]) -> None:
        jsonschema.Draft202012Validator({**schema, "components": document.get("components", {})}).validate(value)


def _with_null(part: Any) -> Any:
    """OpenAPI 3.0 says `nullable`, where JSON Schema has a type of its own."""
    if isinstance(part, list):
        return [_with_null(p) for p in part]
    if not isinstance(part, dict):
        return part
    whole = {k: _with_null(v) for k, v in part.items() if k != "nullable"}
    return {"anyOf": [whole, {"type": "null"}]} if part.get("nullable") is True else whole


@pytest.fixture(scope="module")
def openapi() -> OpenApi:
    """Unify's published OpenAPI documents."""
    if not OPENAPI.is_dir():
        pytest.skip("Unify's OpenAPI documents are not at hand: NOT CHECKED")
    return OpenApi(OPENAPI)


@pytest.mark.parametrize("name", [n for n, s in scenarios().items() if not s.without_unify_key])
def test_requests_and_our_answers_fit_the_published_description(
    name: str, openapi: OpenApi, live: Callable[..., Live]
) -> None:
    """Every request of a whole conversation; and the playground's answers, so that it is true to the description."""
    started = live(name)
    started.slack.command(started.cast.dana, started.cast.sales, "jane@acme.com my reply is missing")
    started.settle()
    requests = started.world.unify_space.requests
    assert requests
    for request in requests:
        openapi.check(request)
