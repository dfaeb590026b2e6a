"""users.*: who somebody is. https://docs.slack.dev/reference/methods?family=users"""

from playground.slack.methods.call import Args, Method, Refused, known_user
from playground.slack.records import Json, User
from playground.slack.shown import user_json
from playground.slack.team import Team


def _shown(team: Team, user: User) -> Json:
    return user_json(team.id, user, email="users:read.email" in team.scopes, now=team.now())


def info(team: Team, args: Args) -> Json:
    return {"ok": True, "user": _shown(team, known_user(team, args.need("user")))}


def list_(team: Team, args: Args) -> Json:
    members = [_shown(team, each) for each in team.users.values()]
    return {"ok": True, "members": members, "cache_ts": int(team.clock()), "response_metadata": {"next_cursor": ""}}


def lookup_by_email(team: Team, args: Args) -> Json:
    wanted = args.need("email").lower()
    for user in team.users.values():
        if user.email is not None and user.email.lower() == wanted and not user.deleted:
            return {"ok": True, "user": _shown(team, user)}
    raise Refused("users_not_found")


METHODS = {
    "users.info": Method(info, ("users:read",), reads_json=False),
    "users.list": Method(list_, ("users:read",), reads_json=False),
    "users.lookupByEmail": Method(lookup_by_email, ("users:read.email",), reads_json=False),
}
