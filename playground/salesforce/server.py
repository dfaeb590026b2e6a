"""The REST API: sign-in, queries, describes, composites; API calls counted, limits and permissions enforced."""

import asyncio
import base64
import json
import re
import secrets
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jwt
from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.salesforce import access, evaluate
from playground.salesforce.org import Fault, Org, Request, spelled
from playground.salesforce.schema import Sobject
from playground.salesforce.soql import SoqlError

_SUBREQUESTS, _QUERIES = 25, 5
_REFERENCE = re.compile(r"@\{(\w+)\.([\w.\[\]]+)\}")
_ALLOWED_IN_COMPOSITE = re.compile(r"/services/data/v\d+\.\d+/(sobjects|query|queryAll|composite/sobjects)\b")
_ALLOWED_IN_TOOLING = re.compile(r"/services/data/v\d+\.\d+/tooling/(sobjects|query)\b")
_STATUS = {"INVALID_TYPE": 400, "INSUFFICIENT_ACCESS": 403, "NOT_FOUND": 404}

Answer = tuple[int, Any]


def app(org: Org) -> Starlette:
    """The server for one organisation."""
    server = _Server(org)
    return Starlette(
        routes=[
            Route("/services/oauth2/token", server.token, methods=["POST"]),
            Route(
                "/services/data/v{version}/{path:path}", server.api, methods=["GET", "POST", "PATCH", "DELETE", "PUT"]
            ),
        ]
    )


def _error(code: str, message: str, status: int = 400) -> Answer:
    return status, [{"message": message, "errorCode": code}]


