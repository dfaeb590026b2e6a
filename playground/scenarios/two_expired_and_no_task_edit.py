from playground.scenario import Scenario
from playground.scenarios.credentials_expired import differs
from playground.world import World


def both(world: World) -> None:
    differs(world)
    world.org.update("PermissionSet", world.permission_set, PermissionsEditTask=False)


SCENARIO = Scenario(
    "The connection is gone, and a permission is missing, too",
    "/syncstatus nothing reaches Salesforce for anybody",
    ("credentials-expired",),
    both,
    answers={"connection": "expired"},
)
