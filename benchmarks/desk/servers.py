"""What the durable desk is compared with: `echo`, a bare Bolt app, and `forgetful`, our own stack with nothing kept."""

import sys
from datetime import UTC, datetime

import uvicorn
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.slack import client, listen
from bot.web import web
from handlers.case import Said


class Forgetful:
    """A desk that takes everything and keeps nothing."""

    def hear(self, said: Said) -> None:
        """Nothing."""

    def now(self) -> datetime:
        """The time."""
        return datetime.now(UTC)

    def knows(self, channel: str, thread_ts: str) -> bool:
        """Nothing."""
        return False


def echo(api: WebClient, secret: str) -> App:
    """Acknowledges a command, and that is all."""
    app = App(client=api, signing_secret=secret, process_before_response=True)

    @app.command("/syncstatus")
    def heard(ack: Ack) -> None:
        ack()

    return app


def main(kind: str, api_url: str, token: str, secret: str, port: str) -> None:
    """Until it is killed."""
    api = client(token, api_url)
    app = echo(api, secret) if kind == "echo" else listen(Forgetful(), api, secret, socket_mode=False)
    served = web(app, dict, lambda: None)
    uvicorn.run(served, host="127.0.0.1", port=int(port), log_config=None, access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
