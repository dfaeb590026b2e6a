from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    step = world.unify_space.send(world.enrollment, "Q3 pricing", None, status="CANCELED")
    step["updated"] = world.ago(hours=3)
    world.enrollment |= {"is_canceled": True}


SCENARIO = Scenario(
    "The enrolment was cancelled before the email",
    "/syncstatus my email to jane@acme.com sent 3 hours ago isn't in Salesforce",
    ("never-sent",),
    differs,
)
