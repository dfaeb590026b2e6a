from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.mailbox |= {"is_unauthorized": True}
    step = world.unify_space.send(world.enrollment, "Q3 pricing", None, status="SCHEDULED")
    step["updated"] = world.ago(hours=3)


SCENARIO = Scenario(
    "The sending mailbox has lost its authorisation",
    "/syncstatus my email to jane@acme.com sent 3 hours ago isn't in Salesforce",
    ("mailbox-disconnected",),
    differs,
)
