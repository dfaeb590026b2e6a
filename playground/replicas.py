"""The bot as processes of its own behind one address: started, told to stop, killed, and started again."""

import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.serving import free_port, serve

_START = 120.0  # seconds to wait for one to answer, on a machine that has much else to do
_OWN = {"SLACK_", "SALESFORCE_", "UNIFY_", "SYNC_TRIAGE_", "DATABASE_URL", "LOG_", "PORT", "OTEL_"}


@dataclass
class Replica:
    """One process. `environ` are the bot's settings; what it says goes into `log`."""

    environ: Mapping[str, str]
    log: Path
    port: int
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it answers."""
        foreign = {k: v for k, v in os.environ.items() if not k.startswith(tuple(_OWN))}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "serve"], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**foreign, **self.environ, "PORT": str(self.port)},
            )  # fmt: skip
        if wait:
            self.wait()

    def wait(self) -> None:
        """Until it answers. Raises RuntimeError with its last words if it ended, or took too long."""
        end = time.monotonic() + _START
        while time.monotonic() < end and self.running:
            try:
                if httpx.get(f"{self.address}/healthz", timeout=1, trust_env=False).is_success:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise RuntimeError(f"the bot did not start:\n{self.log.read_text()[-3000:]}")

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self, timeout: float = 25.0) -> tuple[int, float]:
        """SIGTERM; its exit code, and how long it took in seconds."""
        assert self._process is not None
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout), time.monotonic() - began


@contextmanager
def replicas(environ: Mapping[str, str], folder: Path, number: int = 1) -> Iterator[list[Replica]]:
    """So many of them, running; what still runs at the end is killed."""
    made = [Replica(environ, folder / f"replica-{n}.log", free_port()) for n in range(number)]
    try:
        for replica in made:
            replica.start(wait=False)
        for replica in made:
            replica.wait()
        yield made
    finally:
        for replica in made:
            if replica.running:
                replica.kill()


@contextmanager
def balanced(replicas: list[Replica]) -> Iterator[str]:
    """One address in front of them, in turns. Who does not answer is passed over; what breaks underway is a 502."""
    turns = itertools.cycle(replicas)
    client = httpx.AsyncClient(trust_env=False, timeout=35, limits=httpx.Limits(max_keepalive_connections=0))

    async def forward(request: Request) -> Response:
        body = await request.body()
        headers = {k: v for k, v in request.headers.items() if k not in ("host", "content-length", "connection")}
        for replica in itertools.islice(turns, len(replicas)):
            try:
                answer = await client.post(f"{replica.address}{request.url.path}", content=body, headers=headers)
            except httpx.ConnectError:
                continue
            except httpx.HTTPError:
                break
            return Response(answer.content, answer.status_code, media_type=answer.headers.get("content-type"))
        return Response("bad gateway", 502)

    with serve(Starlette(routes=[Route("/{path:path}", forward, methods=["POST"])])) as address:
        yield address
