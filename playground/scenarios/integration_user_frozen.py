from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(hours=8))
    login = world.org.rows("UserLogin", UserId=world.unify)[0]
    world.org.update("UserLogin", login["Id"], IsFrozen=True, LastModifiedDate=world.ago(hours=8))


SCENARIO = Scenario(
    "The user that Unify signs in as was frozen", "/syncstatus", ("integration-user-inactive",), differs
)
