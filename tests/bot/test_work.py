"""The desk on its engine: once, in order, fairly, patiently, and told where it fails for good."""

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from bot.store import Cases, Threads, Unusable, connect
from bot.work import LANES, Work
from bot.work.desk import Step
from handlers.case import Kind, Said
from playground.postgres import Server

NOW = datetime.now(UTC)
SAID = Said("T:C:1", Kind.MESSAGE, "T", "C", "U", NOW, text="hello", ts="1")


class Away(Exception):
    """The world is away."""


class Hand:
    """Attends by noting what it was given; `do` may do more."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, float]] = []
        self.sorry: list[str] = []
        self.most = 0
        self._now = Counter[str]()
        self._lock = threading.Lock()
        self.do: Callable[[Said], None] = lambda said: None
        self.away = 0  # how often the reference cannot be looked up

    def attend(self, said: Said, step: Step) -> None:
        """In one step."""
        with self._lock:
            self.begun.append((said.id, time.monotonic()))
            self._now[said.team] += 1
            self.most = max(self.most, *self._now.values())
        try:
            step("do", lambda: self.do(said))
        finally:
            with self._lock:
                self._now[said.team] -= 1

    def reference(self, said: Said) -> str:
        """Its own id."""
        if self.away:
            self.away -= 1
            raise Away
        return said.id

    def apologise(self, said: Said, reference: str) -> None:
        """Note it."""
        self.sorry.append(reference)

    @property
    def ids(self) -> list[str]:
        """What was begun, in order."""
        return [id for id, _ in self.begun]


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture(params=["sqlite", "postgresql"])
def work(request: pytest.FixtureRequest, tmp_path: Path, hand: Hand) -> Iterator[Work]:
    """A desk that does not yet work."""
    url = f"sqlite:///{tmp_path}/t.db" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    with ExitStack() as stack:
        yield begin(stack, url, hand)


def begin(stack: ExitStack, url: str, hand: Hand) -> Work:
    """One at that address."""
    database = stack.enter_context(closing(connect(url)))
    work = Work(
        url, Threads(database), Cases(database), hand, lambda e: isinstance(e, Away), lambda: datetime.now(UTC)
    )  # fmt: skip
    stack.callback(work.stop, 2)
    return work


def test_what_is_heard_twice_is_done_once(work: Work, hand: Hand) -> None:
    for _ in range(3):
        work.hear(SAID)
    assert work.depth() == 1
    work.start()
    assert work.wait_idle(10)
    work.hear(SAID)
    assert work.wait_idle(10)
    assert hand.ids == [SAID.id]
    assert (work.depth(), work.age()) == (0, 0.0)


def test_in_a_thread_one_after_the_other_as_it_was_said(work: Work, hand: Hand) -> None:
    """Whatever the order in which Slack brings it."""
    said = [replace(SAID, id=f"T:C:{n}", ts=str(n), thread_ts="1", at=NOW + timedelta(seconds=n)) for n in range(8)]
    hand.do = lambda said: time.sleep(0.02)
    for one in reversed(said):
        work.hear(one)
    work.start()
    assert work.wait_idle(20)
    assert hand.ids == [one.id for one in said]
    assert hand.most == 1


def test_each_organisation_has_its_lanes_and_its_turn(work: Work, hand: Hand) -> None:
    """One that asks two hundred times has so many under way at once, and another does not wait for it."""
    hand.do = lambda said: time.sleep(0.15)
    for n in range(100):
        work.hear(replace(SAID, id=f"busy:{n}", team="busy", ts=str(n)))
    work.hear(replace(SAID, id="small", team="small", at=NOW + timedelta(seconds=1)))
    work.start()
    assert work.wait_idle(60)
    assert len(hand.begun) == 101
    assert hand.most <= LANES
    assert hand.ids.index("small") <= 2 * LANES


def test_what_was_claimed_and_never_begun_is_begun(postgres_database: str, hand: Hand) -> None:
    """As PostgreSQL leaves it that dies between the commit of a claim and its reply."""
    with ExitStack() as stack:
        work = begin(stack, postgres_database, hand)
        work.start()
        work.hear(SAID)
        assert work.wait_idle(10)
        with psycopg.connect(postgres_database) as connection:
            connection.execute("DELETE FROM dbos.operation_outputs WHERE workflow_uuid = %s", [SAID.id])
            connection.execute(
                "UPDATE dbos.workflow_status SET status = 'PENDING', output = NULL WHERE workflow_uuid = %s", [SAID.id]
            )
        assert work.wait_idle(20)
        assert hand.ids == [SAID.id, SAID.id]


def test_the_store_goes_away_before_the_first_step(work: Work, hand: Hand) -> None:
    """The very first look into it is tried again like any other."""
    hand.away = 2
    work.hear(SAID)
    work.start()
    assert work.wait_idle(20)
    assert (hand.ids, hand.sorry) == ([SAID.id], [])


def test_while_the_world_is_away_it_tries_again_and_says_nothing(work: Work, hand: Hand) -> None:
    tries = Counter[str]()

    def away(said: Said) -> None:
        tries[said.id] += 1
        if tries[said.id] < 3:
            raise Away

    hand.do = away
    work.hear(SAID)
    work.start()
    assert work.wait_idle(20)
    assert tries[SAID.id] == 3
    assert not hand.sorry


def test_what_fails_for_good_is_said_once(work: Work, hand: Hand) -> None:
    tries = Counter[str]()

    def broken(said: Said) -> None:
        tries[said.id] += 1
        raise ValueError("secret")

    hand.do = broken
    work.hear(SAID)
    work.start()
    assert work.wait_idle(20)
    assert tries[SAID.id] == 3
    assert hand.sorry == [SAID.id]


def test_what_is_under_way_when_it_stops_is_taken_up_by_the_next(tmp_path: Path, hand: Hand) -> None:
    """Parked in the middle of waiting for the world: neither lost nor failed."""
    url = f"sqlite:///{tmp_path}/t.db"

    def away(said: Said) -> None:
        raise Away

    hand.do = away
    with ExitStack() as stack:
        work = begin(stack, url, hand)
        work.start()
        work.hear(SAID)
        while not hand.begun:
            time.sleep(0.02)
        time.sleep(0.2)
    hand.do = lambda said: None
    with ExitStack() as stack:
        work = begin(stack, url, hand)
        work.start()
        assert work.wait_idle(10)
    assert hand.ids == [SAID.id, SAID.id]
    assert not hand.sorry


def test_a_thread_is_known_from_the_moment_we_are_called(work: Work) -> None:
    """A reply that comes before we began is not lost."""
    work.hear(replace(SAID, kind=Kind.MENTION, thread_ts="7"))
    assert work.knows("C", "7")
    assert not work.knows("C", "8")
    assert not work.knows("C", "")


def test_what_was_done_long_ago_is_forgotten(work: Work, hand: Hand) -> None:
    """Its id too: Slack comes again for minutes, not for days."""
    work.hear(SAID)
    work.start()
    assert work.wait_idle(10)
    work.tidy_up()
    work.hear(SAID)
    assert work.wait_idle(10)
    assert len(hand.begun) == 1
    work._clock = lambda: datetime.now(UTC) + timedelta(days=2)
    work.tidy_up()
    work.hear(SAID)
    assert work.wait_idle(10)
    assert len(hand.begun) == 2


def test_what_ends_the_process_every_time_is_given_up_and_said(tmp_path: Path, hand: Hand) -> None:
    """The engine parks it for good after a thousand crashes; here it is told so. The person hears of it once."""
    with ExitStack() as stack:
        work = begin(stack, f"sqlite:///{tmp_path}/t.db", hand)
        work.hear(SAID)
        with closing(sqlite3.connect(tmp_path / "t-work.db")) as engine, engine:
            parked = "UPDATE workflow_status SET status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED' WHERE workflow_uuid = ?"
            assert engine.execute(parked, [SAID.id]).rowcount == 1
        work.start()
        for _ in range(2):
            work.tidy_up()
        assert hand.sorry == [SAID.id]
        assert not hand.begun


def test_without_its_database_it_says_no_at_once(postgres: Server, hand: Hand) -> None:
    """Slack then brings an event again; it would not wait longer than three seconds."""
    with ExitStack() as stack:
        work = begin(stack, postgres.create("away"), hand)
        work.start()
        assert work.alive()
        postgres.stop(kill=True)
        try:
            began = time.monotonic()
            with pytest.raises(Exception, match=r"(?i)connect"):
                work.hear(SAID)
            assert not work.alive()
            assert time.monotonic() - began < 3
        finally:
            postgres.start()
        for _ in range(100):
            if work.alive():
                break
            time.sleep(0.1)
        work.hear(SAID)
        assert work.wait_idle(20)
        assert hand.ids == [SAID.id]


def test_a_second_process_on_a_sqlite_file_is_refused(tmp_path: Path, hand: Hand) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    with ExitStack() as stack:
        begin(stack, url, hand)
        with pytest.raises(Unusable, match="serves one"):
            begin(stack, url, hand)
