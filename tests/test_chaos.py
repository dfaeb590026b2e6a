"""Whatever dies, what was acknowledged is answered, and once. (`make chaos` does the same a hundred times and more.)"""

import random
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from playground.postgres import Server
from playground.replicas import Replica
from tests.chaos import Crowd, kill_at_random

SEED = 7


@pytest.mark.parametrize(("kind", "number", "kills"), [("sqlite", 1, 3), ("postgresql", 2, 3)])
def test_killed_at_random_under_load(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str, number: int, kills: int
) -> None:
    """Nothing acknowledged is lost, and no answer is given twice."""
    database = f"sqlite:///{tmp_path}/bot.db" if kind == "sqlite" else request.getfixturevalue("postgres_database")
    chance = random.Random(SEED)
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, database, number, latency=0.3)
        stop = threading.Event()
        asking = crowd.keep_asking(stop, every=0.25)
        for _ in kill_at_random(crowd.bots, kills, chance, (0.3, 1.2)):
            # A gateway loses the answer to a post that was done: the worst moment to die in.
            crowd.staged.team.fail("chat.postMessage", status=502, delay=0.5, done_anyway=True)
        stop.set()
        asking.join()
        crowd.settle()
        count = crowd.count(kills)
    assert count.acknowledged > 10
    assert not count.unanswered, count
    assert not count.doubled, count


def test_what_a_killed_replica_left_the_other_takes_up(tmp_path: Path, postgres_database: str) -> None:
    """It never comes back, and had work under way."""
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, postgres_database, 2, latency=2.0)
        for number in range(8):
            crowd.ask(number)
        time.sleep(1)
        assert crowd.count().unanswered
        crowd.bots[0].kill()
        crowd.settle()
        count = crowd.count()
        assert " is gone: taking up what it left" in crowd.bots[1].log.read_text()
    assert count.acknowledged == 8
    assert not count.unanswered, count
    assert not count.doubled, count


def test_a_rolling_restart_and_the_databases_own_lose_nothing(tmp_path: Path, postgres: Server) -> None:
    """Each replica is told to stop, in turn, then PostgreSQL itself is killed, all under load."""
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, postgres.create("rolling"), 2)
        stop = threading.Event()
        asking = crowd.keep_asking(stop, every=0.3)
        for bot in crowd.bots:
            code, took = bot.stop()
            assert (code, took < 20) == (0, True)
            bot.start()
        postgres.stop(kill=True)
        time.sleep(2)
        assert [httpx.get(f"{bot.address}/readyz").status_code for bot in crowd.bots] == [503, 503]
        postgres.start()
        time.sleep(2)
        stop.set()
        asking.join()
        crowd.settle()
        count = crowd.count()
        assert all(bot.running for bot in crowd.bots)
        assert [httpx.get(f"{bot.address}/readyz").status_code for bot in crowd.bots] == [200, 200]
    assert count.acknowledged > 10
    assert not count.unanswered, count
    assert not count.doubled, count


def test_told_to_stop_it_parks_what_a_silent_service_holds_up(tmp_path: Path) -> None:
    """It ends in time and in order; the next start answers."""
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, f"sqlite:///{tmp_path}/bot.db")
        crowd.staged.world.org.latency = 60
        crowd.ask(0)
        time.sleep(1)
        code, took = crowd.bots[0].stop()
        assert (code, took < 20) == (0, True)
        assert crowd.count().unanswered
        _answers_the_one_question_when_back(crowd)


def test_told_to_stop_while_the_database_is_away_it_ends_in_time(tmp_path: Path, postgres: Server) -> None:
    """With work under way that can neither end nor be noted."""
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, postgres.create("leaving"))
        crowd.staged.world.org.latency = 60
        crowd.ask(0)
        time.sleep(1)
        postgres.stop(kill=True)
        code, took = crowd.bots[0].stop()
        postgres.start()
        assert (code, took < 20) == (0, True)
        _answers_the_one_question_when_back(crowd)


def _answers_the_one_question_when_back(crowd: Crowd) -> None:
    crowd.staged.world.org.latency = 0
    crowd.bots[0].start()
    crowd.settle()
    count = crowd.count()
    assert count.acknowledged == 1
    assert not count.unanswered
    assert not count.doubled


def test_a_sqlite_file_serves_one_process(tmp_path: Path) -> None:
    """The second is told so in one sentence."""
    with ExitStack() as stack:
        crowd = Crowd.gather(stack, tmp_path, f"sqlite:///{tmp_path}/bot.db")
        second = Replica(crowd.bots[0].environ, tmp_path / "second.log", crowd.bots[0].port + 1)
        with pytest.raises(RuntimeError, match="a SQLite file serves one"):
            second.start()
