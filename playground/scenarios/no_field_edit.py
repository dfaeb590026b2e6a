from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    row = world.org.rows("FieldPermissions", Field="EmailMessage.Open_Count__c")[0]
    world.org.update("FieldPermissions", row["Id"], PermissionsEdit=False)


SCENARIO = Scenario(
    "The mapped field may not be edited",
    "@Sync Triage open counts stay empty: Open_Count__c on our emails is never filled",
    ("no-emailmessage-field-edit",),
    differs,
)
