"""The endpoints: keys, lists, find-unique, bulk exports with their limits; writes are refused and noted."""

import asyncio
import json
import operator
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.unify import shapes
from playground.unify.workspace import Job, Request, Row, Workspace, page, stamp

_STEP_FILTERS = {
    "person",
    "type",
    "status",
    "updated_at",
    "mailbox",
    "sequence",
    "enrollment",
    "company",
    "started_at",
    "ended_at",
    "id",
    "is_blocked",
    "is_bounced",
    "is_canceled",
    "is_opted_out",
    "is_paused",
    "is_replied",
}
_COMPARE = {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}
Answer = tuple[int, Any]


def app(workspace: Workspace) -> Starlette:
    """The server for one workspace."""
    server = _Server(workspace)
    return Starlette(routes=[Route("/{path:path}", server.api, methods=["GET", "POST", "PATCH", "PUT", "DELETE"])])


def _error(status: int, word: str, message: str) -> Answer:
    return status, {"status": word, "message": message}


class _Server:
    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    async def api(self, http: HttpRequest) -> Response:
        space = self.workspace
        raw = await http.body()
        try:
            body = json.loads(raw) if raw else None
        except ValueError:
            body = None
        request = Request(http.method, http.url.path, list(http.query_params.multi_items()), body)
        space.requests.append(request)
        if space.latency:
            await asyncio.sleep(space.latency)
        with space.lock:
            fault = next((f for f in space.faults if f.times and f.match in http.url.path), None)
            if fault:
                fault.times -= fault.times > 0
                request.status = fault.status
                if isinstance(fault.body, (dict, list)):
                    return JSONResponse(fault.body, fault.status, fault.headers)
                return Response(str(fault.body or ""), fault.status, fault.headers)
            if http.headers.get("x-api-key") != space.api_key:
                status, answer = _error(401, "unauthorized", "Invalid API key")
            else:
                status, answer = self._route(http, body, request)
        request.status, request.answer = status, answer
        headers = {"Retry-After": "1"} if status == 429 else {}
        return JSONResponse(answer, status, headers)

    def _route(self, http: HttpRequest, body: Any, request: Request) -> Answer:
        parts = [p for p in http.url.path.split("/") if p]
        match (http.method, parts):
            case ("POST", ["data", "v1", "objects", name, "records", "find-unique"]):
                return self._find_unique(name, body)
            case ("GET", ["data", "v1", "objects", "person", "records", id]):
                found = next((p for p in self.workspace.people if p["id"] == id), None)
                return (
                    (200, {"status": "success", "data": found})
                    if found
                    else _error(404, "record_not_found", "No record")
                )
            case ("GET", ["sequences", "v1", "enrollments"]):
                return self._enrollments(http)
            case ("GET", ["sequences", "v1", "enrollments", id]):
                enrolled = next((e for e in self.workspace.enrollments if e["id"] == id), None)
                return (200, shapes.enrollment(enrolled)) if enrolled else _error(404, "not_found", "No enrollment")
            case ("POST", ["sequences", "v1", "enrollment-steps", "query-jobs"]):
                return self._start_job(body or {})
            case ("GET", ["sequences", "v1", "enrollment-steps", "query-jobs", id]):
                return self._job(id)
            case ("GET", ["sequences", "v1", "enrollment-steps", "query-jobs", id, "results"]):
                return self._results(id, http)
            case ("GET", _):
                return _error(404, "not_found", "No such path")
        self.workspace.writes.append(request)
        return _error(403, "forbidden", "This workspace is read only")

    def _find_unique(self, name: str, body: Any) -> Answer:
        match = body.get("match") if isinstance(body, dict) else None
        if name != "person":
            return _error(404, "object_not_found", f"No object {name}")
        if not isinstance(match, dict) or "email" not in match:
            return 400, {"status": "bad_request", "message": "match needs a unique attribute", "errors": []}
        wanted = str(match["email"]).lower()
        found = next((p for p in self.workspace.people if p["attributes"]["email"].lower() == wanted), None)
        return 200, {"status": "success", "data": found}

    def _enrollments(self, http: HttpRequest) -> Answer:
        query = http.query_params
        try:
            limit = int(query.get("limit", 50))
        except ValueError:
            limit = 0
        if not 1 <= limit <= 100:
            return 400, {"status": "bad_request", "message": "limit must be between 1 and 100", "errors": []}
        rows = self.workspace.enrollments
        if person := query.get("person_id"):
            rows = [r for r in rows if r["person"]["id"] == person]
        if sequence := query.get("sequence_id"):
            rows = [r for r in rows if r["sequence"]["id"] == sequence]
        if mailbox := query.get("mailbox_id"):
            rows = [r for r in rows if r["mailbox"]["id"] == mailbox]
        if statuses := query.getlist("status"):
            rows = [r for r in rows if r["status"] in statuses]
        if after := query.get("updated_after"):
            rows = [r for r in rows if _time(r["updated_at"]) >= _time(after)]
        if before := query.get("updated_before"):
            rows = [r for r in rows if _time(r["updated_at"]) <= _time(before)]
        part = page(rows, query.get("cursor"), limit)
        return 200, {"enrollments": [shapes.enrollment(r) for r in part.rows], "next_cursor": part.next_cursor}

    def _start_job(self, body: Row) -> Answer:
        wanted = body.get("filter") or {}
        unknown = set(wanted) - _STEP_FILTERS
        if unknown:
            return 400, {"status": "bad_request", "message": f"unknown filter {sorted(unknown)}", "errors": []}
        space = self.workspace
        now = space.clock()
        if sum(now - j.created < timedelta(days=1) for j in space.jobs.values()) >= space.jobs_per_day:
            return _error(429, "rate_limited", "Too many jobs")
        rows = [shapes.step(s) for s in space.steps]
        job = Job(str(uuid.uuid4()), [r for r in rows if _passes(r, wanted)], now, space.polls_per_job)
        space.jobs[job.id] = job
        return 201, {"job_id": job.id, "status": "IN_PROGRESS", "expires_at": stamp(now + timedelta(days=1))}

    def _job(self, id: str) -> Answer:
        job = self.workspace.jobs.get(id)
        if job is None:
            return _error(404, "not_found", "No such job")
        job.polls -= 1
        done = job.polls < 0
        return 200, {
            "job_id": id,
            "status": "FINISHED" if done else "IN_PROGRESS",
            "total_rows": len(job.rows) if done else None,
            "error_code": None,
            "created_at": stamp(job.created),
            "expires_at": stamp(job.created + timedelta(days=1)),
            "canceled_at": None,
        }

    def _results(self, id: str, http: HttpRequest) -> Answer:
        job = self.workspace.jobs.get(id)
        if job is None:
            return _error(404, "not_found", "No such job")
        if job.polls >= 0:
            return _error(409, "results_not_ready", "The job is still running")
        number, size = int(http.query_params.get("page", 1)), int(http.query_params.get("page_size", 1000))
        if not 1 <= size <= 2000:
            return 400, {"status": "bad_request", "message": "page_size is at most 2000", "errors": []}
        return 200, {
            "total": len(job.rows),
            "page": number,
            "page_size": size,
            "data": job.rows[(number - 1) * size : number * size],
        }


def _passes(row: Row, wanted: Row) -> bool:
    """Whether a step is in the filter of a query job, whose schema the OpenAPI document of the Sequences API gives."""
    enrolled = row["enrollment"]
    named = {
        "id": row["id"],
        "type": row["type"],
        "status": row["status"],
        "sequence": row["sequence"],
        "enrollment": {"id": enrolled["id"]},
        "person": enrolled["person"],
        "company": enrolled["person"]["company"] or {},
        "mailbox": enrolled["mailbox"],
        "updated_at": row["updated_at"],
        "started_at": row["started_at"],
        "ended_at": row["ended_at"],
    }
    return all(_meets(named.get(key, row.get(key)), test) for key, test in wanted.items() if test is not None)


def _meets(value: Any, test: Any) -> bool:
    if not isinstance(test, dict):
        return bool(value == test)
    if "in" in test or "not_in" in test:
        return value in test.get("in", [value]) and value not in test.get("not_in", [])
    if test.keys() <= _COMPARE.keys():
        return value is not None and all(_COMPARE[k](_time(value), _time(v)) for k, v in test.items())
    return all(value.get(k) == v for k, v in test.items())


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
