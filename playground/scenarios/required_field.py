from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.add_field("Task", "Region__c", label="Region", nillable=False, created=world.ago(days=3))


SCENARIO = Scenario(
    "A required custom field on Task is empty",
    "@Sync Triage emails fail with REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]",
    ("write-rejected-required-field",),
    differs,
)
