"""What every part needs: a company on loopback, the bot in processes of its own, a load, and figures."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import quantiles

import httpx
import yaml

from benchmarks.desk.load import Plan
from playground.replicas import Replica, replicas
from playground.scenarios import scenarios
from playground.serving import free_port
from playground.slack.app import App
from playground.stage import Stage, stage

ROOT = Path(__file__).parent.parent.parent
_CHANNELS = 60  # Slack takes one message a second in each


@contextmanager
def company(latency: float = 0.0, scenario: str = "healthy") -> Iterator[Stage]:
    """Slack, Salesforce and Unify; the last two take `latency` seconds for an answer."""
    app = App.of(yaml.safe_load((ROOT / "manifest.yml").read_text()))
    with stage(scenarios()[scenario], app) as staged:
        staged.world.org.latency = staged.world.unify_space.latency = latency
        for n in range(_CHANNELS):
            staged.team.add_channel(f"room-{n}", [staged.cast.dana])
        yield staged


@contextmanager
def bots(staged: Stage, database: str, folder: Path, number: int = 1) -> Iterator[list[Replica]]:
    """The real thing."""
    with replicas({**staged.environ, "DATABASE_URL": database, "LOG_LEVEL": "ERROR"}, folder, number) as running:
        yield running


@contextmanager
def server(kind: str, staged: Stage) -> Iterator[str]:
    """One to compare with (servers.py); its address."""
    port = str(free_port())
    team, api = staged.team, staged.environ["SLACK_API_URL"]
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.desk.servers", kind, api, team.app.bot_token, team.app.signing_secret, port],
        cwd=ROOT,
    )
    try:
        for _ in range(300):
            try:
                httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=1, trust_env=False)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def load(
    staged: Stage, address: str, seconds: float, *, rate: float = 0.0, connections: int = 4
) -> list[tuple[float, int]]:
    """Commands at the address, from another process: seconds and status of each."""
    rooms = [c.id for c in staged.team.channels.values() if c.name.startswith("room-")]
    run = f"{time.monotonic_ns():x}"
    plan = Plan(
        address, staged.team.app.signing_secret, seconds, rate, connections, rooms, staged.cast.dana.id, run
    )  # fmt: skip
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.desk.load"], input=json.dumps(asdict(plan)), capture_output=True, text=True,
        check=True, cwd=ROOT,
    )  # fmt: skip
    return [(took, status) for took, status in json.loads(made.stdout)]


def reported(staged: Stage) -> int:
    """How many questions have their verdict."""
    reports = [m for m in staged.team.said_by_bot() if (m.metadata or {}).get("event_type") == "sync_triage_report"]
    return sum(1 for m in reports if m.metadata and m.metadata["event_payload"]["state"] != "checking")


def percentile(values: Sequence[float], hundredth: int) -> float:
    """Of the values, in their unit."""
    return quantiles(values, n=100, method="inclusive")[hundredth - 1] if len(values) > 1 else values[0]


def busy() -> str:
    """How loaded the machine is, in words."""
    one, _, _ = os.getloadavg()
    return f"load average {one:.1f} on {os.cpu_count()} cores"


def ms(seconds: float) -> str:
    """In milliseconds."""
    return f"{seconds * 1000:.1f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"
