"""A live bot against the playground, over real HTTP."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from playground.postgres import NoPostgres, Server
from playground.postgres import postgres as running
from tests.live import Live


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Callable[..., Live]]:
    """Starts scenarios by name; everything ends with the test."""
    with ExitStack() as stack:
        yield lambda name="healthy", **more: Live.start(stack, tmp_path, name, **more)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for these tests; without one they are skipped, and say so."""
    try:
        with running() as server:
            yield server
    except NoPostgres as none:
        pytest.skip(f"{none}: NOT TESTED")


@pytest.fixture
def postgres_database(postgres: Server) -> str:
    """A new, empty database; its address."""
    return postgres.create(f"test_{uuid.uuid4().hex}")


@pytest.fixture(scope="session")
def manifest() -> dict[str, object]:
    """The app's manifest."""
    loaded: dict[str, object] = yaml.safe_load((Path(__file__).parent.parent / "manifest.yml").read_text())
    return loaded
