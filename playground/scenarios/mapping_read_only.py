from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.add_field("Task", "Region__c", label="Region", nillable=False, created=world.ago(days=90))


SCENARIO = Scenario(
    "The required field is mapped read only",
    "@Sync Triage emails fail with REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]. The mapping of that "
    "field is read only.",
    ("mapping-read-only",),
    differs,
    answers={"mapping": "read-only"},
    explained=("write-rejected-required-field",),
)
