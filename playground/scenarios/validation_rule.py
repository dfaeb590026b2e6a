from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.insert(
        "ValidationRule",
        ValidationName="Task_Next_Step",
        Active=True,
        EntityDefinitionId="Task",
        ErrorMessage="Next step is required",
        CreatedDate=world.ago(days=8),
    )
    world.silence(world.ago(days=8))


SCENARIO = Scenario(
    "A validation rule on Task refuses what Unify writes",
    "@Sync Triage can you look? Customer: since last week no replies show up in Salesforce. The Errors page says "
    "`FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required`",
    ("write-rejected-validation-rule",),
    differs,
)