class _Server:
    def __init__(self, org: Org) -> None:
        self.org = org

    async def token(self, http: HttpRequest) -> Response:
        form = {k: str(v) for k, v in (await http.form()).items()}
        if fault := self.org.fault_for("/services/oauth2/token"):
            return _fault(fault)
        problem = self._refusal(http, form)
        if problem:
            return JSONResponse({"error": problem[0], "error_description": problem[1]}, 400)
        session = f"00D!{secrets.token_urlsafe(24)}"
        self.org.sessions.add(session)
        site = f"https://{self.org.my_domain}"
        return JSONResponse(
            {
                "access_token": session,
                "instance_url": site,
                "id": f"{site}/id/00D/005",
                "token_type": "Bearer",
                "issued_at": "0",
                "signature": "playground",
                "scope": "api",
            }
        )

    def _refusal(self, http: HttpRequest, form: dict[str, str]) -> tuple[str, str] | None:
        org = self.org
        match form.get("grant_type"):
            case "client_credentials":
                kind, _, given = http.headers.get("authorization", "").partition(" ")
                basic = base64.b64decode(given).decode() if kind.lower() == "basic" else ""
                client, _, secret = (
                    basic.partition(":") if basic else (form.get("client_id"), "", form.get("client_secret"))
                )
                if client != org.client_id:
                    return "invalid_client_id", "client identifier invalid"
                return None if secret == org.client_secret else ("invalid_client", "invalid client credentials")
            case "urn:ietf:params:oauth:grant-type:jwt-bearer":
                return self._refuse_assertion(form.get("assertion", ""))
            case _:
                return "unsupported_grant_type", "grant type not supported"

    def _refuse_assertion(self, assertion: str) -> tuple[str, str] | None:
        try:
            claims = jwt.decode(assertion, options={"verify_signature": False})
            key = self.org.jwt_keys[claims["sub"]]
            jwt.decode(assertion, key, algorithms=["RS256"], options={"verify_exp": False, "verify_aud": False})
        except KeyError:
            return "invalid_grant", "user hasn't approved this consumer"
        except jwt.PyJWTError:
            return "invalid_grant", "invalid assertion"
        if claims.get("aud") not in (
            "https://login.salesforce.com",
            "https://test.salesforce.com",
            f"https://{self.org.my_domain}",
        ):
            return "invalid_grant", "audience validation failed"
        return None if claims.get("iss") == self.org.client_id else ("invalid_client_id", "client identifier invalid")

    async def api(self, http: HttpRequest) -> Response:
        org = self.org
        path = http.path_params["path"]
        body = await http.body()
        text = f"{path}?{unquote(http.url.query)} {unquote(body.decode(errors='replace'))}"
        if org.latency:
            await asyncio.sleep(org.latency)
        if (fault := org.fault_for(f"/{path}")) or (
            fault := org.fault_for(text) if path.count("composite") == 0 else None
        ):
            return _fault(fault)
        kind, _, session = http.headers.get("authorization", "").partition(" ")
        if kind not in ("Bearer", "OAuth") or session not in org.sessions:
            status, answer = _error("INVALID_SESSION_ID", "Session expired or invalid", 401)
            return JSONResponse(answer, status)
        request = Request(http.method, path)
        with org.lock:
            org.requests.append(request)
        if not org.may("API Enabled"):
            status, answer = _error("API_CURRENTLY_DISABLED", "API is disabled for this User", 403)
            return JSONResponse(answer, status)
        if org.api_used >= org.api_limit:
            status, answer = _error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", 403)
            return JSONResponse(answer, status)
        with org.lock:
            org.api_used += 1
        status, answer = await asyncio.to_thread(
            self._route, http.method, path, http.url.query, body, http.path_params["version"], request
        )
        headers = {"Sforce-Limit-Info": f"api-usage={org.api_used}/{org.api_limit}"} if status < 300 else {}
        return JSONResponse(answer, status, headers)

    def _route(self, method: str, path: str, query: str, body: bytes, version: str, request: Request) -> Answer:
        if method == "POST" and path in ("composite", "tooling/composite"):
            return self._composite(body, version, request, tooling=path.startswith("tooling"))
        if method != "GET":
            self.org.writes.append(request)
            return _error("INSUFFICIENT_ACCESS_OR_READONLY", "this organisation is read only", 403)
        return self._get(path, query, version, request)

    def _get(self, path: str, query: str, version: str, request: Request) -> Answer:
        parameters = parse_qs(query)
        place, _, rest = path.partition("/")
        if place == "tooling":
            place, _, rest = rest.partition("/")
            if place == "query":
                return self._query(parameters, version, request, tooling=True)
        elif place in ("query", "queryAll"):
            return self._query(parameters, version, request, everything=place == "queryAll")
        elif place == "limits":
            if not self.org.may("View Setup and Configuration"):
                return _error("FORBIDDEN", "You do not have access to this resource", 403)
            left = self.org.api_limit - self.org.api_used
            return 200, {"DailyApiRequests": {"Max": self.org.api_limit, "Remaining": left}}
        elif place == "sobjects" and rest:
            return self._sobject(rest, parameters)
        elif not place:
            return 200, {"sobjects": f"/services/data/v{version}/sobjects", "query": f"/services/data/v{version}/query"}
        return _error("NOT_FOUND", "The requested resource does not exist", 404)

    def _query(
        self,
        parameters: dict[str, list[str]],
        version: str,
        request: Request,
        *,
        tooling: bool = False,
        everything: bool = False,
    ) -> Answer:
        text = parameters.get("q", [""])[0]
        with self.org.lock:
            request.queries.append(text)
        try:
            return 200, evaluate.answer(self.org, text, tooling=tooling, version=version, everything=everything)
        except SoqlError as error:
            return _error(error.code, error.message, _STATUS.get(error.code, 400))

    def _sobject(self, rest: str, parameters: dict[str, list[str]]) -> Answer:
        name, _, what = rest.partition("/")
        try:
            access.check(self.org, name, tooling=False)
        except SoqlError:
            return _error("NOT_FOUND", "The requested resource does not exist", 404)
        kind = self.org.schema[name.lower()]
        if what == "describe":
            return 200, _describe(kind)
        found = self.org.rows(kind.name, Id=what) if what else []
        if not found:
            return _error("NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + what, 404)
        names = parameters["fields"][0].split(",") if "fields" in parameters else [f.name for f in kind.fields.values()]
        return 200, {"attributes": {"type": kind.name}, **{n: spelled(found[0].get(n)) for n in names}}

    def _composite(self, body: bytes, version: str, request: Request, *, tooling: bool) -> Answer:
        try:
            parts = json.loads(body)["compositeRequest"]
            urls = [str(part["url"]) for part in parts]
            ids = [str(part["referenceId"]) for part in parts]
        except (ValueError, KeyError, TypeError):
            return _error("JSON_PARSER_ERROR", "The request body is not a composite request")
        if len(parts) > _SUBREQUESTS:
            return _error(
                "LIMIT_EXCEEDED", f"Cannot process more than {_SUBREQUESTS} subrequests in a composite request."
            )
        if not tooling and sum("/query" in urlsplit(u).path for u in urls) > _QUERIES:
            return _error("LIMIT_EXCEEDED", f"No more than {_QUERIES} subrequests may be query operations.")
        if len(set(ids)) != len(ids):
            return _error("INVALID_INPUT", "referenceId values must be unique in a composite request")
        allowed = _ALLOWED_IN_TOOLING if tooling else _ALLOWED_IN_COMPOSITE
        done: dict[str, Any] = {}
        answers = []
        for part, url, id in zip(parts, urls, ids, strict=True):
            status, answer = self._part(part, url, version, request, allowed, done)
            done[id] = answer if status < 300 else None
            answers.append({"body": answer, "httpHeaders": {}, "httpStatusCode": status, "referenceId": id})
        return 200, {"compositeResponse": answers}

    def _part(
        self,
        part: dict[str, Any],
        url: str,
        version: str,
        request: Request,
        allowed: re.Pattern[str],
        done: dict[str, Any],
    ) -> Answer:
        try:
            url = _REFERENCE.sub(lambda m: _resolve(done, m[1], m[2]), url)
        except (KeyError, IndexError, TypeError) as error:
            return _error("PROCESSING_HALTED", f"Invalid reference specified. {error}")
        if part.get("method") != "GET":
            self.org.writes.append(Request(str(part.get("method")), url))
            return _error("INSUFFICIENT_ACCESS_OR_READONLY", "this organisation is read only", 403)
        if not allowed.match(url):
            return _error("NOT_FOUND", f"The requested resource does not exist: {url}", 404)
        if (fault := self.org.fault_for(unquote(url.replace("+", " ")))) and fault.status:
            return fault.status, fault.body
        split = urlsplit(url)
        path = re.sub(r"^/services/data/v\d+\.\d+/", "", split.path)
        return self._get(path, split.query, version, request)


def _resolve(done: dict[str, Any], reference: str, path: str) -> str:
    value = done[reference]
    for name, index in re.findall(r"(\w+)|\[(\d+)\]", path):
        value = value[name] if name else value[int(index)]
    return str(value)


def _describe(kind: Sobject) -> dict[str, Any]:
    fields = [
        {
            "name": f.name,
            "label": f.label,
            "type": f.type,
            "nillable": f.nillable,
            "custom": f.custom,
            "defaultedOnCreate": f.defaulted or f.type == "boolean",
            "filterable": f.filterable,
            "createable": not f.calculated,
            "updateable": not f.calculated,
            "calculated": f.calculated,
            "autoNumber": False,
            "permissionable": f.nillable,  # nobody can be kept from a required field
            "length": f.length or (255 if f.type == "string" else 0),
            "restrictedPicklist": bool(f.values),
            "picklistValues": [{"value": v, "label": v, "active": True, "defaultValue": False} for v in f.values],
            "relationshipName": f.relationship or None,
            "referenceTo": [f.target] if f.target else [],
        }
        for f in kind.fields.values()
    ]
    return {
        "name": kind.name,
        "label": kind.name,
        "keyPrefix": kind.prefix,
        "createable": True,
        "updateable": True,
        "queryable": True,
        "custom": False,
        "fields": fields,
        "recordTypeInfos": [
            {
                "name": "Master",
                "developerName": "Master",
                "recordTypeId": "012000000000000AAA",
                "available": True,
                "defaultRecordTypeMapping": True,
                "master": True,
                "active": True,
            }
        ],
    }


def _fault(fault: Fault) -> Response:
    if isinstance(fault.body, (dict, list)):
        return JSONResponse(fault.body, fault.status, fault.headers)
    return Response(str(fault.body or ""), fault.status, {"content-type": "text/html", **fault.headers})
