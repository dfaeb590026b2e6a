"""Acknowledgements: what durability costs, and whether work keeps them waiting."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.desk.scene import bots, company, load, ms, percentile, reported, server
from playground.postgres import postgres

_SECONDS = 6.0


def cost() -> str:
    """Durable against the same stack that forgets, against a bare Bolt echo: closed loop, four connections."""
    rows: list[tuple[str, float, float, float]] = []
    with TemporaryDirectory() as place, postgres() as pg:
        for name in ("bare Bolt echo", "our stack, nothing kept", "durable, SQLite", "durable, PostgreSQL"):
            with company() as staged:
                if name.startswith("durable"):
                    url = f"sqlite:///{place}/acks.db" if name.endswith("SQLite") else pg.create("acks")
                    # It hears and works; what it works on waits for services that never answer, so only acks are measured.
                    staged.world.org.latency = staged.world.unify_space.latency = 1_000
                    with bots(staged, url, Path(place)) as (bot,):
                        rows.append(_figures(name, load(staged, bot.address, _SECONDS)))
                else:
                    with server("echo" if "echo" in name else "forgetful", staged) as address:
                        rows.append(_figures(name, load(staged, address, _SECONDS)))
    echo = rows[0][1]
    lines = [f"| {n} | {rate:.0f} | {rate / echo:.2f} | {ms(p50)} | {ms(p99)} |" for n, rate, p50, p99 in rows]
    return "\n".join(["| | acks/s | of the echo's | p50 ms | p99 ms |", "|---|---|---|---|---|", *lines])


def under_work() -> str:
    """20 questions a second for 20 seconds against services that take a second for each answer; and, at the same time
    and the same rate, a bare Bolt echo that does nothing else: what of the delay is the machine's. (All ask about one
    organisation, which gets twenty calls at a time: that bounds what is answered by then.)"""
    lines = ["| | sent | p50 ms | p99 ms | slowest ms | > 3 s | answered by then |", "|---|---|---|---|---|---|---|"]
    with TemporaryDirectory() as place, postgres() as pg:
        for name, url in (("SQLite", f"sqlite:///{place}/work.db"), ("PostgreSQL", pg.create("work"))):
            with (
                company(latency=1.0) as staged,
                bots(staged, url, Path(place)) as (bot,),
                server("echo", staged) as echo,
                ThreadPoolExecutor(2) as pool,
            ):
                load(staged, bot.address, 2, rate=2, connections=2)
                asked = partial(load, staged, seconds=20, rate=20, connections=32)
                both = {
                    f"durable, {name}": pool.submit(asked, bot.address),
                    "the echo beside it": pool.submit(asked, echo),
                }
                for who, results in both.items():
                    took = [seconds for seconds, status in results.result() if status == 200]
                    answered = reported(staged) if who.startswith("durable") else ""
                    lines.append(
                        f"| {who} | {len(took)} | {ms(percentile(took, 50))} | {ms(percentile(took, 99))} "
                        f"| {ms(max(took))} | {sum(t > 3 for t in took)} | {answered} |"
                    )
    return "\n".join(lines)


def _figures(name: str, results: list[tuple[float, int]]) -> tuple[str, float, float, float]:
    took = [seconds for seconds, status in results if status == 200]
    assert len(took) > 0.99 * len(results), f"{name}: {len(results) - len(took)} refused"
    return name, len(took) / _SECONDS, percentile(took, 50), percentile(took, 99)
