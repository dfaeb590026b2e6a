"""What people do, as an app made with the official framework meets it."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from slack_bolt import Ack, Respond, Say
from slack_bolt import App as Bolt
from slack_sdk import WebClient
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from playground.slack.actor import Slack
from playground.slack.app import App
from playground.slack.delivery import Manner, signature
from playground.slack.records import Message
from playground.slack.team import Team
from tests.playground.slack_bench import World, answering, with_bolt, workspace

Json = dict[str, Any]


@pytest.fixture
def world() -> Iterator[World]:
    with workspace() as there:
        yield there


class Heard:
    """Events and payloads an app was told, and a way to wait for them."""

    def __init__(self) -> None:
        self.bodies: list[Json] = []
        self._more = threading.Condition()

    def __call__(self, body: Json) -> None:
        with self._more:
            self.bodies.append(body)
            self._more.notify_all()

    def wait(self, enough: Callable[[list[Json]], bool]) -> list[Json]:
        with self._more:
            assert self._more.wait_for(lambda: enough(self.bodies), 10), self.bodies
            return list(self.bodies)


def listening(heard: Heard) -> Callable[[Bolt], None]:
    def set_up(bolt: Bolt) -> None:
        def on(body: Json) -> None:
            heard(body)

        for name in ("app_mention", "message", "app_home_opened"):
            bolt.event(name)(on)

    return set_up


def kinds(bodies: list[Json]) -> list[str]:
    return sorted(body["event"].get("subtype", body["event"]["type"]) for body in bodies)


def test_an_app_proves_its_address(world: World) -> None:
    with with_bolt(world, lambda bolt: None) as slack:
        assert slack.verify_url()


def test_a_mention_comes_twice_where_the_history_is_subscribed(world: World) -> None:
    heard = Heard()
    with with_bolt(world, listening(heard)) as slack:
        said = slack.say(world.dana, world.room, "@Sync Triage where is jane@acme.com's email & reply?")
        bodies = heard.wait(lambda told: len(told) == 2)
    assert kinds(bodies) == ["app_mention", "message"]
    assert {body["event"]["ts"] for body in bodies} == {said.ts}
    assert len({body["event_id"] for body in bodies}) == 2
    bot = world.team.app.bot_user
    for body in bodies:
        assert body["event"]["text"] == f"<@{bot}> where is <mailto:jane@acme.com|jane@acme.com>'s email &amp; reply?"
        assert (body["team_id"], body["api_app_id"]) == (world.team.id, world.team.app.id)
        assert body["authorizations"][0]["user_id"] == bot


def test_an_app_hears_only_what_it_may(world: World) -> None:
    heard = Heard()
    world.team.scopes -= {"channels:history"}
    with with_bolt(world, listening(heard)) as slack:
        slack.say(world.dana, world.room, "nothing for you")
        slack.say(world.dana, world.room, "@Sync Triage hello")
        slack.say(world.dana, world.team.add_channel("away", with_bot=False), "@Sync Triage hello")
        slack.say(world.dana, world.team.dm(world.dana), "@Sync Triage hello")
        slack.settle()
    assert kinds(heard.bodies) == ["app_mention", "message"]
    assert {b["event"].get("channel_type", "mention") for b in heard.bodies} == {"im", "mention"}


def test_edits_and_deletions_are_told_and_an_edited_mention_again(world: World) -> None:
    heard = Heard()
    with with_bolt(world, listening(heard)) as slack:
        said = slack.say(world.dana, world.room, "hello")
        slack.edit(said, "@Sync Triage hello")
        slack.delete(said)
        bodies = heard.wait(lambda told: len(told) == 4)
    assert kinds(bodies) == ["app_mention", "message", "message_changed", "message_deleted"]
    (mention,) = [b["event"] for b in bodies if b["event"]["type"] == "app_mention"]
    assert (mention["ts"], mention["edited"]["user"]) == (said.ts, world.dana.id)


def test_what_the_bot_says_comes_back_marked_as_its_own(world: World) -> None:
    received: list[Json] = []

    async def app(request: Request) -> Response:
        received.append(await request.json())
        return PlainTextResponse("")

    with answering(app) as address, Slack(world.team, address) as slack:
        world.client.chat_postMessage(channel=world.room.id, text="hello")
        slack.settle()
    assert [(b["event"]["type"], b["event"]["bot_id"]) for b in received] == [("message", world.team.app.bot_id)]


def test_a_command_answers_through_its_response_url(world: World) -> None:
    def set_up(bolt: Bolt) -> None:
        @bolt.command("/syncstatus")
        def answer(ack: Ack, respond: Respond, command: Json) -> None:
            ack()
            respond(f"{command['text']} in {command['channel_name']}")
            respond("for all", response_type="in_channel")

    with with_bolt(world, set_up) as slack:
        done = slack.command(world.dana, world.team.add_channel("board", [world.dana], private=True), "jane@acme.com")
        world.team.wait_for(lambda team: len(team.said_by_bot()) == 2)
    assert (done.status, done.body) == (200, "")
    private, public = world.team.said_by_bot()
    assert (private.text, private.seen_by) == ("jane@acme.com in privategroup", world.dana.id)
    assert (public.text, public.seen_by) == ("for all", None)


def test_an_acknowledgement_may_carry_the_answer(world: World) -> None:
    def set_up(bolt: Bolt) -> None:
        @bolt.command("/syncstatus")
        def answer(ack: Ack) -> None:
            ack("on it")

    with with_bolt(world, set_up) as slack:
        slack.command(world.dana, world.room)
        (said,) = world.team.said_by_bot()
        assert (said.text, said.seen_by) == ("on it", world.dana.id)
        with pytest.raises(LookupError):
            slack.command(world.dana, world.room, name="/weather")


def test_a_late_command_fails_before_the_person(world: World) -> None:
    def set_up(bolt: Bolt) -> None:
        @bolt.command("/syncstatus")
        def answer() -> None:
            """Never acknowledges."""

    with with_bolt(world, set_up, patience=0.2) as slack:
        done = slack.command(world.dana, world.room)
    assert (done.status, done.reason) == (None, "http_timeout")
    (notice,) = [m for m in world.team.messages.values() if m.user == "USLACKBOT"]
    assert (notice.text, notice.seen_by) == ('/syncstatus failed with the error "operation_timeout"', world.dana.id)


def test_a_response_url_serves_five_times_for_half_an_hour() -> None:
    time = [1_732_440_000.0]
    with workspace(Team(clock=lambda: time[0])) as world, answering(lambda _: PlainTextResponse("")) as address:
        with Slack(world.team, address) as slack:
            first, second = (slack.command(world.dana, world.room).sent["response_url"] for _ in range(2))
        assert [httpx.post(first, json={"text": "x"}).status_code for _ in range(6)] == [200] * 5 + [404]
        assert httpx.post(first, json={"text": "x"}).json()["error"] == "used_url"
        time[0] += 1801
        assert httpx.post(second, json={"text": "x"}).json()["error"] == "expired_url"
        assert httpx.post(second + "x", json={"text": "x"}).json()["error"] == "no_service"


ASKING: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Where from?"}},
    {"type": "actions", "block_id": "asked", "elements": [
        {"type": "button", "text": {"type": "plain_text", "text": "Gmail"}, "action_id": "answer/origin/gmail", "value": "7"},
        {"type": "static_select", "action_id": "pick", "options": [
            {"text": {"type": "plain_text", "text": label}, "value": label.lower()} for label in ("Unify", "Outlook")]},
        {"type": "button", "text": {"type": "plain_text", "text": "Admin"}, "action_id": "admin",
         "visible_to_user_ids": ["U1"]},
    ]},
]  # fmt: skip


def asked(world: World) -> Message:
    thread = world.team.post(world.room, world.dana, "help").ts
    world.client.chat_postMessage(channel=world.room.id, thread_ts=thread, text="Where from?", blocks=ASKING)
    return world.team.said_by_bot()[-1]


def test_a_click_says_what_and_where_and_can_change_the_message(world: World) -> None:
    heard = Heard()

    def set_up(bolt: Bolt) -> None:
        bolt.event("message")(lambda: None)

        @bolt.action("answer/origin/gmail")
        def clicked(ack: Ack, body: Json, respond: Respond) -> None:
            ack()
            heard(body)
            respond("Gmail, then", replace_original=True)

    with with_bolt(world, set_up) as slack:
        message = asked(world)
        assert slack.click(world.dana, message, "answer/origin/gmail").status == 200
        world.team.wait_for(lambda team: team.latest(message).text == "Gmail, then")
        (body,) = heard.bodies
    assert world.team.latest(message).blocks == ()
    assert body["user"]["id"] == world.dana.id
    assert body["container"] == {"type": "message", "message_ts": message.ts, "channel_id": world.room.id,
                                 "is_ephemeral": False, "thread_ts": message.thread_ts}  # fmt: skip
    assert body["message"]["text"] == "Where from?"
    (action,) = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"], action["type"]) == (
        "answer/origin/gmail", "asked", "7", "button")  # fmt: skip


def test_a_menu_sends_the_option_chosen(world: World) -> None:
    with answering(lambda _: PlainTextResponse("")) as address, Slack(world.team, address) as slack:
        sent = slack.click(world.dana, asked(world), "pick", "outlook").sent
        assert sent["actions"][0]["selected_option"]["text"]["text"] == "Outlook"
        assert sent["state"]["values"]["asked"]["pick"]["selected_option"]["value"] == "outlook"
        with pytest.raises(LookupError, match="no option"):
            slack.click(world.dana, asked(world), "pick", "aol")


def test_nobody_clicks_what_he_cannot_see(world: World) -> None:
    with answering(lambda _: PlainTextResponse("")) as address, Slack(world.team, address) as slack:
        with pytest.raises(LookupError, match="answer/origin/gmail"):
            slack.click(world.dana, asked(world), "answer/origin/outlook")
        with pytest.raises(LookupError, match="does not see"):
            slack.click(world.dana, asked(world), "admin")


def test_a_shortcut_carries_the_message(world: World) -> None:
    with answering(lambda _: PlainTextResponse("")) as address, Slack(world.team, address) as slack:
        message = slack.say(world.dana, world.room, "no replies since Monday")
        sent = slack.shortcut(world.dana, message).sent
        assert (sent["type"], sent["callback_id"], sent["message"]["text"], sent["message_ts"]) == (
            "message_action", "triage_message", "no replies since Monday", message.ts)  # fmt: skip
        with pytest.raises(LookupError):
            slack.shortcut(world.dana, message, "other")


def test_a_dropped_file_is_told_as_one(world: World) -> None:
    heard = Heard()
    with with_bolt(world, listening(heard)) as slack:
        slack.drop_file(world.dana, world.team.dm(world.dana), "error.txt", b"INVALID_FIELD", text="this one")
        (body,) = heard.wait(lambda told: len(told) == 1)
    event = body["event"]
    assert (event["subtype"], event["channel_type"], event["files"][0]["name"]) == ("file_share", "im", "error.txt")


def test_an_opened_tab_is_told(world: World) -> None:
    heard = Heard()
    with with_bolt(world, listening(heard)) as slack:
        slack.open_home(world.dana, "messages")
        (body,) = heard.wait(lambda told: len(told) == 1)
    event = body["event"]
    assert (event["type"], event["tab"], event["user"]) == ("app_home_opened", "messages", world.dana.id)


def test_a_wrong_signature_or_an_old_one_is_refused(world: World) -> None:
    with with_bolt(world, lambda bolt: None) as slack:
        assert slack.command(world.dana, world.room, manner=Manner(bad_signature=True)).status == 401
        assert slack.command(world.dana, world.room, manner=Manner(skew=600)).status == 401


def test_signatures_are_those_of_the_documentation() -> None:
    # https://docs.slack.dev/authentication/verifying-requests-from-slack, with its secret, time and body
    body = (b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name="
            b"foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F"
            b"hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015."
            b"47445629121.803a0bc887a14d10d2c447fce8b6703c")  # fmt: skip
    assert signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body) == (
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")  # fmt: skip


def test_an_event_is_brought_again_until_received(world: World) -> None:
    tried: list[tuple[str, str | None, str | None]] = []

    async def app(request: Request) -> Response:
        body = await request.json()
        tried.append((body["event_id"], *(request.headers.get(f"x-slack-retry-{name}") for name in ("num", "reason"))))
        return PlainTextResponse("", 200 if len(tried) == 3 else 500)

    with answering(app) as address, Slack(world.team, address) as slack:
        slack.say(world.dana, world.room, "hello")
        slack.settle()
    assert [one[1:] for one in tried] == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert len({id for id, _, _ in tried}) == 1
    assert [(d.status, d.retry, d.received) for d in slack.deliveries] == [
        (500, 0, False),
        (500, 1, False),
        (200, 2, True),
    ]


def test_an_event_is_given_up_after_three_retries_or_when_asked_to(world: World) -> None:
    with answering(lambda _: PlainTextResponse("", 500)) as address, Slack(world.team, address) as slack:
        slack.say(world.dana, world.room, "hello")
        slack.settle()
        assert len(slack.deliveries) == 4
    refusing = {"x-slack-no-retry": "1"}
    with answering(lambda _: PlainTextResponse("", 500, refusing)) as address, Slack(world.team, address) as slack:
        slack.say(world.dana, world.room, "hello")
        slack.settle()
        assert len(slack.deliveries) == 1


def test_a_silent_app_is_a_timeout_and_an_absent_one_no_connection(world: World) -> None:
    release = threading.Event()

    def silent(_: Request) -> Response:
        release.wait(10)
        return PlainTextResponse("")

    with answering(silent) as address, Slack(world.team, address, patience=0.1, retry_waits=()) as slack:
        slack.say(world.dana, world.room, "hello")
        slack.settle()
        release.set()
        assert [(d.status, d.reason) for d in slack.deliveries] == [(None, "http_timeout")]
    with Slack(world.team, address, retry_waits=()) as slack:
        slack.say(world.dana, world.room, "hello")
        slack.settle()
        assert [(d.status, d.reason) for d in slack.deliveries] == [(None, "connection_failed")]


def test_duplicates_are_one_event_to_those_who_look_at_its_id(world: World) -> None:
    once: list[str] = []
    seen: set[str] = set()
    lock = threading.Lock()

    def set_up(bolt: Bolt) -> None:
        @bolt.event("message")
        def heard(body: Json, say: Say) -> None:
            with lock:
                if body["event_id"] in seen:
                    once.append(body["event_id"])
                    return
                seen.add(body["event_id"])
            say("once")

    with with_bolt(world, set_up) as slack:
        slack.say(world.dana, world.team.dm(world.dana), "hello", manner=Manner(duplicate=True))
        world.team.wait_for(lambda team: team.said_by_bot())
        slack.settle()
    assert len(once) == 1
    assert [m.text for m in world.team.said_by_bot()] == ["once"]


def test_what_is_not_subscribed_is_not_told() -> None:
    with workspace(Team(App(events=frozenset({"app_mention"})))) as world:
        with answering(lambda _: PlainTextResponse("")) as address, Slack(world.team, address) as slack:
            slack.say(world.dana, world.room, "@Sync Triage hello")
            slack.open_home(world.dana)
            slack.settle()
        assert [d.sent["event"]["type"] for d in slack.deliveries] == ["app_mention"]


def test_waiting_for_what_does_not_happen_ends(world: World) -> None:
    with pytest.raises(TimeoutError):
        world.team.wait_for(lambda team: team.said_by_bot(), 0.05)


def test_the_bot_can_leave_and_is_deaf_then(world: World) -> None:
    heard = Heard()
    with with_bolt(world, listening(heard)) as slack:
        world.team.leave(world.room, world.team.app.bot_user)
        slack.say(world.dana, world.room, "@Sync Triage hello")
        world.team.join(world.room, world.team.app.bot_user)
        slack.say(world.dana, world.room, "hello")
        slack.settle()
    assert kinds(heard.bodies) == ["message"]


def test_a_client_at_work_in_a_listener_sees_the_workspace(world: World) -> None:
    def set_up(bolt: Bolt) -> None:
        @bolt.event("app_mention")
        def answer(event: Json, client: WebClient) -> None:
            root = client.conversations_replies(channel=event["channel"], ts=event["thread_ts"])["messages"][0]
            client.chat_postMessage(channel=event["channel"], thread_ts=event["thread_ts"], text=f"re: {root['text']}")

        bolt.event("message")(lambda: None)

    with with_bolt(world, set_up) as slack:
        root = slack.say(world.dana, world.room, "no replies")
        slack.say(world.dana, world.room, "@Sync Triage look", thread_ts=root.ts)
        (answer,) = world.team.wait_for(lambda team: team.said_by_bot())
    assert (answer.text, answer.thread_ts) == ("re: no replies", root.ts)
