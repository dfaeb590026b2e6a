from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.insert(
        "ValidationRule",
        ValidationName="Task_Next_Step",
        Active=True,
        EntityDefinitionId="Task",
        ErrorMessage="Next step is required",
    )
    world.org.add_field("Task", "Region__c", label="Region", nillable=False)


SCENARIO = Scenario(
    "A rule and a required field both refuse",
    "@Sync Triage the errors page shows two lines:\nFIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required\n"
    "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]",
    ("write-rejected-validation-rule", "write-rejected-required-field"),
    differs,
)
