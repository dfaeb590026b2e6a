"""Block Kit's blocks and views: what Slack refuses, and in which words.

https://docs.slack.dev/reference/block-kit/blocks · https://docs.slack.dev/reference/views
"""

from collections.abc import Iterator, Mapping, Sequence

from playground.slack import elements as el
from playground.slack.records import Json
from playground.slack.shapes import (
    Rule,
    Shape,
    anything,
    at_least_one,
    complaint,
    many,
    no_more_than_one,
    one_of,
    record,
    text,
    typed,
    url,
    yes_no,
)

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
MARKDOWN_CHARACTERS = 12_000
BLOCK_CHARACTERS = 11_000
"""Slack documents no limit on all the text of a message together, and answers `msg_blocks_too_long` all the same: at
13,297 characters of markdown (slackapi/bolt-js#2509), and at 11,341 of rich text and sections (#2867)."""
VIEW_BYTES = 250_000


def block(
    required: Mapping[str, Shape] | None = None, optional: Mapping[str, Shape] | None = None, *rules: Rule
) -> Shape:
    always: dict[str, Shape] = {"block_id": text(el.ID)}
    return record({"type": anything, **(required or {})}, {**always, **(optional or {})}, *rules)


RICH_TEXT = block({"elements": many(el.rich_part, 10_000)})
CARD = block({}, {
    "hero_image": typed(el.ELEMENTS, {"image"}), "icon": typed(el.ELEMENTS, {"image"}), "title": el.either_text(150),
    "subtitle": el.either_text(150), "body": el.either_text(200), "actions": many(typed(el.ELEMENTS, {"button"}), 25),
}, at_least_one("hero_image", "title", "actions", "body"))  # fmt: skip
STATUS = one_of("pending", "in_progress", "complete", "error")
TASK = block({"task_id": text(el.ID), "title": text(3000)}, {
    "details": typed({"rich_text": RICH_TEXT}), "output": typed({"rich_text": RICH_TEXT}), "status": STATUS,
    "sources": many(record({"type": one_of("url"), "url": url(), "text": text(3000)}), 100, 0),
})  # fmt: skip
CELL = typed({
    "raw_text": record({"type": anything, "text": text(3000, 0)}),
    "raw_number": record({"type": anything, "value": anything}, {"text": text(3000)}),
    "rich_text": RICH_TEXT,
})  # fmt: skip

BLOCKS: dict[str, Shape] = {
    "section": block({}, {
        "text": el.either_text(3000), "fields": many(el.either_text(2000), 10), "expand": yes_no,
        "accessory": typed(el.ELEMENTS, el.ACCESSORIES),
    }, at_least_one("text", "fields")),
    "header": block({"text": el.plain(150)}),
    "divider": block(),
    "actions": block({"elements": many(typed(el.ELEMENTS, el.CLICKED), 25)}),
    "context": block({"elements": many(el.context_item, 10)}),
    "context_actions": block({"elements": many(typed(el.ELEMENTS, {"feedback_buttons", "icon_button"}), 5)}),
    "image": block({"alt_text": text(2000)}, {"title": el.plain(2000), **el.PICTURE},
                   at_least_one("image_url", "slack_file"), no_more_than_one("image_url", "slack_file")),
    "input": block({"label": el.plain(2000), "element": typed(el.ELEMENTS, el.INPUTS)},
                   {"hint": el.plain(2000), "optional": yes_no, "dispatch_action": yes_no}),
    "markdown": block({"text": text(MARKDOWN_CHARACTERS)}),
    "rich_text": RICH_TEXT,
    "file": block({"external_id": text(el.ID), "source": one_of("remote")}),
    "video": block({"alt_text": text(2000), "title": el.plain(200), "video_url": url(), "thumbnail_url": url()}, {
        "title_url": url(), "description": el.plain(200), "provider_icon_url": url(), "provider_name": text(50),
        "author_name": text(50)}),
    "table": block({"rows": many(many(CELL, 20), 100)}, {
        "column_settings": many(record({}, {"align": one_of("left", "center", "right"), "is_wrapped": yes_no}), 20)}),
    "task_card": TASK,
    "plan": block({"title": text(3000)}, {"tasks": many(typed({"task_card": TASK}), 100)}),
    "card": CARD,
    "carousel": block({"elements": many(typed({"card": CARD}), 10)}),
    "alert": block({"text": el.either_text(200)}, {"level": one_of("default", "info", "warning", "error", "success")}),
}  # fmt: skip
CONTAINED = frozenset(BLOCKS) - {"alert", "input", "carousel"}
BLOCKS["container"] = block({"child_blocks": many(typed(BLOCKS, CONTAINED), 10)}, {
    "title": el.either_text(150), "rich_text_title": typed({"rich_text": RICH_TEXT}), "subtitle": el.either_text(150),
    "width": one_of("narrow", "standard", "wide", "full"), "icon": typed(el.ELEMENTS, {"image"}),
    "is_collapsible": yes_no, "default_collapsed": yes_no, "has_header_divider": yes_no,
}, at_least_one("title", "rich_text_title"))  # fmt: skip

