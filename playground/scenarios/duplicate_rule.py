from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.insert(
        "DuplicateRule",
        DeveloperName="Standard_Contact_Duplicate_Rule",
        MasterLabel="Standard Contact Duplicate Rule",
        SobjectType="Contact",
        IsActive=True,
    )


SCENARIO = Scenario(
    "A duplicate rule blocks the contact that Unify creates",
    "@Sync Triage emails to new contacts fail, the errors page says "
    '`[{"errorCode":"DUPLICATES_DETECTED","message":"Use one of these records?","duplicateResult":{"matchResults":'
    '[{"matchRecords":[{"record":{"Id":"{jane}"}}]}]}}]`',
    ("write-rejected-duplicate-rule",),
    differs,
)
