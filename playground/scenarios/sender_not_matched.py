from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("User", world.dana, Email="dana.reyes@initech.com")


SCENARIO = Scenario(
    "The sender has another address in Salesforce",
    "/syncstatus all emails of dana@initech.com are in Salesforce without an owner",
    ("sender-not-matched",),
    differs,
)
