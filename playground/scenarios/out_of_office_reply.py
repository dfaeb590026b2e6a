from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    step = world.sent("Q3 pricing", world.ago(hours=3))
    world.unify_space.reply(step, world.ago(hours=2), "Automatic reply: Q3 pricing", "AUTOMATED")


SCENARIO = Scenario(
    "The reply is an out-of-office",
    "/syncstatus jane@acme.com replied 2 hours ago but the reply isn't in Salesforce",
    ("out-of-office-reply",),
    differs,
)
