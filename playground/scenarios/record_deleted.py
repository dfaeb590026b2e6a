from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("Lead", world.lead, IsDeleted=True)


SCENARIO = Scenario(
    "The Lead was deleted after Unify had read it",
    "@Sync Triage Skipped Records has ENTITY_IS_DELETED: entity is deleted, for record {lead}. What does it mean?",
    ("write-rejected-other",),
    differs,
)
