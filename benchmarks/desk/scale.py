"""How far it goes: replicas, a store that is full, memory, start-up."""

import json
import re
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx

from benchmarks.desk.scene import bots, company, load, ms, reported
from bot.store import Cases, Database, Threads, connect
from bot.store.cases import _write
from handlers.case import Audience, Case, State
from playground.postgres import postgres
from playground.replicas import Replica, balanced

NOW = datetime(2026, 11, 1, tzinfo=UTC)
_SLOW = 4.0  # seconds of a service's answer: replicas wait for them, not for this machine's few cores
_WARM, _WINDOW = 20.0, 40.0  # seconds


def with_replicas() -> str:
    """More is asked than they can do; what they answer in a window, on one PostgreSQL."""
    rates: dict[int, float] = {}
    with TemporaryDirectory() as place, postgres() as pg:
        for number in (1, 2, 4):
            with (
                company(latency=_SLOW) as staged,
                bots(staged, pg.create(f"n{number}"), Path(place), number) as running,
            ):
                with balanced(running) as address:
                    # Three hundred for each: more than they can do before the end.
                    load(staged, address, 10 * number, rate=30, connections=16)
                time.sleep(_WARM)
                before, began = reported(staged), time.monotonic()
                time.sleep(_WINDOW)
                rates[number] = (reported(staged) - before) / (time.monotonic() - began)
    lines = ["| replicas | answered/s | of one's | goal 0.8 N |", "|---|---|---|---|"]
    for number, rate in rates.items():
        share = rate / rates[1]
        lines.append(f"| {number} | {rate:.2f} | {share:.2f} | {'met' if share >= 0.8 * number else 'missed'} |")
    return "\n".join(lines)


def full_store(cases: int = 1_000_000, orgs: int = 10_000) -> str:
    """Opening, answering and looking for what is due, in a small store and in a full one: in turns, the middle of a hundred."""
    lines = ["| | | open ms | open a case ms | find and answer ms | what is due ms |", "|---|---|---|---|---|---|"]
    with TemporaryDirectory() as place, postgres() as pg:
        for kind in ("SQLite", "PostgreSQL"):
            stores = [
                (number, f"sqlite:///{place}/{number}.db" if kind == "SQLite" else pg.create(f"full{number}"))
                for number in (1_000, cases)
            ]
            for number, url in stores:
                with closing(connect(url)) as database:
                    _fill(database, number, min(orgs, number))
            took = [[_use(url, number, turn) for number, url in stores] for turn in range(100)]
            for at, (number, _) in enumerate(stores):
                figures = [ms(median(turn[at][what] for turn in took)) for what in range(4)]
                lines.append(f"| {kind} | {number:,} cases | {' | '.join(figures)} |")
    return "\n".join(lines)


def footprint() -> str:
    """One process on SQLite: from the command to ready, and its memory before and after three hundred questions."""
    with TemporaryDirectory() as place, company() as staged:
        began = time.monotonic()
        with bots(staged, f"sqlite:///{place}/f.db", Path(place)) as (bot,):
            while not httpx.get(f"{bot.address}/readyz", trust_env=False).is_success:
                time.sleep(0.02)
            started = time.monotonic() - began
            idle = _memory(bot)
            load(staged, bot.address, 30, rate=10, connections=8)
            for _ in range(600):
                if reported(staged) >= 300:
                    break
                time.sleep(0.2)
            return (
                f"| start to ready s | memory idle MB | after {reported(staged)} questions MB |\n|---|---|---|\n"
                f"| {started:.1f} | {idle:.0f} | {_memory(bot):.0f} |"
            )


def _memory(bot: Replica) -> float:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{bot.pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def _fill(database: Database, number: int, orgs: int) -> None:
    """So many cases of so many organisations, one in a thousand of them waiting to be looked at again."""
    case = Case("", "", "C1", "1.0", "U1", Audience.REP, NOW, state=State.DIAGNOSED, version=1)
    body = json.dumps(_write(case))
    series = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        if database.dialect == "sqlite"
        else "WITH n AS (SELECT generate_series(1, CAST(? AS integer)) AS i)"
    )
    waiting = (NOW + timedelta(days=1)).isoformat()
    with database.transaction() as connection:
        connection.run(
            f"{series} INSERT INTO cases (id, team, channel, thread_ts, asker, state, opened_at, recheck_at, version, body)"
            f" SELECT 'c' || i, 'T' || (i % {orgs}), 'C' || (i % {orgs}), '1.' || i, 'U' || (i % {orgs}), 'diagnosed',"
            f" '{NOW.isoformat()}', CASE WHEN i % 1000 = 0 THEN '{waiting}' ELSE '' END, 1, ? FROM n",
            number, body,
        )  # fmt: skip


def _use(url: str, number: int, turn: int) -> tuple[float, float, float, float]:
    """Seconds to open it, and for one new case, one answer in an old one, one look at what is due."""
    org, at = turn % min(number, 10_000), number * (turn + 1) // 101
    times = [time.perf_counter()]
    with closing(connect(url)) as database:
        times.append(time.perf_counter())
        cases, threads = Cases(database), Threads(database)
        cases.save(Case(f"new{turn}", f"T{org}", f"C{org}", "new", f"U{org}", Audience.REP, NOW))
        times.append(time.perf_counter())
        assert threads.knows(f"C{at % min(number, 10_000)}", f"1.{at}")
        case = cases.by_id(f"c{at}")
        assert case
        cases.latest_of(f"U{org}", f"C{org}")
        cases.save(replace(case, id=f"c{at}", state=State.WAITING))
        times.append(time.perf_counter())
        cases.due(NOW)
        times.append(time.perf_counter())
    opened, new, answered, due = (after - before for before, after in pairwise(times))
    return opened, new, answered, due
