"""What a story consists of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from playground.world import World, healthy


@dataclass(frozen=True, slots=True)
class Scenario:
    """`differs` changes a healthy world; `said` is what somebody types (`/syncstatus …` or a message with a mention, in
    which `{jane}` and `{lead}` stand for record ids); `file` is an export that is dropped with it;
    `answers` is what they answer where asked; the truth is `causes` (all of them), `explained` and `refuted`.
    """

    title: str
    said: str
    causes: tuple[str, ...] = ()
    differs: Callable[[World], None] = lambda world: None
    answers: Mapping[str, str] = field(default_factory=dict)
    suspects: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    also_found: tuple[str, ...] = ()
    refuted: bool = False
    without_unify_key: bool = False
    file: str = ""

    def build(self, now: datetime | None = None) -> World:
        """The world of this story, as of now."""
        world = healthy(now)
        self.differs(world)
        return world

    def words(self, world: World) -> str:
        """What is typed, with the ids of this world."""
        return _with_ids(self.said, world)

    def export(self, world: World) -> str:
        """What stands in the file, likewise."""
        return _with_ids(self.file, world)


def _with_ids(text: str, world: World) -> str:
    return text.replace("{jane}", world.jane).replace("{lead}", world.lead)
