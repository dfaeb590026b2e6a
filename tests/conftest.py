"""A live bot against the playground, over real HTTP."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from tests.live import Live


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Callable[..., Live]]:
    """Starts scenarios by name; everything ends with the test."""
    with ExitStack() as stack:
        yield lambda name="healthy", **more: Live.start(stack, tmp_path, name, **more)


@pytest.fixture(scope="session")
def manifest() -> dict[str, object]:
    """The app's manifest."""
    loaded: dict[str, object] = yaml.safe_load((Path(__file__).parent.parent / "manifest.yml").read_text())
    return loaded
