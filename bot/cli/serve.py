"""`serve`: the real bot, over HTTP or in Socket Mode, until it is told to stop."""

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import uvicorn
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot import logs
from bot.cli import Failed
from bot.config import Settings
from bot.service import Service, assemble
from bot.tracing import tracing

_PATIENCE = 14.0  # seconds for what runs; with the rest of the goodbye it stays below 20
_LIMIT = 19.0  # seconds for the whole goodbye, should a database that is away, or Slack, hold it up


def serve(settings: Settings, host: str) -> int:
    """Run until SIGTERM or SIGINT, then finish what is under way."""
    logs.set_up(settings.log_level, settings.log_format, settings.secrets)
    sys.setswitchinterval(0.001)  # an acknowledgement waits a fifth of the usual time for threads that compute
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    service = assemble(settings)
    done = False
    with ExitStack() as stack:
        stack.enter_context(tracing(settings.collector))
        service.work.start()
        stack.enter_context(_listening(service, host, settings.port))
        if settings.slack_app_token:
            stack.enter_context(_connected(service, settings))
            print("Connected to Slack in Socket Mode.", file=sys.stderr, flush=True)
        gc.freeze()  # what is loaded now stays: looking it through again and again held everything up for 0.3 s
        print(f"Listening on {host}:{settings.port}.", file=sys.stderr, flush=True)
        while not stop.wait(0.5):
            pass  # a signal that came to another thread is seen only by a main thread that wakes up
        print("Stopping.", file=sys.stderr, flush=True)
        limit = threading.Timer(_LIMIT, os._exit, (0,))  # noted work is taken up by the next start, however this ends
        limit.daemon = True
        limit.start()
        done = service.stop(_PATIENCE)
    if not done:
        os._exit(0)  # what still waits for an answer is parked; Python would wait for its thread
    return 0


@contextmanager
def _listening(service: Service, host: str, port: int) -> Iterator[None]:
    # In a thread of its own uvicorn leaves signals alone, and what runs can be finished before the process ends.
    server = uvicorn.Server(uvicorn.Config(service.web, host=host, port=port, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, name="http", daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise Failed(f"Port {port} on {host} cannot be listened on; is it in use?")
        time.sleep(0.05)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(5)


@contextmanager
def _connected(service: Service, settings: Settings) -> Iterator[None]:
    web = WebClient(token=settings.slack_app_token, base_url=settings.slack_api_url)
    handler = SocketModeHandler(service.app, settings.slack_app_token, web_client=web)
    handler.connect()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
    try:
        yield
    finally:
        handler.close()  # type: ignore[no-untyped-call]  # likewise
