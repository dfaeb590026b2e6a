from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.entity_access[world.unify, "EmailMessage"] = {"IsCreatable": False, "IsEditable": False}


SCENARIO = Scenario("Email Message may be read only", "/syncstatus", ("no-emailmessage-edit",), differs)
