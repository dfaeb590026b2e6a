"""Block Kit's limits: just inside passes, just outside is refused in Slack's words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from playground.slack.blocks import message_complaints, view_complaints, written

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def button(id: str = "a", **fields: Any) -> Json:
    return {"type": "button", "text": plain("Go"), "action_id": id, **fields}


def actions(*elements: Json, **fields: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **fields}


def section(text: str = "x", **fields: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **fields}


def select(count: int, **fields: Any) -> Json:
    options = [{"text": plain(str(n)), "value": str(n)} for n in range(count)]
    return {"type": "static_select", "action_id": "s", "options": options, **fields}


CONFIRM = {"title": plain("Sure?"), "text": mrkdwn("Really"), "confirm": plain("Yes"), "deny": plain("No")}

GOOD: list[list[Json]] = [
    [],
    [{"type": "divider"}] * 50,
    [section("x" * 3000)],
    [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10}],
    [section(accessory=button(value="v" * 2000, url="https://x.y/" + "z" * 2988, confirm=CONFIRM, style="danger"))],
    [{"type": "header", "text": plain("x" * 150)}],
    [actions(*(button(str(n)) for n in range(25)))],
    [actions({**button(), "text": plain("x" * 75)}, select(100))],
    [{"type": "context", "elements": [mrkdwn("x")] * 10}],
    [{"type": "context", "elements": [{"type": "image", "image_url": "https://x.y/z.png", "alt_text": "z"}]}],
    [{"type": "markdown", "text": "x" * 12_000}],
    [actions(button("same"), block_id="one"), actions(button("same"), block_id="two")],
    [{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}] * 20] * 100}],
    [{"type": "container", "title": plain("More"), "child_blocks": [section()] * 10, "is_collapsible": True}],
    [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}],
    [{"type": "card", "title": mrkdwn("x"), "actions": [button()]}],
]

BAD: list[tuple[list[Json] | Any, str]] = [
    ({}, "must be an array [json-pointer:/blocks]"),
    ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    ([{"type": "banner"}], "unsupported type: banner [json-pointer:/blocks/0/type]"),
    ([{"text": mrkdwn("x")}], "missing required field: type [json-pointer:/blocks/0]"),
    ([{"type": "alert", "text": mrkdwn("x")}], "unsupported type: alert [json-pointer:/blocks/0/type]"),
    ([{"type": "section"}], "must define either `text` or `fields` [json-pointer:/blocks/0]"),
    ([section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ([section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    ([section(colour="red")], "invalid additional property: colour [json-pointer:/blocks/0]"),
    ([{"type": "section", "text": {**mrkdwn("x"), "emoji": True}}],
     "invalid additional property: emoji [json-pointer:/blocks/0/text]"),
    ([{"type": "section", "text": "x"}], "must be an object [json-pointer:/blocks/0/text]"),
    ([{"type": "section", "fields": [mrkdwn("x")] * 11}], "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
    ([{"type": "section", "fields": [mrkdwn("x" * 2001)]}],
     "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]"),
    ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
    ([{"type": "header", "text": mrkdwn("x")}], "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
    ([actions()], "no less than 1 items required [json-pointer:/blocks/0/elements]"),
    ([actions(*(button(str(n)) for n in range(26)))], "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
    ([actions({"type": "plain_text_input", "action_id": "a"})],
     "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]"),
    ([{"type": "context", "elements": [mrkdwn("x")] * 11}], "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
    ([{"type": "context", "elements": [button()]}], "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"),
    ([actions({**button(), "text": plain("x" * 76)})],
     "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
    ([actions(button(value="x" * 2001))], "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
    ([actions(button(url="https://x.y/" + "z" * 2989))],
     "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]"),
    ([actions(button(url="setup page"))], "must be a valid URL [json-pointer:/blocks/0/elements/0/url]"),
    ([actions(button(style="blue"))], "value must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]"),
    ([actions(button("x" * 256))], "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]"),
    ([section(block_id="x" * 256)], "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
    ([actions(button(confirm=CONFIRM | {"title": plain("x" * 101)}))],
     "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]"),
    ([actions(button(confirm=CONFIRM | {"confirm": plain("x" * 31)}))],
     "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]"),
    ([actions(select(101))], "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]"),
    ([actions({"type": "static_select", "action_id": "s"})],
     "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]"),
    ([actions(button("a"), button("a"))],
     '`action_id` "a" already exists for another element in this block [json-pointer:/blocks/0]'),
    ([section(block_id="b"), section(block_id="b")],
     '`block_id` "b" already exists for another block [json-pointer:/blocks/1/block_id]'),
    ([{"type": "markdown", "text": "x" * 7000}] * 2,
     "markdown blocks must be less than 12001 characters together [json-pointer:/blocks]"),
    ([{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}] * 2,
     "only one table is allowed per message [json-pointer:/blocks]"),
    ([{"type": "rich_text", "elements": [{"type": "marquee"}]}],
     "unsupported type: marquee [json-pointer:/blocks/0/elements/0/type]"),
]  # fmt: skip


@pytest.mark.parametrize("blocks", GOOD)
def test_what_slack_accepts(blocks: list[Json]) -> None:
    assert message_complaints(blocks) == []


@pytest.mark.parametrize(("blocks", "complaint"), BAD)
def test_what_slack_refuses(blocks: Any, complaint: str) -> None:
    assert complaint in message_complaints(blocks)


@pytest.mark.parametrize("blocks", GOOD)
def test_the_official_models_agree_on_what_is_good(blocks: list[Json]) -> None:
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.to_dict()


@pytest.mark.parametrize("size", [150, 151])
def test_the_official_models_agree_on_a_limit(size: int) -> None:
    header = {"type": "header", "text": plain("x" * size)}
    parsed = Block.parse(header)
    assert parsed is not None
    if message_complaints([header]):
        with pytest.raises(SlackObjectFormationError):
            parsed.to_dict()
    else:
        parsed.to_dict()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(
        st.sampled_from(["type", "text", "elements", "fields", "rows", "options", "child_blocks"]) | st.text(max_size=3),
        st.sampled_from(["section", "actions", "card", "carousel", "container", "mrkdwn", "table"]) | inside, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_json_gets_an_opinion(value: Any) -> None:
    assert all(isinstance(each, str) for each in message_complaints([value]) + view_complaints(value, "modal"))


def modal(**fields: Any) -> Json:
    return {"type": "modal", "title": plain("Case"), "blocks": [section()], **fields}


INPUT = {"type": "input", "label": plain("Error"), "element": {"type": "plain_text_input", "action_id": "t"}}


@pytest.mark.parametrize("view", [
    modal(), modal(blocks=[section()] * 100), modal(private_metadata="x" * 3000), modal(submit=plain("x" * 24), blocks=[INPUT]),
    modal(blocks=[{"type": "alert", "text": plain("x"), "level": "warning"}]),
])  # fmt: skip
def test_modals_slack_accepts(view: Json) -> None:
    assert view_complaints(view, "modal") == []


@pytest.mark.parametrize(("view", "pointer"), [
    (modal(blocks=[section()] * 101), "/view/blocks"),
    (modal(title=plain("x" * 25)), "/view/title/text"),
    (modal(submit=plain("x" * 25)), "/view/submit/text"),
    (modal(close=plain("x" * 25)), "/view/close/text"),
    (modal(private_metadata="x" * 3001), "/view/private_metadata"),
    (modal(callback_id="x" * 256), "/view/callback_id"),
    (modal(blocks=[INPUT]), "/view"),
    (modal(blocks=[{"type": "container", "title": plain("x"), "child_blocks": [section()]}]), "/view/blocks/0/type"),
    ({"type": "modal", "blocks": []}, "/view"),
    ({"type": "home", "blocks": []}, "/view/type"),
])  # fmt: skip
def test_modals_slack_refuses(view: Json, pointer: str) -> None:
    (complaint,) = view_complaints(view, "modal")
    assert complaint.endswith(f"[json-pointer:{pointer}]")


def test_alerts_are_for_modals_alone() -> None:
    view = {"type": "home", "blocks": [{"type": "alert", "text": plain("x")}]}
    assert view_complaints(view, "home") == ["unsupported type: alert [json-pointer:/view/blocks/0/type]"]


def test_all_that_is_written_is_counted() -> None:
    assert written([section("12345"), actions(button()), {"type": "context", "elements": [mrkdwn("123")]}]) == 5 + 2 + 3
