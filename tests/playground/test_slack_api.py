"""The Web API as the official client meets it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from playground.slack.actor import Slack
from playground.slack.app import App
from tests.playground.slack_bench import World, workspace


@pytest.fixture
def world() -> Iterator[World]:
    with workspace() as there:
        yield there


def refusal(call: Any, **arguments: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    data = caught.value.response.data
    assert isinstance(data, dict)
    return data


def test_a_token_is_asked_for(world: World) -> None:
    base = world.client.base_url
    assert httpx.post(f"{base}auth.test").json() == {"ok": False, "error": "not_authed"}
    assert refusal(WebClient(token="xoxb-other", base_url=base).auth_test)["error"] == "invalid_auth"
    assert (
        refusal(WebClient(token=world.team.app.app_token, base_url=base).auth_test)["error"] == "not_allowed_token_type"
    )
    assert (
        httpx.post(f"{base}auth.test", data={"token": world.team.app.bot_token}).json()["user_id"]
        == world.team.app.bot_user
    )


def test_a_revoked_token_is_worth_nothing(world: World) -> None:
    world.team.revoke()
    assert refusal(world.client.auth_test)["error"] == "account_inactive"


def test_a_missing_scope_is_named_with_what_there_is(world: World) -> None:
    world.team.scopes -= {"chat:write"}
    with pytest.raises(SlackApiError) as caught:
        world.client.chat_postMessage(channel=world.room.id, text="hello")
    answer = caught.value.response
    assert answer["error"] == "missing_scope"
    assert answer["needed"] == "chat:write"
    assert "chat:write" not in answer["provided"].split(",")
    assert answer.headers["x-accepted-oauth-scopes"] == "chat:write"
    assert "users:read" in answer.headers["x-oauth-scopes"].split(",")


def test_an_address_needs_its_own_scope(world: World) -> None:
    profile = world.client.users_info(user=world.dana.id)["user"]
    assert (profile["profile"]["email"], profile["real_name"]) == ("dana@acme.com", "Dana Reyes")
    assert profile["tz"] == "America/New_York"
    assert profile["tz_offset"] in (-5 * 3600, -4 * 3600)
    world.team.scopes -= {"users:read.email"}
    assert "email" not in world.client.users_info(user=world.dana.id)["user"]["profile"]
    assert refusal(world.client.users_lookupByEmail, email="dana@acme.com")["needed"] == "users:read.email"


def test_people_are_found_by_address(world: World) -> None:
    assert world.client.users_lookupByEmail(email="Dana@ACME.com")["user"]["id"] == world.dana.id
    assert refusal(world.client.users_lookupByEmail, email="no@acme.com")["error"] == "users_not_found"
    assert refusal(world.client.users_info, user="U404")["error"] == "user_not_found"


def test_unknown_methods_are_unknown(world: World) -> None:
    assert refusal(world.client.api_call, api_method="chat.shout")["error"] == "unknown_method"


def test_methods_that_take_forms_ignore_json(world: World) -> None:
    assert (
        refusal(world.client.api_call, api_method="users.info", json={"user": world.dana.id})["error"]
        == "invalid_arguments"
    )


@pytest.mark.parametrize(("body", "kind", "error"), [
    ("{", "application/json", "invalid_json"),
    ("[]", "application/json", "json_not_object"),
    ("channel=C1", "text/plain", "invalid_post_type"),
])  # fmt: skip
def test_unreadable_requests_are_refused(world: World, body: str, kind: str, error: str) -> None:
    headers = {"content-type": kind, "authorization": f"Bearer {world.team.app.bot_token}"}
    assert (
        httpx.post(f"{world.client.base_url}chat.postMessage", content=body, headers=headers).json()["error"] == error
    )


def test_a_message_is_posted_changed_and_taken_back(world: World) -> None:
    posted = world.client.chat_postMessage(channel=world.room.id, text="one", blocks=[{"type": "divider"}])
    at = {"channel": world.room.id, "ts": posted["ts"]}
    assert posted["message"]["blocks"][0]["block_id"]
    world.client.chat_update(**at, text="two")
    (kept,) = world.team.history(world.room)
    assert (kept.text, len(kept.blocks), kept.edited_by) == ("two", 1, world.team.app.bot_user)
    world.client.chat_update(**at, text="three", blocks=[])
    assert world.team.latest(kept).blocks == ()
    world.client.chat_delete(**at)
    assert refusal(world.client.chat_update, **at, text="four")["error"] == "message_not_found"


def test_only_its_own_messages_may_be_changed(world: World) -> None:
    theirs = world.team.post(world.room, world.dana, "mine")
    at = {"channel": world.room.id, "ts": theirs.ts}
    assert refusal(world.client.chat_update, **at, text="yours")["error"] == "cant_update_message"
    assert refusal(world.client.chat_delete, **at)["error"] == "cant_delete_message"


def test_an_update_holds_four_thousand_bytes_of_text(world: World) -> None:
    posted = world.client.chat_postMessage(channel=world.room.id, text="one")
    at = {"channel": world.room.id, "ts": posted["ts"]}
    world.client.chat_update(**at, text="x" * 4000)
    assert refusal(world.client.chat_update, **at, text="–" * 1400)["error"] == "msg_too_long"
    assert refusal(world.client.chat_update, **at, text="&" * 1000)["error"] == "msg_too_long"


@pytest.mark.parametrize(("content", "error"), [
    ({}, "no_text"),
    ({"text": ""}, "no_text"),
    ({"text": "x" * 40_001}, "msg_too_long"),
    ({"text": "x", "blocks": "nonsense"}, "invalid_blocks_format"),
    ({"text": "x", "blocks": [{"type": "section"}]}, "invalid_blocks"),
    ({"text": "x", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 4}, "msg_blocks_too_long"),
    ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
    ({"text": "x", "metadata": {"event_type": "a", "event_payload": []}}, "invalid_metadata_format"),
    ({"text": "x", "metadata": "{"}, "invalid_metadata_format"),
    ({"text": "x", "thread_ts": "0"}, "invalid_thread_ts"),
    ({"text": "x", "thread_ts": "1732440000.000100"}, "thread_not_found"),
])  # fmt: skip
def test_what_slack_would_not_post(world: World, content: dict[str, Any], error: str) -> None:
    said = {"channel": world.room.id, **content}
    assert refusal(world.client.api_call, api_method="chat.postMessage", json=said)["error"] == error
    assert world.team.said_by_bot() == []


def test_a_bot_speaks_only_where_it_is(world: World) -> None:
    elsewhere = world.team.add_channel("random", with_bot=False)
    secret = world.team.add_channel("board", private=True, with_bot=False)
    assert refusal(world.client.chat_postMessage, channel=elsewhere.id, text="x")["error"] == "not_in_channel"
    assert refusal(world.client.chat_postMessage, channel=secret.id, text="x")["error"] == "channel_not_found"
    assert refusal(world.client.chat_postMessage, channel="C404", text="x")["error"] == "channel_not_found"


def test_direct_messages_are_opened_once(world: World) -> None:
    first = world.client.conversations_open(users=world.dana.id)
    again = world.client.conversations_open(users=[world.dana.id])
    assert first["channel"]["id"].startswith("D")
    assert (again["channel"]["id"], again["already_open"]) == (first["channel"]["id"], True)
    assert refusal(world.client.conversations_open, users="U404")["error"] == "user_not_found"
    world.team.scopes -= {"im:write"}
    assert refusal(world.client.conversations_open, users=world.dana.id)["error"] == "missing_scope"


def test_ephemeral_messages_are_for_members_and_leave_no_trace(world: World) -> None:
    sam = world.team.add_user("sam")
    to_sam = {"channel": world.room.id, "user": sam.id, "text": "x"}
    assert refusal(world.client.chat_postEphemeral, **to_sam)["error"] == "user_not_in_channel"
    ts = world.client.chat_postEphemeral(channel=world.room.id, user=world.dana.id, text="x")["message_ts"]
    assert world.team.history(world.room) == []
    assert refusal(world.client.chat_update, channel=world.room.id, ts=ts, text="y")["error"] == "message_not_found"


def test_a_thread_is_read_with_metadata_only_on_request(world: World) -> None:
    first = world.team.post(world.room, world.dana, "help")
    metadata = {"event_type": "report", "event_payload": {"causes": ["a"], "deep": {"er": [1]}}}
    world.client.chat_postMessage(channel=world.room.id, text="here", thread_ts=first.ts, metadata=metadata)
    at: dict[str, Any] = {"channel": world.room.id, "ts": first.ts}
    parent, reply = world.client.conversations_replies(**at)["messages"]
    assert (parent["reply_count"], reply["text"], reply["parent_user_id"]) == (1, "here", world.dana.id)
    assert "metadata" not in reply
    assert world.client.conversations_replies(**at, include_all_metadata=True)["messages"][1]["metadata"] == metadata


def test_threads_come_in_pages(world: World) -> None:
    first = world.team.post(world.room, world.dana, "0")
    for number in range(1, 5):
        world.team.post(world.room, world.dana, str(number), thread_ts=first.ts)
    pages = world.client.conversations_replies(channel=world.room.id, ts=first.ts, limit=2)
    assert [[m["text"] for m in page["messages"]] for page in pages] == [["0", "1"], ["2", "3"], ["4"]]


def test_reading_a_thread_takes_the_scope_of_its_channel(world: World) -> None:
    first = world.team.post(world.room, world.dana, "help")
    world.team.scopes -= {"channels:history"}
    answer = refusal(world.client.conversations_replies, channel=world.room.id, ts=first.ts)
    assert (answer["error"], answer["needed"]) == ("missing_scope", "channels:history")


def test_the_thread_of_nothing_is_not_found(world: World) -> None:
    assert (
        refusal(world.client.conversations_replies, channel=world.room.id, ts="1.000100")["error"] == "thread_not_found"
    )


def test_permalinks_name_the_thread(world: World) -> None:
    first = world.team.post(world.room, world.dana, "help")
    reply = world.team.post(world.room, world.dana, "hello?", thread_ts=first.ts)
    link = world.client.chat_getPermalink(channel=world.room.id, message_ts=reply.ts)["permalink"]
    assert link.endswith(f"/p{reply.ts.replace('.', '')}?thread_ts={first.ts}&cid={world.room.id}")


def test_a_status_lasts_until_the_bot_speaks(world: World) -> None:
    first = world.team.post(world.room, world.dana, "help")
    world.client.assistant_threads_setStatus(channel_id=world.room.id, thread_ts=first.ts, status="is checking")
    assert world.team.statuses == {(world.room.id, first.ts): "is checking"}
    world.client.chat_postMessage(channel=world.room.id, thread_ts=first.ts, text="done")
    assert world.team.statuses == {}


def test_prompts_of_an_agent_belong_to_no_thread(world: World) -> None:
    place = world.team.dm(world.dana)
    prompts = [{"title": "State", "message": "Is the sync working?"}]
    first = world.team.post(place, world.dana, "hi")
    world.client.assistant_threads_setSuggestedPrompts(channel_id=place.id, thread_ts=first.ts, prompts=prompts)
    assert world.team.prompts == {}
    world.client.assistant_threads_setSuggestedPrompts(channel_id=place.id, prompts=prompts)
    assert world.team.prompts == {place.id: prompts}
    five = {"channel_id": place.id, "prompts": prompts * 5}
    assert refusal(world.client.assistant_threads_setSuggestedPrompts, **five)["error"] == "invalid_arguments"


def test_files_are_for_those_with_a_token(world: World) -> None:
    with Slack(world.team, "http://127.0.0.1:9") as slack:
        (file,) = slack.drop_file(world.dana, world.room, "error.txt", b"INVALID_FIELD").files
    shown = world.client.files_info(file=file.id)["file"]
    url, token = shown["url_private_download"], {"authorization": f"Bearer {world.team.app.bot_token}"}
    assert httpx.get(url, headers=token).content == b"INVALID_FIELD"
    assert "Sign in" in httpx.get(url, follow_redirects=True).text
    world.team.scopes -= {"files:read"}
    assert httpx.get(url, headers=token).status_code == 302
    assert refusal(world.client.files_info, file=file.id)["error"] == "missing_scope"


def test_planned_failures_come_once_and_in_order(world: World) -> None:
    world.team.fail("auth.test", status=429, headers={"Retry-After": "7"})
    world.team.fail("auth.test", status=503)
    world.team.fail("auth.test", body="{")
    url, token = f"{world.client.base_url}auth.test", {"authorization": f"Bearer {world.team.app.bot_token}"}
    limited, down, broken, well = (httpx.post(url, headers=token) for _ in range(4))
    assert (limited.status_code, limited.headers["retry-after"], limited.json()["error"]) == (429, "7", "ratelimited")
    assert (down.status_code, down.text[:9]) == (503, "<!DOCTYPE")
    assert (broken.status_code, broken.text) == (200, "{")
    assert well.json()["ok"]
    assert [call.status for call in world.team.calls] == [429, 503, 200, 200]


def test_an_answer_can_be_lost_though_the_work_is_done(world: World) -> None:
    world.team.fail("chat.postMessage", status=502, done_anyway=True)
    with pytest.raises(SlackApiError):
        world.client.chat_postMessage(channel=world.room.id, text="once")
    assert [m.text for m in world.team.history(world.room)] == ["once"]


def test_slow_answers_are_slow(world: World) -> None:
    world.team.fail("auth.test", delay=5)
    with pytest.raises(TimeoutError):
        WebClient(
            token=world.team.app.bot_token, base_url=world.client.base_url, timeout=1, retry_handlers=[]
        ).auth_test()


def test_one_message_a_second_and_channel_where_that_is_switched_on(world: World) -> None:
    world.team.limits.set("chat.postMessage", 1, 60.0, per_channel=True)
    other = world.team.add_channel("other")
    world.client.chat_postMessage(channel=world.room.id, text="x")
    world.client.chat_postMessage(channel=other.id, text="x")
    with pytest.raises(SlackApiError) as caught:
        world.client.chat_postMessage(channel=world.room.id, text="x")
    assert caught.value.response.status_code == 429
    assert 58 <= int(caught.value.response.headers["retry-after"]) <= 61


def test_calls_are_recorded_without_the_token(world: World) -> None:
    httpx.post(f"{world.client.base_url}api.test", data={"token": world.team.app.bot_token, "foo": "bar"})
    assert [(c.method, c.args, c.status, c.error) for c in world.team.calls] == [
        ("api.test", {"foo": "bar"}, 200, None)
    ]


def test_many_threads_post_at_once(world: World) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: world.client.chat_postMessage(channel=world.room.id, text=str(n)), range(40)))
    said = world.team.history(world.room)
    assert sorted(int(m.text) for m in said) == list(range(40))
    assert len({m.ts for m in said}) == 40


def test_an_app_follows_its_manifest() -> None:
    app = App.of({
        "display_information": {"name": "Sync Triage"},
        "features": {
            "bot_user": {"display_name": "Triage"}, "app_home": {"home_tab_enabled": True}, "agent_view": {},
            "slash_commands": [{"command": "/syncstatus", "description": "d", "should_escape": True}],
            "shortcuts": [{"name": "n", "type": "message", "callback_id": "triage_message", "description": "d"}],
        },
        "oauth_config": {"scopes": {"bot": ["commands"], "bot_optional": ["files:read"]}},
        "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
    })  # fmt: skip
    assert (app.name, app.scopes, app.events) == (
        "Triage",
        frozenset({"commands", "files:read"}),
        frozenset({"app_mention"}),
    )
    assert (app.commands, app.shortcuts) == ({"/syncstatus": True}, {"triage_message": "message"})
    assert (app.home_tab, app.messages_tab, app.agent) == (True, False, True)
