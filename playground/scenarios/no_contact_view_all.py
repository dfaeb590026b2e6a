from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    row = world.org.rows("ObjectPermissions", SobjectType="Contact")[0]
    world.org.update("ObjectPermissions", row["Id"], PermissionsViewAllRecords=False)
    world.org.hidden_records.add((world.unify, world.jane))
    world.silence(world.ago(days=30))
    world.org.email(world.org.rows("Contact", LastName="Stone")[0]["Id"], world.unify, world.ago(30), "Hello again")


SCENARIO = Scenario(
    "Sharing hides the contact from Unify's user",
    "/syncstatus emails to jane@acme.com are in Salesforce but not linked to her contact",
    ("no-contact-view-all",),
    differs,
)
