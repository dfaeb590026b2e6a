from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("PermissionSet", world.permission_set, PermissionsEditTask=False)


SCENARIO = Scenario("Edit Tasks is missing", "/syncstatus", ("no-task-edit",), differs)
