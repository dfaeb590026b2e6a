from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(hours=6))
    for held in world.org.sets_of(world.unify):
        world.org.update("PermissionSet", held["Id"], PermissionsApiEnabled=False)


SCENARIO = Scenario(
    "API Enabled is missing",
    "/syncstatus",
    ("missing-system-permission",),
    differs,
    explained=("credentials-expired",),
)
