"""Block Kit's text objects, options, confirmations and elements: their fields and limits.

https://docs.slack.dev/reference/block-kit/block-elements and …/composition-objects
"""

from collections.abc import Mapping

from playground.slack.shapes import (
    Shape,
    anything,
    at_least_one,
    complaint,
    many,
    matching,
    no_more_than_one,
    number,
    one_of,
    record,
    text,
    typed,
    url,
    yes_no,
)

ID = 255
ACTION_ID = text(ID)


def plain(longest: int) -> Shape:
    return typed({"plain_text": record({"type": anything, "text": text(longest)}, {"emoji": yes_no})})


def either_text(longest: int) -> Shape:
    return typed(
        {
            "plain_text": record({"type": anything, "text": text(longest)}, {"emoji": yes_no}),
            "mrkdwn": record({"type": anything, "text": text(longest)}, {"verbatim": yes_no}),
        }
    )


CONFIRM = record(
    {"title": plain(100), "text": either_text(300)},
    {"confirm": plain(30), "deny": plain(30), "style": one_of("primary", "danger")},
)


def options(most: int, *, rich: bool, links: bool = False) -> Shape:
    says = either_text(75) if rich else plain(75)
    extra: dict[str, Shape] = {"description": says}
    return many(record({"text": says, "value": text(150)}, extra | ({"url": url()} if links else {})), most)


OPTION = record({"text": plain(75), "value": text(150)}, {"description": plain(75)})
RICH_OPTION = record({"text": either_text(75), "value": text(150)}, {"description": either_text(75)})
GROUPS = many(record({"label": plain(75), "options": options(100, rich=False)}), 100)
FILTER = record({}, {"include": many(one_of("im", "mpim", "private", "public"), 4), "exclude_bot_users": yes_no,
                     "exclude_external_shared_channels": yes_no}, at_least_one(
                         "include", "exclude_bot_users", "exclude_external_shared_channels"))  # fmt: skip
