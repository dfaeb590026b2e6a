"""Unify's public API, read-only. https://docs.unifygtm.com/developers/api/sequences/overview"""

import json
import random
import re
import threading
import time
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx

from bot.metrics import API_CALLS
from diagnostics.asks import Ask, Found, Json, Missing, Reason, Unify, UnifyJob

NO_KEY = "no Unify API key is set, so I cannot see what Unify sent"
# The key has its user's full authority and cannot be narrowed: these reads, and nothing else, are ever sent.
_READS = (
    ("GET", re.compile(r"/data/v1/objects(/\w+(/attributes|/records/[\w-]+)?)?")),
    ("POST", re.compile(r"/data/v1/objects/\w+/records/find-unique")),
    ("GET", re.compile(r"/sequences/v1/(enrollments|sequences)(/[\w-]+(/steps)?)?")),
    ("POST", re.compile(r"/sequences/v1/(enrollments|enrollment-steps)/query-jobs")),
    ("GET", re.compile(r"/sequences/v1/(enrollments|enrollment-steps)/query-jobs/[\w-]+(/results)?")),
    ("GET", re.compile(r"/tasks/v1/tasks")),
)
_TRIES, _AT_ONCE, _PAGES = 3, 4, 20
_WAIT_AT_MOST = 5.0  # seconds between tries, whatever Retry-After says: a person is waiting
_JOB_PATIENCE = 60.0
_JOBS_A_DAY = 60  # of about 100 that Unify allows
_KEEP = timedelta(minutes=10)


class UnifyDown(Exception):
    """Unify did not answer, or not with what was asked; `says` is fit for a channel."""

    def __init__(self, says: str, *, refused: bool = False) -> None:
        super().__init__(says)
        self.missing = Missing(Reason.DENIED if refused else Reason.DOWN, says)


class UnifyApi:
    """One workspace. `look_up` is a `diagnostics.asks.LookUp` for Unify and UnifyJob asks."""

    def __init__(
        self,
        key: str,
        base_url: str = "https://api.unifygtm.com",
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._key = key
        self._clock = clock
        self._sleep = sleep
        self._http = httpx.Client(base_url=base_url, headers={"X-Api-Key": key}, timeout=httpx.Timeout(15, connect=3))
        self._lock = threading.Lock()
        self._exports: dict[UnifyJob, Found] = {}
        self._jobs_today: list[datetime] = []
        self.calls = 0

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def look_up(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        """Answer what is Unify's; other asks are left out. Does not raise."""
        mine = [a for a in asks if isinstance(a, Unify | UnifyJob)]
        if not self._key:
            return dict.fromkeys(mine, Missing(Reason.DENIED, NO_KEY))
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return dict(zip(mine, pool.map(self._answer, mine), strict=True))

    def _answer(self, ask: Unify | UnifyJob) -> Found | Missing:
        try:
            if isinstance(ask, UnifyJob):
                return self._export(ask)
            body = json.loads(ask.body) if ask.body else None
            return Found(self._whole(ask.method, ask.path, body), self._clock())
        except UnifyDown as down:
            return down.missing
        except (AttributeError, KeyError, TypeError) as error:
            return Missing(Reason.DOWN, f"Unify did not answer sensibly ({type(error).__name__})")

    def _whole(self, method: str, path: str, body: Json) -> Json:
        """The answer with its further pages, where it has any."""
        answer = self._call(method, path, body)
        lists = [k for k, v in answer.items() if isinstance(v, list)] if isinstance(answer, dict) else []
        for _ in range(_PAGES):
            cursor = answer.get("next_cursor") if lists else None
            if not cursor:
                break
            more = self._call(method, f"{path}{'&' if '?' in path else '?'}{urlencode({'cursor': cursor})}", body)
            answer = {**more, lists[0]: answer[lists[0]] + more[lists[0]]}
        return answer

    def _export(self, job: UnifyJob) -> Found:
        now = self._clock()
        with self._lock:
            known = self._exports.get(job)
            if known and known.at and now - known.at < _KEEP:
                return known
            self._jobs_today = [t for t in self._jobs_today if now - t < timedelta(days=1)]
            if len(self._jobs_today) >= _JOBS_A_DAY:
                raise UnifyDown("today's exports from Unify are used up", refused=True)
            self._jobs_today.append(now)
        started = self._call("POST", job.path, {"filter": json.loads(job.filter)})
        path = f"{job.path}/{started['job_id']}"
        self._wait_for(path)
        rows: list[Json] = []
        for page in range(1, _PAGES + 1):
            results = self._call("GET", f"{path}/results?{urlencode({'page': page, 'page_size': 2000})}")
            rows += results["data"]
            if len(rows) >= results["total"] or not results["data"]:
                break
        found = Found({"data": rows}, self._clock())
        with self._lock:
            self._exports[job] = found
        return found

    def _wait_for(self, path: str) -> None:
        waited, pause = 0.0, 0.2
        while waited < _JOB_PATIENCE:
            status = self._call("GET", path)["status"]
            if status == "FINISHED":
                return
            if status != "IN_PROGRESS":
                raise UnifyDown(f"Unify's export ended as {status}")
            self._sleep(pause)
            waited, pause = waited + pause, min(pause * 1.5, 5.0)
        raise UnifyDown("Unify's export took too long")

    def _call(self, method: str, path: str, body: Json = None) -> Any:
        if not any(verb == method and read.fullmatch(path.partition("?")[0]) for verb, read in _READS):
            raise ValueError(f"not a read: {method} {path}")
        why = ""
        for attempt in range(_TRIES):
            try:
                with self._lock:
                    self.calls += 1
                answer = (
                    self._http.request(method, path, json=body)
                    if body is not None
                    else self._http.request(method, path)
                )
                API_CALLS.labels("unify", "", "answered" if answer.is_success else "refused").inc()
                if answer.is_success:
                    return answer.json()
            except (httpx.HTTPError, ValueError) as error:
                why, wait = type(error).__name__, 0.3 * 2**attempt
            else:
                why = f"HTTP {answer.status_code}{_status(answer)}"
                if answer.status_code < 500 and answer.status_code != httpx.codes.TOO_MANY_REQUESTS:
                    raise UnifyDown(_refusal(answer.status_code, why), refused=True)
                wait = _retry_after(answer) or 0.3 * 2**attempt
            if attempt < _TRIES - 1:
                self._sleep(min(wait, _WAIT_AT_MOST) * random.uniform(0.8, 1.2))  # noqa: S311 - jitter, no secret
        raise UnifyDown(f"Unify did not answer ({why})")


def _refusal(status: int, why: str) -> str:
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return "Unify does not accept the API key"
    return f"Unify refused the question ({why})"


def _status(answer: httpx.Response) -> str:
    """Unify's own word for the error: every error body is `{status, message}`."""
    try:
        status = answer.json().get("status", "")
    except (ValueError, AttributeError):
        return ""
    return f", {status}" if status else ""


def _retry_after(answer: httpx.Response) -> float:
    try:
        return float(answer.headers.get("Retry-After", 0))
    except ValueError:
        return 0.0
