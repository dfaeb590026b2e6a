"""A conversation as lines of plain text, for a terminal. Pure: messages in, lines out."""

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from playground.slack.blocks import interactive, nested
from playground.slack.records import Json, Message
from playground.slack.typed import unescaped

CLICKABLE = (
    "button",
    "overflow",
    "static_select",
    "radio_buttons",
    "checkboxes",
    "multi_static_select",
    "feedback_buttons",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something one can click: `number` is how the lines call it, `value` what a menu would be set to (None: a
    button), `url` where a link button leads."""

    number: int
    label: str
    message: Message
    action_id: str
    value: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines, and what the numbers in them stand for."""

    lines: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(slots=True)
class _Page:
    """A transcript while it is written."""

    names: Mapping[str, str]
    viewer: str | None
    lines: list[str] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


def readable(mrkdwn: str, names: Mapping[str, str]) -> str:
    """Slack's mark-up as people read it: names for ids, labels with their addresses, no asterisks. `names` maps user
    and channel ids to names. https://docs.slack.dev/messaging/formatting-message-text"""

    def entity(found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        if target[0] in "@#":
            return target[0] + names.get(target[1:], label or target[1:])
        if target.startswith("!date^"):
            return label or target
        if target.startswith("!"):
            return "@" + (label or target[1:])
        address = target.removeprefix("mailto:")
        return address if label in ("", address, target.removeprefix("http://")) else f"{label} ({address})"

    def prose(text: str) -> str:
        text = re.sub(r"<([^<>\s][^<>]*)>", entity, text)
        return re.sub(r"(?<![\w*_~])([*_~])(?=\S)(.+?)(?<=\S)\1(?![\w*_~])", r"\2", text)

    parts = re.split(r"(```.*?```|`[^`\n]+`)", mrkdwn, flags=re.DOTALL)
    return unescaped("".join(part if index % 2 else prose(part) for index, part in enumerate(parts)))


def _text(value: object, names: Mapping[str, str]) -> str:
    """A text object as one reads it."""
    if not isinstance(value, Mapping):
        return ""
    said = str(value.get("text", ""))
    return readable(said, names) if value.get("type") == "mrkdwn" else said


def _rich(value: Mapping[str, object], names: Mapping[str, str]) -> str:
    inside = value.get("elements")
    parts = [_rich(each, names) for each in inside] if isinstance(inside, list) else []
    kind = value.get("type")
    if kind == "rich_text_list":
        return "\n".join(f"{index}. {part}" if value.get("style") == "ordered" else f"• {part}"
                         for index, part in enumerate(parts, start=1))  # fmt: skip
    if kind == "rich_text_quote":
        return textwrap.indent("".join(parts), "> ")
    if kind == "rich_text":
        return "\n".join(parts)
    if parts:
        return "".join(parts)
    if kind in ("user", "channel"):
        id = str(value.get(f"{kind}_id"))
        return ("@" if kind == "user" else "#") + names.get(id, id)
    shown = {
        "emoji": f":{value.get('name')}:",
        "broadcast": f"@{value.get('range')}",
        "date": value.get("fallback", ""),
    }
    return str(value.get("text") or shown.get(str(kind)) or value.get("url") or "")


def _labels(element: Json, names: Mapping[str, str]) -> list[tuple[str, str | None]]:
    """What an element offers: each label, and the value choosing it means."""
    if element["type"] == "button":
        return [(_text(element["text"], names), None)]
    if element["type"] == "feedback_buttons":
        sides = (element["positive_button"], element["negative_button"])
        return [(_text(each["text"], names), each["value"]) for each in sides]
    groups = [element.get("options", []), *(group["options"] for group in element.get("option_groups", []))]
    return [(_text(each["text"], names), each["value"]) for group in groups for each in group]


def _offered(page: _Page, message: Message, block: Mapping[str, object]) -> str:
    """The block's buttons and menus, each choice with its number."""
    shown = []
    for element in interactive(block):
        hidden = page.viewer is not None and page.viewer not in element.get("visible_to_user_ids", [page.viewer])
        if element["type"] not in CLICKABLE or hidden:
            continue
        for label, value in _labels(element, page.names):
            link = element.get("url")
            page.choices.append(Choice(len(page.choices) + 1, label, message, element["action_id"], value, link))
            shown.append(f"[{len(page.choices)}] {label}" + (f" ({link})" if link else ""))
    return "  ".join(shown)


def _said(block: Mapping[str, object], names: Mapping[str, str]) -> str:
    """What one block says in words."""
    kind = block["type"]
    if kind == "divider":
        return "─" * 8
    if kind == "rich_text":
        return _rich(block, names)
    if kind == "markdown":
        return re.sub(r"\*\*(.+?)\*\*", r"\1", str(block["text"]))
    if kind == "image":
        return f"[image: {block.get('alt_text')}]"
    if kind == "table":
        rows = block["rows"] if isinstance(block["rows"], list) else []
        return "\n".join(" | ".join(_cell(cell, names) for cell in row) for row in rows)
    parts = [_text(block.get(name), names) for name in ("title", "subtitle", "text", "body")]
    for name in ("fields", "elements") if kind in ("section", "context") else ():
        listed = block.get(name)
        texts = (
            [_text(each, names) for each in listed if each.get("type") != "image"] if isinstance(listed, list) else []
        )
        parts.append("  ·  ".join(filter(None, texts)) if name == "elements" else "\n".join(texts))
    return "\n".join(filter(None, parts))


def _cell(cell: Mapping[str, object], names: Mapping[str, str]) -> str:
    return _rich(cell, names) if cell.get("type") == "rich_text" else str(cell.get("text", cell.get("value", "")))


def _body(page: _Page, message: Message) -> list[str]:
    every = [each for outer in message.blocks for each in nested(outer)]
    if not every:
        said = [readable(message.text, page.names)]
    else:
        said = [part for block in every for part in (_said(block, page.names), _offered(page, message, block)) if part]
    said += [f"[file: {each.name}, {len(each.content)} bytes]" for each in message.files]
    return [line for part in said for line in part.splitlines()]


def transcript(
    messages: Iterable[Message], names: Mapping[str, str], *, zone: tzinfo = UTC, width: int = 100,
    viewer: str | None = None,
) -> Transcript:  # fmt: skip
    """The messages as one reads them, wrapped at `width`; replies are indented.

    `names`: user and channel id → name. `viewer`: whose eyes these are, which decides on ephemeral messages and on
    buttons shown to some people only; None sees everything.
    """
    page = _Page(names, viewer)
    for message in messages:
        if message.seen_by is not None and viewer not in (None, message.seen_by):
            continue
        at = datetime.fromtimestamp(float(message.ts), UTC).astimezone(zone)
        edge = "    " if message.is_reply else ""
        marks = [
            mark for mark, there in (("edited", message.edited_at), ("only visible to you", message.seen_by)) if there
        ]
        beside = f"  ({', '.join(marks)})" if marks else ""
        page.lines.append(f"{edge}{names.get(message.user, message.user)}  {at:%H:%M}{beside}")
        page.lines += _wrapped(_body(page, message), edge + "  ", width)
    return Transcript(tuple(page.lines), tuple(page.choices))


def _wrapped(lines: Sequence[str], edge: str, width: int) -> list[str]:
    """Long lines folded; a folded list item keeps its text in one column."""
    folded = []
    for line in lines:
        mark = re.match(r"\s*(?:•|-|\d+\.|>)?\s*", line)
        hang = edge + " " * (len(mark[0]) if mark else 0)
        folded += textwrap.wrap(line, width, initial_indent=edge, subsequent_indent=hang, break_long_words=False,
                                break_on_hyphens=False) or [""]  # fmt: skip
    return folded
