from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    contact = world.org.insert("Contact", FirstName="Lee", LastName="Chan", Email="lee@hooli.com", OwnerId=world.dana)
    world.org.update("Lead", world.lead, IsConverted=True, ConvertedContactId=contact)
    at = world.ago(hours=3)
    lee = next(p for p in world.unify_space.people if p["attributes"]["email"] == "lee@hooli.com")
    enrolled = world.unify_space.enroll(lee, world.mailbox, world.ago(days=2))
    world.unify_space.send(enrolled, "Q3 pricing", at)
    world.org.email(contact, world.unify, at, "Q3 pricing", sender="dana@getinitech.com", written=world.ago(170))


SCENARIO = Scenario(
    "The Lead was converted",
    "/syncstatus my email to lee@hooli.com sent 3 hours ago isn't on {lead}",
    ("lead-converted",),
    differs,
    explained=("logged-on-duplicate",),
)
