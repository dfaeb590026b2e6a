from datetime import timedelta

from playground.scenario import Scenario
from playground.world import World


def differs(world: World) -> None:
    since = world.ago(hours=6)
    world.silence(since)
    world.org.remove("LoginHistory", UserId=world.unify)
    world.org.insert("LoginHistory", UserId=world.unify, LoginTime=since, Status="Success", Application="Unify")
    for hours in (5, 4, 3, 2, 1):
        world.org.insert(
            "LoginHistory",
            UserId=world.unify,
            LoginTime=world.now - timedelta(hours=hours),
            Status="Failed: Expired refresh token",
            Application="Unify",
        )


SCENARIO = Scenario("Unify can no longer sign in to Salesforce", "/syncstatus", ("credentials-expired",), differs)
