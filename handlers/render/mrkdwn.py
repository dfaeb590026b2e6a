"""Plain text into Slack's mrkdwn: nothing from outside can mention, link or format."""

import re

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Formatting marks around words; a zero-width space beside them keeps the character and takes its effect.
_MARKS = re.compile(r"(?<!\w)[*_~`]+|[*~`]+|_+(?!\w)")
_ZERO = "\u200b"


def escape(text: str) -> str:
    """Text from outside, spelled so that Slack shows it as it is."""
    escaped = "".join(_ESCAPES.get(c, c) for c in text)
    return _MARKS.sub(lambda m: _ZERO.join(m[0]) + _ZERO, escaped)


def link(text: str, url: str) -> str:
    """A link of our own making; anything but https is shown as text."""
    if not re.fullmatch(r"https://[^\s<>|]+", url):
        return escape(text)
    return f"<{url}|{escape(text)}>"


def cut(text: str, length: int) -> str:
    """At most `length` characters, with an ellipsis where something is missing; never inside an entity."""
    if len(text) <= length:
        return text
    return re.sub(r"&\w*$|<[^>]*$", "", text[: length - 1]) + "…"
