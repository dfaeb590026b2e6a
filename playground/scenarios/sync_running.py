from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(hours=2))
    world.sent("Q3 pricing", world.ago(hours=1.5), arrives=False)


SCENARIO = Scenario(
    "An import holds Unify's writes",
    "/syncstatus my email to jane@acme.com is missing, there has been a big import running in Unify since before I sent it",
    ("writes-paused-during-read",),
    differs,
    answers={"sync-running": "yes", "origin": "unify"},
)
