from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.sent("Q3 pricing", world.ago(10), arrives=False)


SCENARIO = Scenario(
    "Sent ten minutes ago",
    "/syncstatus is my mail to jane@acme.com lost?? sent 10 minutes ago",
    ("within-normal-delay",),
    differs,
)
