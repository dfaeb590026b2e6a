"""Signing in to Salesforce and making calls: time-outs, retries, one re-login, usage. Reads only.

simple-salesforce 1.12 signs in and knows the protocol's corners; what it leaves open is closed here: it has no default
time-out and no retries, drops the scheme of a test server's address, and on a lasting 401 signs in again and again. So
the sign-in is its own, each thread has its own client of it, and re-login happens here, once.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from simple_salesforce.api import Salesforce as Connection
from simple_salesforce.exceptions import SalesforceAuthenticationFailed, SalesforceError, SalesforceExpiredSession
from simple_salesforce.login import SalesforceLogin
from urllib3.util import Retry

from bot.salesforce.allowance import Allowance

_TIMEOUT = (3.05, 15.0)  # seconds to connect, to answer: health checks are short queries
_RETRY = Retry(
    total=2,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=None,  # POST included: a composite of reads may be repeated
    raise_on_status=False,
    retry_after_max=5,
)
_BUSY = (429, 503)
READS = frozenset({"composite", "tooling/composite"})  # the only paths that are posted to


class SalesforceDown(Exception):
    """Salesforce could not be reached, or did not let us in; says why in words fit for a channel.

    `refused` where it answered and the set-up is to blame; `limit` where the API is not to be asked more, for now.
    """

    def __init__(self, says: str, *, refused: bool = False, limit: bool = False) -> None:
        super().__init__(says)
        self.says = says
        self.refused = refused
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Login:
    """How to sign in: client credentials (with `client_secret`) or JWT bearer (with `username` and `private_key`, PEM).

    `domain` is the My Domain host; `base_url` overrides scheme and host of every call, the token endpoint included.
    """

    domain: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    username: str = ""
    private_key: str = field(default="", repr=False)
    api_version: str = "67.0"
    base_url: str = ""

    @property
    def site(self) -> str:
        """The address people open in a browser."""
        return f"https://{self.domain}"


class _Adapter(HTTPAdapter):
    """Default time-out, bounded retries, and, for tests, another server in Salesforce's place."""

    def __init__(self, base_url: str, pause: float) -> None:
        self._base = urlsplit(base_url) if base_url else None
        super().__init__(max_retries=_RETRY.new(backoff_factor=pause, backoff_jitter=pause))

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        if self._base:
            url = urlsplit(request.url or "")
            request.url = urlunsplit((self._base.scheme, self._base.netloc, url.path, url.query, ""))
        kwargs["timeout"] = kwargs.get("timeout") or _TIMEOUT
        return super().send(request, *args, **kwargs)


class Client:
    """Calls to one organisation. Safe to use from several threads."""

    def __init__(self, login: Login, pause: float) -> None:
        self._login = login
        self._pause = pause
        self._lock = threading.Lock()
        self._local = threading.local()
        self._sessions: list[requests.Session] = []
        self._token: tuple[str, str] | None = None  # session id and instance, as the library returns them
        self.allowance = Allowance(login.domain)

    @property
    def version(self) -> str:
        """The API version in use, such as "67.0"."""
        return self._login.api_version

    def close(self) -> None:
        """Close all connections."""
        for session in self._sessions:
            session.close()

    def get(self, path: str) -> Any:
        """GET below /services/data/vNN.N/."""
        return self._call(lambda connection: connection.restful(path))

    def post(self, path: str, body: Any) -> Any:
        """POST a composite of reads; any other path is refused."""
        if path not in READS or any(r["method"] != "GET" for r in body["compositeRequest"]):
            raise ValueError("this client only reads")
        return self._call(lambda connection: connection.restful(path, method="POST", json=body))

    def _call(self, request: Callable[[Connection], Any]) -> Any:
        try:
            return self._once(request)
        except SalesforceExpiredSession:
            with self._lock:
                self._token = None
        try:
            return self._once(request)
        except SalesforceExpiredSession as error:
            raise SalesforceDown("Salesforce ended the bot's own session twice in a row", refused=True) from error

    def _once(self, request: Callable[[Connection], Any]) -> Any:
        if why := self.allowance.refusal():
            raise SalesforceDown(why, limit=True)
        connection = self._connection()
        try:
            answer = request(connection)
        except SalesforceExpiredSession:
            raise
        except SalesforceError as error:
            down = _down(error)
            busy = error.status in _BUSY
            self.allowance.refused(down.says, limit=down.limit, busy=busy)
            raise down from error
        except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            # The library reads error bodies unguarded: a body that is not what it expects breaks inside it.
            self.allowance.refused(type(error).__name__)
            raise SalesforceDown(f"Salesforce did not answer sensibly ({type(error).__name__})") from error
        used = connection.api_usage.get("api-usage")
        self.allowance.answered((int(used.used), int(used.total)) if used else None)
        return answer

    def _connection(self) -> Connection:
        with self._lock:
            if self._token is None:
                self._token = self._sign_in()
            token = self._token
        if getattr(self._local, "token", None) != token:
            session_id, instance = token
            self._local.connection = Connection(
                session_id=session_id,
                instance=instance,
                session=self._session(),
                version=self._login.api_version,
                object_pairs_hook=dict,  # the default keeps order the old way, object_pairs_hook=dict
            )
            self._local.token = token
        connection: Connection = self._local.connection
        return connection

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.mount("https://", _Adapter(self._login.base_url, self._pause))
        self._sessions.append(session)
        return session

    def _sign_in(self) -> tuple[str, str]:
        login = self._login
        how: dict[str, Any]
        if login.client_secret:
            how = {"consumer_secret": login.client_secret, "domain": login.domain.removesuffix(".salesforce.com")}
        else:
            sandbox = ".sandbox." in login.domain
            how = {
                "username": login.username,
                "privatekey": login.private_key,
                "domain": "test" if sandbox else "login",
            }
        try:
            session_id, instance = SalesforceLogin(session=self._session(), consumer_key=login.client_id, **how)
        except SalesforceAuthenticationFailed as error:
            why = f"{error.code}: {error.auth_message}" if hasattr(error, "auth_message") else str(error.code)
            raise SalesforceDown(f"Salesforce does not let the bot itself sign in ({why})", refused=True) from error
        except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            raise SalesforceDown(f"Salesforce's sign-in did not answer ({type(error).__name__})") from error
        return str(session_id), str(instance)


def _down(error: SalesforceError) -> SalesforceDown:
    body: Any = error.content if isinstance(error.content, list) and error.content else [{}]
    first = body[0] if isinstance(body[0], dict) else {}
    code = str(first.get("errorCode", ""))
    if code == "REQUEST_LIMIT_EXCEEDED":
        return SalesforceDown("Salesforce refuses API calls: the allowance is used up", limit=True)
    if code:
        return SalesforceDown(f"Salesforce refused the bot's call ({code})", refused=True)
    return SalesforceDown(f"Salesforce did not answer (HTTP {error.status})")
