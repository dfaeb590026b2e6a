"""views.*: modals and home tabs. https://docs.slack.dev/reference/methods?family=views"""

import json
from dataclasses import replace
from typing import Any, Literal

from playground.slack.blocks import VIEW_BYTES, view_complaints
from playground.slack.methods.call import Args, Method, Refused, known_user
from playground.slack.methods.content import with_block_ids
from playground.slack.passes import Trigger
from playground.slack.records import Json, View
from playground.slack.shown import view_json
from playground.slack.team import Team

STACK = 3


def checked(team: Team, given: Any, kind: Literal["modal", "home"], replacing: View | None = None) -> Json:
    """The view as Slack keeps it, with block ids; Refused if it would not take it."""
    if not isinstance(given, dict):
        raise Refused("invalid_arguments", ["must be a valid view [json-pointer:/view]"])
    wrong = view_complaints(given, kind)
    if wrong:
        raise Refused("invalid_arguments", wrong)
    if len(json.dumps(given).encode()) > VIEW_BYTES:
        raise Refused("view_too_large")
    name = given.get("external_id")
    others = [each for each in team.views.values() if each.open and (replacing is None or each.id != replacing.id)]
    if name and any(each.body.get("external_id") == name for each in others):
        raise Refused("duplicate_external_id")
    return {**given, "blocks": list(with_block_ids(given["blocks"]))}


def _trigger(team: Team, args: Args) -> Trigger:
    trigger = team.passes.exchange(args.need("trigger_id"), team.clock())
    if isinstance(trigger, str):
        raise Refused(trigger)
    return trigger


def new_hash(team: Team) -> str:
    return f"{int(team.clock())}.{team.next_id('')}"


def opened(team: Team, user: str, body: Json, below: View | None = None) -> View:
    """A modal of its own, or on top of another."""
    id = team.next_id("V")
    root = id if below is None else below.root_id
    view = View(id, user, "modal", body, new_hash(team), root, None if below is None else below.id)
    team.views[id] = view
    return view


def renewed(team: Team, view: View, body: Json) -> View:
    """The same view with another content; what was typed stays where block and action ids stay."""
    new = replace(view, body=body, hash=new_hash(team))
    team.views[view.id] = new
    return new


def _answer(team: Team, view: View) -> Json:
    return {"ok": True, "view": view_json(team.id, team.app, view)}


def open_(team: Team, args: Args) -> Json:
    body = checked(team, args.json("view", "invalid_arguments"), "modal")
    return _answer(team, opened(team, _trigger(team, args).user, body))


def push(team: Team, args: Args) -> Json:
    body = checked(team, args.json("view", "invalid_arguments"), "modal")
    trigger = _trigger(team, args)
    below = team.views.get(trigger.view or "")
    if below is None or not below.open:
        raise Refused("not_found")
    if sum(each.root_id == below.root_id and each.open for each in team.views.values()) >= STACK:
        raise Refused("push_limit_reached")
    return _answer(team, opened(team, trigger.user, body, below))


def update(team: Team, args: Args) -> Json:
    id, name = args.text("view_id"), args.text("external_id")
    named = [each for each in team.views.values() if name and each.body.get("external_id") == name]
    view = team.views.get(id) if id else next(iter(named), None)
    if view is None or (view.type == "modal" and not view.open):
        raise Refused("not_found")
    if args.text("hash") and args.text("hash") != view.hash:
        raise Refused("hash_conflict")
    return _answer(team, renewed(team, view, checked(team, args.json("view", "invalid_arguments"), view.type, view)))


def publish(team: Team, args: Args) -> Json:
    if not team.app.home_tab:
        raise Refused("not_enabled")
    user = known_user(team, args.need("user_id"))
    home = team.homes.get(user.id)
    if args.text("hash") and (home is None or args.text("hash") != home.hash):
        raise Refused("hash_conflict")
    body = checked(team, args.json("view", "invalid_arguments"), "home", home)
    if home is None:
        id = team.next_id("V")
        home = View(id, user.id, "home", body, new_hash(team), id)
    team.homes[user.id] = renewed(team, home, body)
    return _answer(team, team.homes[user.id])


METHODS = {
    "views.open": Method(open_),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
