from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.silence(world.ago(days=60))
    for hours in (1, 5, 26, 50):
        world.org.insert(
            "Task",
            Subject="Email: Hello {{person.firstName}}",
            TaskSubtype="Email",
            Status="Completed",
            WhoId=world.jane,
            CreatedById=world.unify,
            CreatedDate=world.ago(hours=hours),
        )


SCENARIO = Scenario(
    "Emails are logged as Tasks only",
    "@Sync Triage emails show up in Salesforce without their text, for everybody",
    ("email-message-writeback-off",),
    differs,
)
