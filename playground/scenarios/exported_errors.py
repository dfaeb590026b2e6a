from playground.scenario import Scenario
from playground.world import World

RULE = '"FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required"'
FIELD = '"REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]"'
HIDDEN = '"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: {lead}"'
SUBJECT = '"STRING_TOO_LONG: Subject: data value too large: Re: Re: Re: your quote (max length=255)"'


def differs(world: World) -> None:
    org = world.org
    org.insert(
        "ValidationRule",
        ValidationName="Task_Next_Step",
        Active=True,
        EntityDefinitionId="Task",
        ErrorMessage="Next step is required",
    )
    org.add_field("Task", "Region__c", label="Region", nillable=False)
    org.hidden_records.add((world.unify, world.lead))


def rows(count: int, error: str) -> str:
    """Rows of the export, each of a record and a person of its own."""
    return "".join(
        f"02s8c0000{len(error):02}{n:04}AAA,EmailMessage,person{n}@globex.com,{error},2026-11-20 09:{n % 60:02}\n"
        for n in range(count)
    )


SCENARIO = Scenario(
    "An export of the errors page: four causes in some three hundred rows",
    "@Sync Triage the customer exported their skipped records, what do they have to do?",
    (
        "write-rejected-required-field",
        "write-rejected-validation-rule",
        "write-rejected-permission",
        "write-rejected-other",
    ),
    differs,
    file="Record ID,Object,Email,Error,Last attempt\n"
    + rows(61, RULE)
    + rows(214, FIELD)
    + rows(12, HIDDEN)
    + rows(5, SUBJECT)
    + rows(9, "UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record"),
)
