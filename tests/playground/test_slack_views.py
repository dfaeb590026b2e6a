"""Modals and home tabs: opened in time, filled in, answered."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import Ack
from slack_bolt import App as Bolt
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from starlette.responses import JSONResponse, PlainTextResponse

from playground.slack.actor import Slack
from playground.slack.records import View
from playground.slack.team import Team
from tests.playground.slack_bench import World, answering, with_bolt, workspace

Json = dict[str, Any]
MODAL: Json = {
    "type": "modal", "callback_id": "paste", "title": {"type": "plain_text", "text": "Paste the error"},
    "submit": {"type": "plain_text", "text": "Send"}, "private_metadata": "case-1", "notify_on_close": True,
    "blocks": [
        {"type": "input", "block_id": "error", "label": {"type": "plain_text", "text": "Error"},
         "element": {"type": "plain_text_input", "action_id": "text", "multiline": True, "min_length": 3}},
        {"type": "input", "block_id": "when", "optional": True, "label": {"type": "plain_text", "text": "When"},
         "element": {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-24"}},
    ],
}  # fmt: skip


class Hand:
    """The clock of a workspace, moved by hand."""

    def __init__(self) -> None:
        self.now = 1_732_440_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def world(clock: Hand) -> Iterator[World]:
    with workspace(Team(clock=clock)) as there:
        yield there


@pytest.fixture
def slack(world: World) -> Iterator[Slack]:
    with answering(lambda _: PlainTextResponse("")) as address, Slack(world.team, address) as people:
        yield people


def trigger(world: World, slack: Slack) -> str:
    return str(slack.command(world.dana, world.room).sent["trigger_id"])


def refused(call: Any, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])


def opened(world: World, slack: Slack, body: Json = MODAL) -> View:
    answer = world.client.views_open(trigger_id=trigger(world, slack), view=body)
    return world.team.views[answer["view"]["id"]]


def test_a_trigger_opens_one_modal_within_three_seconds(world: World, slack: Slack, clock: Hand) -> None:
    first, second = trigger(world, slack), trigger(world, slack)
    view = world.client.views_open(trigger_id=first, view=MODAL)["view"]
    assert (view["type"], view["callback_id"], view["root_view_id"]) == ("modal", "paste", view["id"])
    assert refused(world.client.views_open, trigger_id=first, view=MODAL) == "exchanged_trigger_id"
    clock.now += 3.1
    assert refused(world.client.views_open, trigger_id=second, view=MODAL) == "expired_trigger_id"
    assert refused(world.client.views_open, trigger_id="12345.98765.abcd", view=MODAL) == "invalid_trigger_id"


def test_a_bad_view_is_refused_and_leaves_the_trigger_alone(world: World, slack: Slack) -> None:
    ticket, title = trigger(world, slack), {"type": "plain_text", "text": "x" * 25}
    with pytest.raises(SlackApiError) as caught:
        world.client.views_open(trigger_id=ticket, view=MODAL | {"title": title})
    assert caught.value.response["error"] == "invalid_arguments"
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"]  # fmt: skip
    world.client.views_open(trigger_id=ticket, view=MODAL)


def test_a_view_changes_only_with_its_latest_hash(world: World, slack: Slack) -> None:
    view = opened(world, slack)
    new = world.client.views_update(view_id=view.id, hash=view.hash, view=MODAL)["view"]
    assert refused(world.client.views_update, view_id=view.id, hash=view.hash, view=MODAL) == "hash_conflict"
    world.client.views_update(view_id=view.id, hash=new["hash"], view=MODAL)
    assert refused(world.client.views_update, view_id="V404", view=MODAL) == "not_found"


def test_three_modals_may_lie_on_each_other(world: World, slack: Slack) -> None:
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "More"}}
    body = {**MODAL, "blocks": [{"type": "actions", "elements": [button]}]}
    top = opened(world, slack, body)
    for _ in range(2):
        ticket = slack.click(world.dana, top, "more").sent["trigger_id"]
        top = world.team.views[world.client.views_push(trigger_id=ticket, view=body)["view"]["id"]]
    assert top.previous_id is not None
    ticket = slack.click(world.dana, top, "more").sent["trigger_id"]
    assert refused(world.client.views_push, trigger_id=ticket, view=body) == "push_limit_reached"


def test_a_submission_carries_what_was_filled_in(world: World) -> None:
    received: list[Json] = []

    def set_up(bolt: Bolt) -> None:
        @bolt.command("/syncstatus")
        def show(ack: Ack, body: Json, client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=MODAL)

        @bolt.view("paste")
        def take(ack: Ack, view: Json) -> None:
            received.append(view)
            ack()

        @bolt.view_closed("paste")
        def closed(ack: Ack, view: Json) -> None:
            received.append(view)
            ack()

    with with_bolt(world, set_up) as slack:
        slack.command(world.dana, world.room)
        (view,) = world.team.wait_for(lambda team: list(team.views.values()))
        with pytest.raises(ValueError, match="error"):
            slack.submit(view)
        with pytest.raises(ValueError, match="2 characters"):
            slack.submit(view, {"text": "NO"})
        assert slack.submit(view, {"error": "INVALID_FIELD"}).status == 200
        assert not world.team.views[view.id].open
        with pytest.raises(ValueError, match="no longer open"):
            slack.submit(view, {"error": "INVALID_FIELD"})
        slack.command(world.dana, world.room)
        other = world.team.wait_for(lambda team: next((v for v in team.views.values() if v.open), None))
        slack.dismiss(other)
    submitted, closed = received
    assert submitted["state"]["values"]["error"]["text"] == {"type": "plain_text_input", "value": "INVALID_FIELD"}
    assert submitted["state"]["values"]["when"]["day"]["selected_date"] == "2026-11-24"
    assert (submitted["private_metadata"], closed["id"]) == ("case-1", other.id)


@pytest.mark.parametrize(("answer", "still_open"), [
    ({"response_action": "errors", "errors": {"error": "Not an error"}}, True),
    ({"response_action": "update", "view": MODAL}, True),
    ({"response_action": "clear"}, False),
    ({}, False),
])  # fmt: skip
def test_the_answer_decides_what_becomes_of_the_modal(world: World, answer: Json, still_open: bool) -> None:
    with answering(lambda _: JSONResponse(answer)) as address, Slack(world.team, address) as slack:
        view = opened(world, slack)
        slack.submit(view, {"error": "INVALID_FIELD"})
    assert world.team.views[view.id].open is still_open


def test_errors_belong_to_inputs(world: World) -> None:
    answer = {"response_action": "errors", "errors": {"elsewhere": "Not an error"}}
    with answering(lambda _: JSONResponse(answer)) as address, Slack(world.team, address) as slack:
        view = opened(world, slack)
        with pytest.raises(ValueError, match="elsewhere"):
            slack.submit(view, {"error": "INVALID_FIELD"})


def test_a_home_tab_is_published_per_person(world: World, slack: Slack) -> None:
    home: Json = {"type": "home", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "All is well"}}]}
    world.client.views_publish(user_id=world.dana.id, view=home)
    assert world.team.homes[world.dana.id].body["blocks"][0]["text"]["text"] == "All is well"
    assert refused(world.client.views_publish, user_id=world.dana.id, view=MODAL) == "invalid_arguments"
    assert refused(world.client.views_publish, user_id="U404", view=home) == "user_not_found"
    slack.open_home(world.dana)
    slack.settle()
    (event,) = [d.sent["event"] for d in slack.deliveries if d.kind == "event"]
    assert (event["tab"], event["view"]["type"]) == ("home", "home")
