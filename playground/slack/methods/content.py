"""What a message may hold: text, blocks, metadata, each with Slack's own refusal."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from playground.slack import blocks as kit
from playground.slack.methods.call import Args, Refused
from playground.slack.records import Json

TEXT = 40_000
UPDATED_TEXT_BYTES = 4_000  # chat.update counts bytes, after &, < and > are escaped


@dataclass(frozen=True, slots=True)
class Content:
    """What one call says. None: the call did not mention it."""

    text: str | None
    blocks: tuple[Json, ...] | None
    attachments: tuple[Json, ...] | None
    metadata: Mapping[str, Any] | None

    @property
    def says_nothing(self) -> bool:
        return not (self.text or self.blocks or self.attachments)


def with_block_ids(blocks: list[Json]) -> tuple[Json, ...]:
    """The blocks as Slack keeps them: each one has an id, made up where the app gave none, and so has each element."""

    def completed(block: Json) -> Json:
        block = {"block_id": secrets.token_urlsafe(4)[:5], **block} if not block.get("block_id") else dict(block)
        named = {id(each) for each in kit.interactive(block) if each["type"] != "image" and not each.get("action_id")}

        def name(value: Any) -> Any:
            return {**value, "action_id": secrets.token_urlsafe(4)[:5]} if id(value) in named else value

        for field, value in block.items():
            block[field] = [name(each) for each in value] if isinstance(value, list) else name(value)
        for field in ("child_blocks",) if block["type"] != "carousel" else ("elements",):
            if field in block:
                block[field] = [completed(each) for each in block[field]]
        return block

    return tuple(completed(each) for each in blocks)


def read_blocks(args: Args, *, cumulative: bool = True) -> tuple[Json, ...] | None:
    blocks = args.json("blocks", "invalid_blocks_format")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    wrong = kit.message_complaints(blocks)
    if wrong:
        raise Refused("invalid_blocks", wrong)
    if cumulative and kit.written(blocks) > kit.BLOCK_CHARACTERS:
        raise Refused("msg_blocks_too_long")
    return with_block_ids(blocks)


def read_metadata(args: Args) -> Mapping[str, Any] | None:
    metadata = args.json("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    if metadata == {}:
        return {}
    if not isinstance(metadata, dict) or set(metadata) - {"event_type", "event_payload", "entities"}:
        raise Refused("invalid_metadata_format")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not re.fullmatch(r"\w{1,255}", kind) or not isinstance(payload, dict):
        raise Refused("invalid_metadata_format")
    return metadata


def read_content(args: Args, *, cumulative: bool = True) -> Content:
    """What the call says; Refused if Slack would not take it."""
    text = args.text("text") if args.has("text") else None
    if text is not None and len(text) > TEXT:
        raise Refused("msg_too_long")
    blocks = read_blocks(args, cumulative=cumulative)
    if args.has("markdown_text"):
        written = args.text("markdown_text")
        if text or blocks:
            raise Refused("markdown_text_conflict")
        if len(written) > kit.MARKDOWN_CHARACTERS:
            raise Refused("msg_too_long")
        text, blocks = written, with_block_ids([{"type": "markdown", "text": written}])
    attachments = args.json("attachments", "invalid_attachments")
    if attachments is not None and not (
        isinstance(attachments, list) and all(isinstance(a, dict) for a in attachments)
    ):
        raise Refused("invalid_attachments")
    return Content(text, blocks, None if attachments is None else tuple(attachments), read_metadata(args))


def too_long_to_update(text: str) -> bool:
    return len(escape(text, quote=False).encode()) > UPDATED_TEXT_BYTES
