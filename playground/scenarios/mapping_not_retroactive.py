from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.add_field("EmailMessage", "Campaign__c", label="Campaign", created=world.ago(days=1))
    world.org.insert(
        "FieldPermissions",
        ParentId=world.permission_set,
        SobjectType="EmailMessage",
        Field="EmailMessage.Campaign__c",
        PermissionsRead=True,
        PermissionsEdit=True,
    )


SCENARIO = Scenario(
    "The field is younger than the record",
    "@Sync Triage the field Campaign__c is empty on the emails to jane@acme.com in Salesforce",
    ("mapping-not-retroactive",),
    differs,
)
