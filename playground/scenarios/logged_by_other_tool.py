from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    at, captured = world.ago(hours=3), "Einstein Activity Capture"
    world.sent("Q3 pricing", at, arrives=False)
    world.org.email(world.jane, world.dana, at, "Q3 pricing", sender="dana@getinitech.com", Source=captured)


SCENARIO = Scenario(
    "Einstein Activity Capture wrote it first",
    "/syncstatus Unify has not logged my email to jane@acme.com sent 3 hours ago in Salesforce",
    ("logged-by-other-tool",),
    differs,
)
