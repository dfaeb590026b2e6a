from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(hours=8))
    world.org.update("User", world.unify, IsActive=False)


SCENARIO = Scenario(
    "The user that Unify signs in as was deactivated", "/syncstatus", ("integration-user-inactive",), differs
)
