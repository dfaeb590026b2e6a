"""What a person did to an element, in the words of a payload: the button clicked, the option chosen, the text typed."""

from collections.abc import Iterable, Mapping
from typing import Any

from playground.slack.blocks import interactive, nested
from playground.slack.records import Json

CHOSEN = {
    "users_select": "selected_user", "channels_select": "selected_channel", "datepicker": "selected_date",
    "conversations_select": "selected_conversation", "timepicker": "selected_time",
    "datetimepicker": "selected_date_time", "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels", "multi_conversations_select": "selected_conversations",
}  # fmt: skip
INITIAL = {
    "static_select": "initial_option", "radio_buttons": "initial_option", "external_select": "initial_option",
    "multi_static_select": "initial_options", "checkboxes": "initial_options", "multi_external_select": "initial_options",
    "users_select": "initial_user", "channels_select": "initial_channel", "datepicker": "initial_date",
    "conversations_select": "initial_conversation", "timepicker": "initial_time",
    "datetimepicker": "initial_date_time",
}  # fmt: skip
ONE, SEVERAL = ("static_select", "radio_buttons", "external_select", "overflow"), (
    "multi_static_select", "checkboxes", "multi_external_select")  # fmt: skip
STATELESS = ("button", "workflow_button", "overflow", "image", "feedback_buttons", "icon_button")


def placed(blocks: Iterable[Mapping[str, object]]) -> list[tuple[Json, Json]]:
    """Every element that can be acted on, with the block it stands in."""
    return [(dict(block), each) for outer in blocks for block in nested(outer) for each in interactive(block)]


def find(blocks: Iterable[Mapping[str, object]], action_id: str, user: str) -> tuple[Json, Json]:
    """The block and element of this action id; LookupError if there is none this person can see."""
    for block, element in placed(blocks):
        if element.get("action_id") == action_id:
            if user not in element.get("visible_to_user_ids", [user]):
                raise LookupError(f"{user} does not see {action_id}")
            return block, element
    there = [str(each.get("action_id")) for _, each in placed(blocks)]
    raise LookupError(f"nothing to click is called {action_id}; there are: {', '.join(there) or 'none'}")


def _option(element: Json, value: object) -> Json:
    groups = [group["options"] for group in element.get("option_groups", ())]
    for option in [*element.get("options", ()), *(each for group in groups for each in group)]:
        if option["value"] == value:
            return dict(option)
    raise LookupError(f"{element.get('action_id')} has no option {value!r}")


def chosen(element: Json, value: Any) -> Json:
    """What choosing or typing `value` adds to an action or to a view's state."""
    kind = element["type"]
    if kind in ("button", "icon_button", "workflow_button"):
        return {name: each for name, each in element.items() if name in ("text", "value", "style", "url", "confirm")}
    if kind == "feedback_buttons":
        sides = [element[name] for name in ("positive_button", "negative_button")]
        side = next((each for each in sides if each["value"] == value), None)
        if side is None:
            raise LookupError(f"{element.get('action_id')} has no button {value!r}")
        return {"text": side["text"], "value": side["value"]}
    if kind in ONE:
        return {"selected_option": None if value is None else _option(element, value)}
    if kind in SEVERAL:
        return {"selected_options": [_option(element, each) for each in value or ()]}
    if kind == "file_input":
        return {"files": list(value or ())}
    if kind == "rich_text_input":
        return {"rich_text_value": value}
    return {CHOSEN.get(kind, "value"): value}


def state_of(blocks: Iterable[Mapping[str, object]], values: Mapping[str, Any]) -> Json:
    """`state.values` of a view or message: by block id, then action id. `values` may name either; what it leaves out
    stands as the app set it up."""
    state: Json = {}
    for block, element in placed(blocks):
        if element["type"] in STATELESS:
            continue
        given = next((values[id] for id in (element["action_id"], block["block_id"]) if id in values), None)
        first = INITIAL.get(element["type"], "initial_value")
        if given is None and element["type"] in (*ONE, *SEVERAL) and first in element:
            option = {"selected_option" if element["type"] in ONE else "selected_options": element[first]}
        else:
            option = chosen(element, element.get(first) if given is None else given)
        state.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], **option}
    return state


def unanswered(blocks: Iterable[Mapping[str, object]], state: Mapping[str, Mapping[str, Json]]) -> list[str]:
    """The inputs Slack's client would not let one submit: required ones left empty, text too short or too long."""
    wrong = []
    for block, element in placed(blocks):
        if block["type"] != "input":
            continue
        answer = {k: v for k, v in state[block["block_id"]][element["action_id"]].items() if k != "type"}
        value = next(iter(answer.values()), None)
        if value in (None, "", []):
            if not block.get("optional"):
                wrong.append(f"{block['block_id']}: please complete this required field")
        elif isinstance(value, str) and not element.get("min_length", 0) <= len(value) <= element.get(
            "max_length", 3000
        ):
            wrong.append(f"{block['block_id']}: {len(value)} characters")
    return wrong
