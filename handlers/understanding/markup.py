"""Slack's mark-up, as the plain text its author saw.

https://docs.slack.dev/messaging/formatting-message-text
"""

import html
import re
import unicodedata

_TOKEN = re.compile(r"<([^<>\n]{1,3000})>")
_EMOJI = re.compile(r"(?<!\w):(?:[a-z][a-z0-9_+'-]{1,40}|[+-]1|x):(?!\w)")
_MARKS = {
    "white_check_mark": "(yes)",
    "heavy_check_mark": "(yes)",
    "ballot_box_with_check": "(yes)",
    "\u2705": "(yes)",
    "\u2714": "(yes)",
    "\u2611": "(yes)",
    "x": "(no)",
    "no_entry": "(no)",
    "\u274c": "(no)",
    "\u2717": "(no)",
}
_SMILEYS = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3]")
_FENCE = re.compile(r"`{1,3}")
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_SLANT = re.compile(r"(?<![\w])[_~](?=\w)|(?<=[\w.!?,:;)])[_~](?!\w)")
_QUOTE = re.compile(r"^[ \t]{0,8}>{1,3}[ \t]?", re.MULTILINE)
_GUILLEMETS = re.compile("\u00ab[ \u00a0\u202f]?|[ \u00a0\u202f]?\u00bb")  # French ones have a space inside
_BLANKS = re.compile(r"[ \t]+")

_SCRIPTS = 10_000  # characters: more than people write in, and no more memory than that

_STRAIGHT = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2013": "-",
        "\u2014": " - ",
        "\u2011": "-",
        "\u2010": "-",
        "\u2212": "-",
        "\u2026": "...",
        "\u2028": "\n",
        "\u2029": "\n",
        "\r": "\n",
    }
)


class _Visible(dict[int, str]):
    """What is seen of each character (by its number), for `str.translate`; most are looked up once."""

    def __missing__(self, number: int) -> str:
        char = chr(number)
        category = unicodedata.category(char)
        if category in ("Cf", "Cs", "Co", "Cn"):
            seen = ""
        elif category in ("Cc", "Zs") and char not in "\n\t":
            seen = " "
        else:
            seen = char
        if len(self) < _SCRIPTS:
            self[number] = seen
        return seen


_VISIBLE = _Visible()


def plain(text: str) -> str:
    """`text` with links and mentions as words, entities decoded, and without invisible characters, emoji or styling.

    A link whose label says something else becomes `label (target)`, so that neither the words nor the address are lost.
    """
    text = _TOKEN.sub(_spoken, text)
    text = unicodedata.normalize("NFC", html.unescape(text))
    text = _GUILLEMETS.sub('"', text.replace("\r\n", "\n")).translate(_STRAIGHT).translate(_VISIBLE)
    text = _SMILEYS.sub(_answered, _EMOJI.sub(_answered, text))
    for styling in (_FENCE, _BOLD, _QUOTE):
        text = styling.sub("", text)
    text = _SLANT.sub("", text)
    return _BLANKS.sub(" ", text).strip()


def pasted(text: str) -> str:
    """The longest piece that `text` quotes (code block, backticks, `>`); all of it if it quotes nothing."""
    pieces = re.split(r"```", text)[1::2] or re.split(r"`", text)[1::2]
    if not pieces:
        lines = re.split(r"\n", html.unescape(text))
        pieces = ["\n".join(line for line in lines if line.startswith(">"))]
    longest = plain(max(pieces, key=len))
    return longest or plain(text)


def _spoken(token: re.Match[str]) -> str:
    target, _, label = token[1].partition("|")
    kind, rest = target[:1], target[1:]
    if kind == "@":
        return f" @{label} " if label else " "
    if kind == "#":
        return f" #{label or 'channel'} "
    if kind == "!":
        return f" {label or '@' + rest.partition('^')[0]} "
    address = re.sub(r"^(?:mailto|tel|sms):", "", target, flags=re.IGNORECASE)
    bare = re.sub(r"^[a-z]{2,10}://|/$", "", address, flags=re.IGNORECASE)
    if not label or label.lower() in (address.lower(), bare.lower()):
        # An address in angle brackets that Slack did not make keeps them, as "Jane <jane@…>" reads.
        return f" {label or address} "
    if "@" in label and "://" not in address and "@" in address:
        return f" {address} "
    return f" {label} ({address}) "


def _answered(emoji: re.Match[str]) -> str:
    """Ticks and crosses answer the point they stand behind; any other emoji says nothing."""
    return f" {_MARKS.get(emoji[0].strip(':'), '')} "
