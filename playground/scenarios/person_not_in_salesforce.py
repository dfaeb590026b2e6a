from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    kim = world.unify_space.add_person("kim@vandelay.com", "Kim", "Park")
    enrolled = world.unify_space.enroll(kim, world.mailbox, world.ago(days=2))
    world.unify_space.send(enrolled, "Q3 pricing", world.ago(days=1))


SCENARIO = Scenario(
    "Nobody in Salesforce has this address",
    "/syncstatus my email to kim@vandelay.com is not in Salesforce",
    ("person-not-in-salesforce",),
    differs,
)
