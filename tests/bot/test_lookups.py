"""Joining look-ups: a source that breaks costs its own asks; what is remembered is asked once; silence is not kept."""

import threading
import time
from collections import Counter
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.lookups import SALESFORCE, UNIFY, Remembered, concurrently
from bot.store import Facts, connect
from diagnostics.asks import ApiUsage, Ask, Found, Missing, Reason, Soql, Unify
from tests.diagnostics.checks.facts import NOW

QUERY, READ = Soql("SELECT Id FROM User"), Unify("GET", "/data/v1/objects")


class Source:
    """Answers everything, or nothing, and counts."""

    def __init__(self, silent: bool = False) -> None:
        self.silent, self.asked = silent, list[Ask]()

    def __call__(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        self.asked += asks
        return dict.fromkeys(asks, Missing(Reason.DOWN, "down") if self.silent else Found(1, NOW))


def broken(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
    raise RuntimeError("secret")


def test_each_gets_its_own_and_a_break_stays_apart() -> None:
    source = Source()
    answers = concurrently((SALESFORCE, source), (UNIFY, broken))([QUERY, READ])
    assert source.asked == [QUERY]
    assert answers[QUERY] == Found(1, NOW)
    silent = answers[READ]
    assert isinstance(silent, Missing)
    assert silent.reason is Reason.DOWN
    assert "secret" not in silent.says


def test_what_is_known_is_kept_for_its_time() -> None:
    now = [NOW]
    source = Source()
    remembered = Remembered(source, lambda: now[0], timedelta(minutes=10))
    remembered.afresh([QUERY, ApiUsage()])
    assert remembered.known([QUERY, ApiUsage()]) == {QUERY: Found(1, NOW)}
    now[0] += timedelta(minutes=11)
    assert not remembered.known([QUERY])


def test_silence_is_not_kept() -> None:
    remembered = Remembered(Source(silent=True), lambda: NOW)
    remembered.afresh([QUERY])
    assert not remembered.known([QUERY])


def test_what_several_want_at_the_same_time_is_asked_once() -> None:
    """Eight ask for the same about the organisation, and each for somebody of their own."""
    asked = Counter[Ask]()
    together, lock = threading.Barrier(8, timeout=5), threading.Lock()

    def slow(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        with lock:
            asked.update(asks)
        time.sleep(0.2)
        return dict.fromkeys(asks, Found(1, NOW))

    remembered = Remembered(slow, lambda: NOW)

    def one(n: int) -> dict[Ask, Found | Missing]:
        together.wait()
        return remembered.ask([QUERY, Soql(f"SELECT {n}")], [QUERY])

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(8)))
    assert all(len(a) == 2 and all(isinstance(f, Found) for f in a.values()) for a in answers)
    assert asked[QUERY] == 1
    assert asked.total() == 9


def test_fresh_is_asked_whatever_is_known_or_under_way() -> None:
    source = Source()
    remembered = Remembered(source, lambda: NOW)
    remembered.ask([QUERY], [QUERY])
    remembered.ask([QUERY], [QUERY])
    remembered.ask([QUERY], [QUERY], fresh=True)
    assert source.asked == [QUERY, QUERY]


def test_a_break_reaches_everybody_who_waited_and_is_over_then() -> None:
    began, go = threading.Event(), threading.Event()

    def breaks(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        began.set()
        go.wait(5)
        raise RuntimeError

    remembered = Remembered(breaks, lambda: NOW)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(remembered.ask, [QUERY], [QUERY])
        began.wait(5)
        second = pool.submit(remembered.ask, [QUERY], [QUERY])
        go.set()
        for waiting in (first, second):
            with pytest.raises(RuntimeError):
                waiting.result(5)
    with pytest.raises(RuntimeError):
        remembered.ask([QUERY], [QUERY])


def test_others_know_what_one_found_out(tmp_path: Path) -> None:
    """Over the store; usage, which changes with every call, is not kept."""
    with closing(connect(f"sqlite:///{tmp_path}/t.db")) as database:
        source = Source()
        for _ in range(2):  # each time another replica
            remembered = Remembered(source, lambda: NOW, facts=Facts(database, "org"))
            remembered.ask([QUERY, READ, ApiUsage()], [QUERY])
    assert Counter(source.asked) == {QUERY: 1, READ: 2, ApiUsage(): 2}


def test_without_its_store_it_asks() -> None:
    database = connect("sqlite:///:memory:")
    database.close()
    assert Remembered(Source(), lambda: NOW, facts=Facts(database, "org")).ask([QUERY], [QUERY]) == {
        QUERY: Found(1, NOW)
    }
