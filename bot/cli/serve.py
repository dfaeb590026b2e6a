"""`serve`: the real bot, over HTTP or in Socket Mode, until it is told to stop."""

import json
import logging
import signal
import sys
import threading
from datetime import UTC, datetime

import uvicorn
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.config import Settings
from bot.service import Service, assemble

_log = logging.getLogger(__name__)


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "from": record.name,
            "says": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line)


def set_up_logs(level: str, style: str) -> None:
    """Logs go to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(_Json() if style == "json" else plain)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # one line a request, with addresses in it


def serve(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT, then finish what is under way."""
    set_up_logs(settings.log_level, settings.log_format)
    service = assemble(settings)
    service.work.start()
    try:
        if settings.slack_app_token:
            _socket_mode(settings, service)
        else:
            print(f"Listening on port {settings.port}: POST /slack/events", file=sys.stderr, flush=True)
            uvicorn.run(service.web, host="0.0.0.0", port=settings.port, log_config=None, access_log=False)  # noqa: S104 - behind a proxy
    finally:
        service.stop()
    return 0


def _socket_mode(settings: Settings, service: Service) -> None:
    web = WebClient(token=settings.slack_app_token, base_url=settings.slack_api_url)
    handler = SocketModeHandler(service.app, settings.slack_app_token, web_client=web)
    handler.connect()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
    operators = uvicorn.Server(uvicorn.Config(service.web, host="0.0.0.0", port=settings.port, log_config=None))  # noqa: S104
    operators.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    thread = threading.Thread(target=operators.run, daemon=True)
    thread.start()
    print("Connected in Socket Mode.", file=sys.stderr, flush=True)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    stop.wait()
    handler.close()  # type: ignore[no-untyped-call]  # likewise
    operators.should_exit = True
    thread.join(5)
