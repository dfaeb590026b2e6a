from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("PermissionSet", world.permission_set, PermissionsActivitiesAccess=False)


SCENARIO = Scenario(
    "Access Activities is missing",
    "/syncstatus",
    ("no-emailmessage-access",),
    differs,
    explained=("no-emailmessage-edit",),
)
