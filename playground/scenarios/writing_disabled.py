from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(days=9))


SCENARIO = Scenario(
    "Writing to Salesforce is switched off in Unify",
    "/syncstatus nothing from Unify has reached Salesforce for more than a week",
    ("writing-disabled",),
    differs,
    answers={"write-error": "none", "connection": "ok", "writing-enabled": "off"},
)
