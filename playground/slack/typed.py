"""What Slack's client makes of what a person types: entities escaped, addresses linked, names turned into ids.

https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Mapping
from html import escape

from playground.slack.records import Json

CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
READY = r"<(?:[@#!][^<>\s]+(?:\|[^<>]*)?|(?:https?|mailto):[^<>\s]+(?:\|[^<>]*)?)>"
ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
LINK = r"https?://[^\s<>|]*[^\s<>|.,;:!?'\")\]]"
BARE_DOMAIN = r"(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|co)\b(?![\w@])"


def typed(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """The text as messages hold it. `people` and `channels` map what follows `@` or `#` to ids; markup that is ready
    (`<@U1>`, `<mailto:a@b.c|a@b.c>`) stays; nothing is linked inside code."""
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    places = "|".join(re.escape(name) for name in sorted(channels, key=len, reverse=True))
    spotted = re.compile(
        rf"(?P<ready>{READY})|(?P<link>{LINK})|(?P<address>{ADDRESS})|(?P<domain>{BARE_DOMAIN})"
        rf"|@(?P<all>here|channel|everyone)\b|@(?P<person>{names or '(?!)'})(?!\w)|#(?P<place>{places or '(?!)'})(?!\w)"
    )

    def linked(found: re.Match[str]) -> str:
        kind, said = str(found.lastgroup), str(found[str(found.lastgroup)])
        clean = escape(said, quote=False)
        return {
            "ready": lambda: said,
            "link": lambda: f"<{clean}>",
            "address": lambda: f"<mailto:{clean}|{clean}>",
            "domain": lambda: f"<http://{clean}|{clean}>",
            "all": lambda: f"<!{said}>",
            "person": lambda: f"<@{people[said]}>",
            "place": lambda: f"<#{channels[said]}|{said}>",
        }[kind]()

    def prose(part: str) -> str:
        pieces, end = [], 0
        for found in spotted.finditer(part):
            pieces += [escape(part[end : found.start()], quote=False), linked(found)]
            end = found.end()
        return "".join([*pieces, escape(part[end:], quote=False)])

    parts = CODE.split(text)
    return "".join(escape(part, quote=False) if index % 2 else prose(part) for index, part in enumerate(parts))


def unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _part(token: str) -> Json:
    """One `<…>` as a part of rich text."""
    target, _, label = token[1:-1].partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target.startswith("!"):
        return {"type": "broadcast", "range": target[1:]}
    return {"type": "link", "url": unescaped(target)} | ({"text": unescaped(label)} if label else {})


def rich_text(text: str, block_id: str) -> Json:
    """The rich-text block Slack stores beside the text of a message somebody typed."""
    sections: list[Json] = []
    for piece in re.split(r"(```.*?```)", text, flags=re.DOTALL):
        if piece.startswith("```") and len(piece) > 6:
            said = [{"type": "text", "text": unescaped(piece[3:-3])}]
            sections.append({"type": "rich_text_preformatted", "elements": said, "border": 0})
        elif piece:
            parts: list[Json] = []
            for token in filter(None, re.split(rf"({READY}|`[^`\n]+`)", piece)):
                if re.fullmatch(READY, token):
                    parts.append(_part(token))
                elif token.startswith("`") and len(token) > 2:
                    parts.append({"type": "text", "text": unescaped(token[1:-1]), "style": {"code": True}})
                else:
                    parts.append({"type": "text", "text": unescaped(token)})
            sections.append({"type": "rich_text_section", "elements": parts})
    return {"type": "rich_text", "block_id": block_id, "elements": sections}
