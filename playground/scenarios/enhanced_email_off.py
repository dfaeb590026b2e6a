from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.enhanced_email = False


SCENARIO = Scenario(
    "Enhanced Email is off",
    "@Sync Triage replies arrive in Salesforce as Tasks without the email text, for the whole team",
    ("enhanced-email-off",),
    differs,
)
