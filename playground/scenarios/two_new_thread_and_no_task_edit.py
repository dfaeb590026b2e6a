from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    world.org.update("PermissionSet", world.permission_set, PermissionsEditTask=False)


SCENARIO = Scenario(
    "A permission is missing, and the reply came in a new thread",
    "/syncstatus jane@acme.com replied yesterday in a new thread, the reply isn't in Salesforce",
    ("no-task-edit", "reply-in-other-thread"),
    differs,
    answers={"reply-thread": "new"},
)