DISPATCH = record({}, {"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), 2)})
STYLE = one_of("primary", "danger")
SEEN_BY = many(text(ID), 100)
PICTURE = {"image_url": url(), "slack_file": record({}, {"id": text(ID), "url": url()}, at_least_one("id", "url"))}


def element(
    required: Mapping[str, Shape] | None = None, optional: Mapping[str, Shape] | None = None, *, input: bool = False,
    named: bool = False,
) -> Shape:  # fmt: skip
    """An interactive element; without an action id of its own Slack makes one up, except where `named`."""
    also: dict[str, Shape] = {"focus_on_load": yes_no} if input else {}
    if named:
        return record({"type": anything, "action_id": ACTION_ID, **(required or {})}, {**(optional or {}), **also})
    return record({"type": anything, **(required or {})}, {"action_id": ACTION_ID, **(optional or {}), **also})


def menu(**optional: Shape) -> Shape:
    return element({}, {"placeholder": plain(150), "confirm": CONFIRM, **optional}, input=True)


def static_menu(**optional: Shape) -> Shape:
    fields = {"type": anything, "action_id": ACTION_ID, "placeholder": plain(150), "confirm": CONFIRM,
              "options": options(100, rich=False), "option_groups": GROUPS, "focus_on_load": yes_no}  # fmt: skip
    return record({"type": anything}, {**fields, **optional}, at_least_one("options", "option_groups"),
                  no_more_than_one("options", "option_groups"))  # fmt: skip


def typing(**optional: Shape) -> Shape:
    return element({}, {"placeholder": plain(150), "dispatch_action_config": DISPATCH, **optional}, input=True)


MOST = number(1, 10_000)
PEOPLE = many(text(ID), 100)
NUMERAL = matching(r"-?\d+(\.\d+)?")
INITIAL = many(OPTION, 100)
ASKED = many(RICH_OPTION, 10)

ELEMENTS: dict[str, Shape] = {
    "button": element({"text": plain(75)}, {
        "value": text(2000), "url": url(), "style": STYLE, "confirm": CONFIRM, "accessibility_label": text(75),
        "visible_to_user_ids": SEEN_BY, "agent_prompt": text(4000), "agent_prompt_display": anything,
    }),
    "workflow_button": element({"text": plain(75), "workflow": anything}, {"style": STYLE, "accessibility_label": text(75)}),
    "icon_button": element({"icon": text(ID), "text": plain(75)}, {
        "value": text(2000), "confirm": CONFIRM, "accessibility_label": text(75), "visible_to_user_ids": SEEN_BY,
    }),
    "feedback_buttons": element({
        side: record({"text": plain(75), "value": text(2000)}, {"accessibility_label": text(75)})
        for side in ("positive_button", "negative_button")
    }),
    "static_select": static_menu(initial_option=OPTION),
    "multi_static_select": static_menu(initial_options=INITIAL, max_selected_items=MOST),
    "external_select": menu(initial_option=OPTION, min_query_length=number(0, 10_000)),
    "multi_external_select": menu(
        initial_options=INITIAL, min_query_length=number(0, 10_000), max_selected_items=MOST),
    "users_select": menu(initial_user=text(ID)),
    "multi_users_select": menu(initial_users=PEOPLE, max_selected_items=MOST),
    "conversations_select": menu(
        initial_conversation=text(ID), default_to_current_conversation=yes_no, response_url_enabled=yes_no, filter=FILTER),
    "multi_conversations_select": menu(
        initial_conversations=PEOPLE, default_to_current_conversation=yes_no, max_selected_items=MOST, filter=FILTER),
    "channels_select": menu(initial_channel=text(ID), response_url_enabled=yes_no),
    "multi_channels_select": menu(initial_channels=PEOPLE, max_selected_items=MOST),
    "overflow": element({"options": options(5, rich=False, links=True)}, {"confirm": CONFIRM}),
    "datepicker": menu(initial_date=matching(r"\d{4}-\d\d-\d\d")),
    "timepicker": menu(initial_time=matching(r"([01]\d|2[0-3]):[0-5]\d"), timezone=text(ID)),
    "datetimepicker": element({}, {"initial_date_time": number(10**9, 10**10 - 1), "confirm": CONFIRM}, input=True),
    "checkboxes": element({"options": options(10, rich=True)}, {"initial_options": ASKED, "confirm": CONFIRM}, input=True),
    "radio_buttons": element(
        {"options": options(10, rich=True)}, {"initial_option": RICH_OPTION, "confirm": CONFIRM}, input=True),
    "plain_text_input": typing(
        initial_value=text(3000, 0), multiline=yes_no, min_length=number(0, 3000), max_length=number(1, 3000)),
    "email_text_input": typing(initial_value=text(3000, 0)),
    "url_text_input": typing(initial_value=text(3000, 0)),
    "number_input": element({"is_decimal_allowed": yes_no}, {
        "initial_value": NUMERAL, "min_value": NUMERAL, "max_value": NUMERAL, "placeholder": plain(150),
        "dispatch_action_config": DISPATCH}, input=True),
    "rich_text_input": typing(initial_value=anything, min_lines=number(1, 100), max_lines=number(1, 100)),
    "file_input": element({}, {"filetypes": many(text(ID), 100), "max_files": number(1, 10)}),
    "image": record(
        {"type": anything, "alt_text": text(2000)}, PICTURE, at_least_one("image_url", "slack_file"),
        no_more_than_one("image_url", "slack_file")),
}  # fmt: skip

TYPED_IN = frozenset({
    "plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input",
})  # fmt: skip
"""What one types or drops, only ever inside an input block."""

MENTIONED_ONLY = frozenset({"image", "feedback_buttons", "icon_button"})
"""Elements at home in context or context-actions blocks."""

CLICKED = frozenset(ELEMENTS) - TYPED_IN - MENTIONED_ONLY
INPUTS = frozenset(ELEMENTS) - MENTIONED_ONLY - {"button", "workflow_button", "overflow"}
ACCESSORIES = CLICKED | {"image"}


def context_item(value: object, pointer: str) -> list[str]:
    """A picture or a text; Slack names no limit for the latter, so a section's is taken."""
    if isinstance(value, Mapping) and value.get("type") in ("plain_text", "mrkdwn"):
        return either_text(3000)(value, pointer)
    return typed(ELEMENTS, {"image"})(value, pointer)


RICH_PARTS = {
    "text": "text", "link": "url", "user": "user_id", "channel": "channel_id", "emoji": "name", "team": "team_id",
    "usergroup": "usergroup_id", "broadcast": "range", "date": "timestamp", "color": "value",
}  # fmt: skip
"""The smallest parts of rich text, and the one field each cannot do without."""


def rich_part(value: object, pointer: str) -> list[str]:
    """Rich text, as deep as it goes: parts of known kinds, with words in them where words belong."""
    if not isinstance(value, Mapping):
        return complaint("must be an object", pointer)
    kind = value.get("type")
    if kind in ("rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"):
        return many(rich_part, 10_000, 0)(value.get("elements"), f"{pointer}/elements")
    if not isinstance(kind, str) or kind not in RICH_PARTS:
        return complaint(f"unsupported type: {kind}", f"{pointer}/type")
    needed = RICH_PARTS[kind]
    return complaint(f"missing required field: {needed}", pointer) if value.get(needed) in (None, "") else []
