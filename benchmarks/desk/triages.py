"""One triage: how long it takes against how slow the services are, and what it asks of Salesforce."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from benchmarks.desk.scene import company
from bot import config, service
from bot.triage import Triage
from diagnostics.question import Question
from handlers.understanding import understand
from playground.stage import Stage

LATENCIES = (0.0, 0.1, 0.25, 0.5, 1.0)
_SPARE = 0.1  # seconds that are ours


@contextmanager
def _triage(staged: Stage) -> Iterator[Triage]:
    with closing(service.triage(config.read({**staged.environ, "DATABASE_URL": "sqlite:///unused.db"}))) as triage:
        yield triage


def _question(person: str) -> Question:
    return understand(f"my email to {person} isn't in Salesforce", asked_at=datetime.now(UTC), tz="UTC", asker="")


def wall_time() -> str:
    """Everything asked afresh, signed in before. The number of dependent round trips is the slope of the line."""
    walls: dict[float, float] = {}
    with company(scenario="sent-from-gmail") as staged, _triage(staged) as triage:
        triage.diagnose(_question("jane@acme.com"))
        for latency in LATENCIES:
            staged.world.org.latency = staged.world.unify_space.latency = latency
            walls[latency] = min(_timed(triage) for _ in range(3))
    trips = round(walls[1.0] - walls[0.0])
    lines = ["| service's latency ms | triage ms | of it ours ms | goal ms | met |", "|---|---|---|---|---|"]
    for latency, wall in walls.items():
        goal = trips * latency + _SPARE
        lines.append(
            f"| {latency * 1000:.0f} | {wall * 1000:.0f} | {(wall - trips * latency) * 1000:.0f} | {goal * 1000:.0f} "
            f"| {'yes' if wall <= goal else 'no'} |"
        )
    return f"{trips} dependent round trips.\n\n" + "\n".join(lines)


def calls() -> str:
    """Nothing known; the same question again; another person; the state of the integration."""
    lines = ["| | Salesforce calls | Unify calls |", "|---|---|---|"]
    with company(scenario="sent-from-gmail") as staged, _triage(staged) as triage:
        for name, question, fresh in (
            ("a person, cold", _question("jane@acme.com"), False),
            ("another person, warm", _question("john@acme.com"), False),
            ("the same person again, warm", _question("john@acme.com"), False),
            ("*check again*, everything afresh", _question("john@acme.com"), True),
            ("state of the integration, warm", Question("", datetime.now(UTC), datetime.now(UTC)), False),
            ("state of the integration, cold", Question("", datetime.now(UTC), datetime.now(UTC)), True),
        ):
            _, cost = triage.diagnose(question, fresh=fresh)
            lines.append(f"| {name} | {cost.salesforce} | {cost.unify} |")
    return "\n".join(lines)


def _timed(triage: Triage) -> float:
    began = time.perf_counter()
    triage.diagnose(_question("jane@acme.com"), fresh=True)
    return time.perf_counter() - began
