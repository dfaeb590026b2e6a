from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("Lead", world.lead, Email=None)


SCENARIO = Scenario("The Lead has no email address", "/syncstatus {lead}", ("lead-without-email",), differs)
