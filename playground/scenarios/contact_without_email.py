from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("Contact", world.jane, Email=None)


SCENARIO = Scenario(
    "The Contact has no email address",
    "/syncstatus {jane}",
    ("contact-without-email",),
    differs,
)
