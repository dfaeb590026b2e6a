"""A bot that runs against a scenario, and what people do to it."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot import config
from bot.service import Service, assemble, now
from playground.scenario import Scenario
from playground.scenarios import scenarios
from playground.serving import serve
from playground.slack.actor import Slack
from playground.slack.app import App
from playground.slack.records import Message
from playground.slack.team import Team
from playground.stage import Cast, Stage, stage
from playground.world import World

MANIFEST = Path(__file__).parent.parent / "manifest.yml"
SETTLED = 15.0  # seconds; far more than anything here takes


@dataclass
class Live:
    """One scenario under way."""

    staged: Stage
    service: Service
    slack: Slack
    address: str
    database: Path
    settings: dict[str, str]
    _running: ExitStack

    @classmethod
    def start(
        cls, stack: ExitStack, folder: Path, scenario: str | Scenario, *, working: bool = True, **environ: str
    ) -> "Live":
        """The servers, the bot and Slack's side of it. `working`: false leaves what is heard to the next one."""
        story = scenarios()[scenario] if isinstance(scenario, str) else scenario
        staged = stack.enter_context(stage(story, App.of(yaml.safe_load(MANIFEST.read_text()))))
        database = folder / "bot.db"
        settings = {**staged.environ, "DATABASE_URL": f"sqlite:///{database}", **environ}
        inner = stack.enter_context(ExitStack())
        service, slack, address = _serve(inner, staged, settings, working=working)
        return cls(staged, service, slack, address, database, settings, inner)

    def again(self, stack: ExitStack) -> None:
        """End the bot, and start it anew on the same file."""
        self._running.close()
        self._running = stack.enter_context(ExitStack())
        self.service, self.slack, self.address = _serve(self._running, self.staged, self.settings, working=True)

    @property
    def team(self) -> Team:
        return self.staged.team

    @property
    def cast(self) -> Cast:
        return self.staged.cast

    @property
    def world(self) -> World:
        return self.staged.world

    def settle(self) -> None:
        """Until everything said was delivered and attended to."""
        self.slack.settle(SETTLED)
        assert self.service.work.wait_idle(SETTLED)
        self.slack.settle(SETTLED)

    def reports(self) -> list[Message]:
        """The report messages, oldest first."""
        self.settle()
        found = [m for m in self.team.messages.values() if (m.metadata or {}).get("event_type") == "sync_triage_report"]
        return sorted(found, key=lambda m: m.ts)

    def report(self) -> Message:
        """The latest report message."""
        return self.reports()[-1]

    def payload(self) -> dict[str, Any]:
        """The metadata of the latest report."""
        metadata = self.report().metadata
        assert metadata and metadata["event_type"] == "sync_triage_report"
        return dict(metadata["event_payload"])

    def texts(self, channel: str | None = None) -> list[str]:
        """What the bot has said, oldest first."""
        self.settle()
        mine = [m for m in self.team.messages.values() if m.bot_id and channel in (None, m.channel)]
        return [m.text for m in sorted(mine, key=lambda m: m.ts)]

    def mention(self, text: str = "") -> str:
        """A text that calls the bot."""
        return f"<@{self.team.app.bot_user}> {text}"


def _serve(stack: ExitStack, staged: Stage, settings: dict[str, str], *, working: bool) -> tuple[Service, Slack, str]:
    service = assemble(config.read(settings), now)
    stack.callback(service.stop)
    if working:
        service.work.start()
    address = stack.enter_context(serve(service.web))
    return service, stack.enter_context(Slack(staged.team, address, retry_waits=(0.0, 0.2, 0.5))), address
