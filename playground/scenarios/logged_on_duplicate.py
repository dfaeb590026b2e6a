from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    twin = world.org.insert("Contact", FirstName="Jane", LastName="Doe", Email="jane@acme.com", OwnerId=world.dana)
    at = world.ago(hours=3)
    world.sent("Q3 pricing", at, arrives=False)
    world.org.email(twin, world.unify, at, "Q3 pricing", sender="dana@getinitech.com", written=world.ago(170))


SCENARIO = Scenario(
    "It is on another Contact with the same address",
    "/syncstatus my email to jane@acme.com sent 3 hours ago isn't on {jane}",
    ("logged-on-duplicate",),
    differs,
)
