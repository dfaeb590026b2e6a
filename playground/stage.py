"""The three services of a scenario on loopback, and the environment that leads a bot to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playground import salesforce, unify
from playground.scenario import Scenario
from playground.serving import serve
from playground.slack.app import App
from playground.slack.records import Channel, User
from playground.slack.server import slack_at
from playground.slack.team import Team
from playground.world import UNIFY_USER, World


@dataclass(frozen=True, slots=True)
class Cast:
    """Who there is in Slack: a rep, a support agent, an admin; a channel with the bot, and one without."""

    dana: User
    alex: User
    sam: User
    sales: Channel
    support: Channel
    random: Channel


@dataclass(frozen=True, slots=True)
class Stage:
    """A scenario under way. `environ` are the bot's settings for it; DATABASE_URL is left to the caller."""

    scenario: Scenario
    world: World
    team: Team
    cast: Cast
    environ: dict[str, str]


@contextmanager
def stage(scenario: Scenario, app: App | None = None) -> Iterator[Stage]:
    """Salesforce, Unify and Slack for one scenario, until the block ends."""
    world = scenario.build()
    team = Team(app, domain="initech", name="Initech")
    dana = team.add_user("dana", real_name="Dana Reyes", email="dana@initech.com", tz="Europe/Berlin")
    alex = team.add_user("alex", real_name="Alex Moreau", email="alex@initech.com", tz="Europe/Paris")
    sam = team.add_user("sam", real_name="Sam Okafor", email="sam@initech.com", tz="America/New_York", is_admin=True)
    everybody = [dana, alex, sam]
    cast = Cast(
        dana,
        alex,
        sam,
        team.add_channel("sales", everybody),
        team.add_channel("unify-support", everybody),
        team.add_channel("random", everybody, with_bot=False),
    )
    org, space = world.org, world.unify_space
    with serve(salesforce.app(org)) as at_salesforce, serve(unify.app(space)) as at_unify, slack_at(team) as at_slack:
        environ = {
            "SLACK_BOT_TOKEN": team.app.bot_token,
            "SLACK_SIGNING_SECRET": team.app.signing_secret,
            "SLACK_API_URL": at_slack,
            "SALESFORCE_DOMAIN": org.my_domain,
            "SALESFORCE_CLIENT_ID": org.client_id,
            "SALESFORCE_CLIENT_SECRET": org.client_secret,
            "SALESFORCE_BASE_URL": at_salesforce,
            "SALESFORCE_INTEGRATION_USER": UNIFY_USER,
            "UNIFY_API_KEY": "" if scenario.without_unify_key else space.api_key,
            "UNIFY_BASE_URL": at_unify,
            "SYNC_TRIAGE_ADMINS": sam.id,
        }
        yield Stage(scenario, world, team, cast, environ)
