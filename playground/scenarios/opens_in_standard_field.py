from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.remove_field("EmailMessage", "Open_Count__c")


SCENARIO = Scenario(
    "Open counts have no custom field to go to",
    "/syncstatus the open counts of my emails to jane@acme.com are missing in Salesforce",
    ("opens-in-standard-field",),
    differs,
)
