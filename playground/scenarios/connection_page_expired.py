from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(hours=9))


SCENARIO = Scenario(
    "Only the settings page shows that the connection is gone",
    "/syncstatus nothing from any of us reaches Salesforce since this morning",
    ("credentials-expired",),
    differs,
    answers={"connection": "expired"},
)