IN_MESSAGES = frozenset(BLOCKS) - {"alert"}
IN_MODALS = frozenset({
    "section", "header", "divider", "actions", "context", "image", "input", "rich_text", "video", "card", "alert",
})  # fmt: skip
IN_HOME = (IN_MODALS - {"alert"}) | {"carousel"}


def nested(block: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """A block and those inside it: a container's, a carousel's cards."""
    yield block
    inside = block.get("child_blocks") or (block.get("elements") if block.get("type") == "carousel" else None)
    for each in inside if isinstance(inside, list | tuple) else ():
        if isinstance(each, Mapping):
            yield from nested(each)


def interactive(block: Mapping[str, object]) -> list[Json]:
    """The elements of this one block that may carry an action id."""
    listed = block.get("actions" if block.get("type") == "card" else "elements")
    found = list(listed) if isinstance(listed, list | tuple) and block.get("type") != "carousel" else []
    found += [block[name] for name in ("accessory", "element") if name in block]
    return [each for each in found if isinstance(each, dict) and each.get("type") in el.ELEMENTS]


def _twins(blocks: Sequence[Mapping[str, object]], pointer: str) -> list[str]:
    """Block ids used twice in one message or view, action ids used twice in one block."""
    wrong, seen = [], set()
    for index, outer in enumerate(blocks):
        for each in nested(outer) if isinstance(outer, Mapping) else ():
            id = each.get("block_id")
            if id is not None and id in seen:
                wrong += complaint(f'`block_id` "{id}" already exists for another block', f"{pointer}/{index}/block_id")
            seen.add(id)
            actions = [element["action_id"] for element in interactive(each) if element.get("action_id")]
            for twin in dict.fromkeys(name for name in actions if actions.count(name) > 1):
                says = f'`action_id` "{twin}" already exists for another element in this block'
                wrong += complaint(says, f"{pointer}/{index}")
    return wrong


def message_complaints(blocks: object) -> list[str]:
    """Why Slack would answer `invalid_blocks`; empty if it would not."""
    wrong = many(typed(BLOCKS, IN_MESSAGES), MESSAGE_BLOCKS, 0)(blocks, "/blocks")
    if wrong or not isinstance(blocks, list | tuple):
        return wrong
    every = [each for outer in blocks for each in nested(outer)]
    if sum(len(str(each.get("text"))) for each in every if each["type"] == "markdown") > MARKDOWN_CHARACTERS:
        wrong += complaint(
            f"markdown blocks must be less than {MARKDOWN_CHARACTERS + 1} characters together", "/blocks"
        )
    if sum(each["type"] == "table" for each in every) > 1:
        wrong += complaint("only one table is allowed per message", "/blocks")
    return wrong + _twins(blocks, "/blocks")


def written(value: object) -> int:
    """The characters people will read in these blocks: every `text` that is a string, however deep."""
    if isinstance(value, Mapping):
        return sum(
            len(each) if name == "text" and isinstance(each, str) else written(each) for name, each in value.items()
        )
    return sum(written(each) for each in value) if isinstance(value, list | tuple) else 0


VIEWS: dict[str, Shape] = {
    "modal": record({"type": anything, "title": el.plain(24), "blocks": many(typed(BLOCKS, IN_MODALS), VIEW_BLOCKS, 0)}, {
        "submit": el.plain(24), "close": el.plain(24), "private_metadata": text(3000, 0), "callback_id": text(el.ID, 0),
        "external_id": text(el.ID, 0), "clear_on_close": yes_no, "notify_on_close": yes_no, "submit_disabled": yes_no,
    }),
    "home": record({"type": anything, "blocks": many(typed(BLOCKS, IN_HOME), VIEW_BLOCKS, 0)}, {
        "private_metadata": text(3000, 0), "callback_id": text(el.ID, 0), "external_id": text(el.ID, 0),
    }),
}  # fmt: skip


def view_complaints(view: object, allowed: str) -> list[str]:
    """Why Slack would answer `invalid_arguments` to this view on this surface (`modal`, `home`)."""
    wrong = typed(VIEWS, {allowed})(view, "/view")
    if wrong or not isinstance(view, Mapping):
        return wrong
    if any(each["type"] == "input" for each in view["blocks"]) and allowed == "modal" and not view.get("submit"):
        wrong += complaint("missing required field: submit", "/view")
    return wrong + _twins(view["blocks"], "/view/blocks")
