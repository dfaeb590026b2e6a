from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.api_used = world.org.api_limit


SCENARIO = Scenario("Salesforce's API allowance is used up", "/syncstatus", ("api-limit-reached",), differs)
