"""Switches that a message says are on or off: "Enhanced Email is enabled, writeback is off"."""

import re

_NAMES = {
    "writeback": r"(?:e-?mail ?message|message)[- ]write-?back|\bwrite-?backs?\b",
    "enhanced-email": r"\benhanced e-?mails?\b",
    "writing-enabled": r"\benable writing(?: to salesforce)?\b|\bwriting to salesforce\b|\bsalesforce writing\b"
    r"|\bwrite to salesforce(?= (?:toggle|switch|setting|option|is|checkbox))",
}
_NAME = re.compile("|".join(f"(?P<{key.replace('-', '_')}>{pattern})" for key, pattern in _NAMES.items()))

_ON = r"(?:turned |switched |set to |toggled )?(?:on|active|activated|enabled|ticked|checked|yes|true)"
_OFF = (
    r"(?:turned |switched |set to |toggled )?(?:off|inactive|deactivated|disabled|unticked|unchecked|no|false)"
    r"|not (?:\w+ )?(?:turned on|switched on|on|active|activated|enabled|ticked|checked)"
)
_FILLER = (
    r"(?:\s|[\"':=,()-]|\b(?:is|are|was|has been|have been|shows?|as|set|setting|settings|toggle|switch"
    r"|option|box|thing|bit|checkbox|both|already|also|currently|still|now|definitely|all|in|on our side|unify|salesforce"
    r"|setup|our|the|org|for us|of|them|too|says?|it is|that is)(?![\w-]))*"
)
_AFTER = re.compile(
    rf"{_FILLER}?(?:\((?P<bon>yes)\)|\((?P<boff>no)\)|(?P<off>{_OFF})|(?P<on>{_ON}))(?![\w-])"
    r"(?! (?:the|our|a) (?:page|side|one)\b)"
)
_BEFORE = re.compile(
    r"\b(?:(?P<off>(?:turned|switched) off|disabled|deactivated|unticked|unchecked)"
    r"|(?P<on>(?:turned|switched) on|enabled|activated))"
    r" (?:the |our |both |also )?[\"' ]*$"
)
_JOINED = re.compile(r"[\s\"']*(?:\([^()]{0,30}\))?[\s\"']*(?:,|and|&|\+|/|plus|as well as)[\s\"']*")
# "Is writeback on?", "should it be on", "if it is off": nothing is said.
_OPEN_BEFORE = re.compile(
    r"(?:\b(?:if|whether|when|unless|until|does|do|should|must|can|could|would|will|need|why is)\b"
    r"|^(?:and |or |so )?(?:is|are|was))[^,;:]{0,25}$"
)
_OPEN_AFTER = re.compile(
    r"[^.,;:]{0,15}\b(?:be|being|need|needs|have to|has to|must|should|supposed)\b"
    r"|[^.,;:]{0,30}\bi (?:think|guess|believe|assume)\b"
)
_ELLIPSIS = re.compile(r" (?:is|does|has|are) not[.!]?")  # "… is on, writeback isn't"
_OURS = re.compile(r"(?:and )?(?:ours|mine|that setting|the setting|the switch|the toggle|that one)\b")
_USED_TO = re.compile(r"\bused to\b")


def switches(sentence: str, previous: str = "") -> dict[str, str]:
    """Of each switch that a normalised sentence plainly calls on or off: {"writeback": "off", …}.

    `previous` is the switch that the sentence before named ("Is writeback needed? Ours is off").
    """
    names = list(_NAME.finditer(sentence))
    if not names and previous and (ours := _OURS.match(sentence)):
        return {previous: _state("", sentence[ours.end() :])} if _state("", sentence[ours.end() :]) else {}
    said: dict[str, str] = {}
    waiting: list[str] = []
    for n, name in enumerate(names):
        key = (name.lastgroup or "").replace("_", "-")
        end = names[n + 1].start() if n + 1 < len(names) else len(sentence)
        before, after = sentence[max(0, name.start() - 40) : name.start()], sentence[name.end() : end]
        if _USED_TO.search(after[:20]) or _OPEN_AFTER.match(after) or (_OPEN_BEFORE.search(before) and not waiting):
            waiting = []
            continue
        state = _state(before, after)
        if said and not state and _ELLIPSIS.fullmatch(after):
            state = "off" if next(reversed(said.values())) == "on" else "on"
        if state:
            said |= dict.fromkeys([*waiting, key], state)
            waiting = []
        elif _JOINED.fullmatch(after):
            waiting.append(key)
        else:
            waiting = []
    return said


def _state(before: str, after: str) -> str:
    match = _AFTER.match(after)
    if match:
        return "on" if match["on"] or match["bon"] else "off"
    match = _BEFORE.search(before)
    if match:
        return "on" if match["on"] else "off"
    return ""


def named(sentence: str) -> str:
    """The one switch that the sentence names; "" for none or several."""
    keys = {(m.lastgroup or "").replace("_", "-") for m in _NAME.finditer(sentence)}
    return keys.pop() if len(keys) == 1 else ""
