"""What is done by the clock is done once over all replicas, goes on when one dies, and is caught up once."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def ticking(url: str, file: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Such a process (tests/ticking.py), until the block ends."""
    process = subprocess.Popen([sys.executable, "-m", "tests.ticking", url, str(file)])  # noqa: S603 - our own
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until_ready(file: Path, number: int) -> None:
    """Wait until so many have begun."""
    for _ in range(2400):
        if file.exists() and file.read_text().count("ready") >= number:
            return
        time.sleep(0.05)
    raise AssertionError("they did not start")


def until_ticked(file: Path) -> None:
    """Wait until the job was done once."""
    for _ in range(1200):
        if ticks(file):
            return
        time.sleep(0.05)
    raise AssertionError("it was never done")


def ticks(file: Path) -> list[float]:
    """When the job was done."""
    return [float(line) for line in file.read_text().split() if line != "ready"]


def test_once_over_two_replicas_and_on_when_one_is_killed(tmp_path: Path, postgres_database: str) -> None:
    file = tmp_path / "ticks"
    with ticking(postgres_database, file) as first, ticking(postgres_database, file):
        until_ready(file, 2)
        until_ticked(file)
        began, before = time.time(), len(ticks(file))
        time.sleep(4)
        both = len(ticks(file)) - before
        seconds = time.time() - began
        first.kill()
        killed, before = time.time(), len(ticks(file))
        time.sleep(4)
        alone = len(ticks(file)) - before
        seconds_alone = time.time() - killed
    assert seconds - 2 <= both <= seconds + 1
    assert seconds_alone - 2 <= alone <= seconds_alone + 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_was_missed_is_caught_up_once(tmp_path: Path, request: pytest.FixtureRequest, kind: str) -> None:
    url = f"sqlite:///{tmp_path}/t.db" if kind == "sqlite" else request.getfixturevalue("postgres_database")
    file = tmp_path / "ticks"
    with ticking(url, file):
        until_ready(file, 1)
        until_ticked(file)
    stopped = time.time()
    time.sleep(4)
    file.write_text("")
    with ticking(url, file):
        until_ready(file, 1)
        ready = time.time()
        time.sleep(2.5)
        seconds = time.time() - ready
    assert ready - stopped > 5
    assert 1 <= len(ticks(file)) <= seconds + 2  # one for all that was missed, and those that were due since
