"""Stories: what differs from a healthy company, what people would say, and the truth. One small file each."""

import importlib
import pkgutil
from functools import cache

from playground.scenario import Scenario


@cache
def scenarios() -> dict[str, Scenario]:
    """All stories by name, in order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found: dict[str, Scenario] = {}
    for name in names:
        story = importlib.import_module(f"{__name__}.{name}").SCENARIO
        assert isinstance(story, Scenario)
        found[name.replace("_", "-")] = story
    return found
