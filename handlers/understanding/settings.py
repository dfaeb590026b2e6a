"""Switches that a message says are on or off: "Enhanced Email is enabled, writeback is off"."""

import re

_THING = r"(?:toggle|switch|setting|option|box|checkbox|tick ?box|check ?box|slider|flag)"
_ENGAGEMENT = r"(?:replies|opens)(?: (?:and|or|&) (?:replies|opens|clicks))?"
_NAMES = {
    "writeback": r"(?:e-?mail ?(?:message|email)|message|reply|replies)[- ]write-?back\b"
    r"|\bwrite-?backs?\b(?: (?:of|for) (?:replies|opens)(?: (?:and|&) (?:replies|opens|clicks))?)?|\bwrite "
    r"back\b(?= (?:is|was"
    r"|of|setting))"
    r"|\bwriting (?:the )?(?:replies|opens)(?: and (?:opens|replies|clicks))? back\b"
    r"|\bwriting back (?:of )?(?:the )?(?:replies|opens)\b"
    r"|\b(?:lets|allows) (?:replies|opens)(?: (?:and|or) (?:replies|opens|clicks))? (?:to )?be written back"
    r"|\bwriting of (?:the )?(?:replies|opens|repl\w+ and opens)\b"
    r"|\blog (?:replies|opens)\b(?=[\"']? (?:is|stands|box))"
    rf"|\b(?:write|writes|writing) (?:the )?{_ENGAGEMENT} (?:back\b|(?:back )?(?:in)?to salesforce\b)",
    "enhanced-email": r"\benhanced e-?mails?\b",
    "writing-enabled": r"\benable writing(?: to salesforce)?\b|\bwriting (?:in)?to (?:salesforce|the crm)\b"
    r"|\bsalesforce writing\b|\bwrite access\b|\bpermission for unify to write\b(?: there)?"
    r"|\bunify is (?=(?:not )?(?:allowed|permitted) to write\b)"
    r"|\bunify (?:to )?writes? (?:in)?to salesforce\b"
    rf"|\bwrite-to-salesforce\b|\bwrite to salesforce(?=\W{{0,2}} (?:{_THING}|is|has|stands|was))"
    rf"|\b(?:the )?writ(?:e|ing) {_THING}\b|(?:^|(?<=, )|(?<=[(] )|(?<=and ))writing"
    rf"(?=:? (?:is |still )*(?:(?:turned|switched) )?(?:on|off"
    rf"|ticked|enabled|disabled|active)\b(?! behalf))",
}
SWITCHES = tuple(_NAMES)
_NAME = re.compile("|".join(f"(?P<{key.replace('-', '_')}>{pattern})" for key, pattern in _NAMES.items()))
_HINTS = ("writ", "enhanced")  # one of them is in every name

_SET = r"(?:turned|switched|set to|toggled|flipped|flicked)"
_ON = (
    rf"(?:{_SET} )?(?:on(?! (?:inactive|off|disabled|deactivated))|active|activated|live|lit|running|marked(?! "
    rf"as)|in use|enabled"
    rf"|re-?enabled|ticked"
    rf"|checked|allowed|permitted|yes|true|cochée?|coché)"
    r"|(?:has|with|got) (?:its |a |the )?(?:checkmark|check mark|tick|check|häkchen)|checkmark is set"
    r"|(?:has|with) its (?:check ?)?box ticked"
    r"|häkchen is gesetzt"
)
_OFF = (
    rf"(?:{_SET} )?(?:on |at )?(?:off|inactive|deactivated|disabled|unticked|unchecked|cleared|no|false|empty"
    rf"|blank|décochée?)"
    rf"|(?:(?:has|have|is|was) )?(?:not|never|nobody)(?: \w+){{0,3}} (?:{_SET} on|on|active|activated|enabled"
    rf"|allowed|permitted|ticked|checked|cochée?|set)"
    r"|(?:without|has no|no) (?:a )?(?:checkmark|check mark|tick|check)"
    r"|(?:still )?(?:has|shows|offers)(?: me| us)? (?:the|an?) [\"']?enable[\"']? button"
)
# Up to seven words that may stand between a switch and its state. Those that would ask or begin something new may not.
_NEW = (
    r"(?:if|whether|when|until|unless|should|must|need|needs|can|could|would|will|do|does|did|and|but|or|so"
    r"|because|since|as"
    r"|which|that|why|how|not|never|nobody|without|no|has|was|were|used|supposed|be|being|maybe|perhaps|might|may"
    r"|with|off|on"
    r"|once|after|before|while|though|although|think|guess|believe|assume|from|into)"
)
_BETWEEN = (
    rf"(?:[\s\"':=,()-]|\b(?:shows?|shown|listed|marked|displayed|appears) as\b"
    r"|\bon (?:our|my|their|his|her) (?:side|end)\b"
    r"|\band (?:yes|yep|indeed|sure),? (?:it|that) is\b"
    r"|\bturn(?:s|ed) out to be\b"
    r"|\bas (?=(?:on|off|active|inactive|enabled|disabled|activated|deactivated)\b)"
    rf"|\band (?=off\b|on\b|active\b|inactive\b|enabled\b|disabled\b)|\b(?!{_NEW}\b)[\w'/]+"
    rf"|\b(?:has|was) (?=(?:{_SET}|been|ended|disabled|enabled|unticked|deactivated)\b)){{0,14}}?"
)
_AFTER = re.compile(
    rf"{_BETWEEN}(?:\((?P<bon>yes)\)|\((?P<boff>no)\)|(?<![\w'-])(?:(?P<off>{_OFF})|(?P<on>{_ON})))(?![\w-])"
    r"(?! (?:the|our|a|my|his|her|their|any|every|each|all|this|that|it|monday|one|some|what|which)\b(?! (?:whole"
    r"|moment|time|along|salesforce)))"
)
_BEFORE = re.compile(
    r"\b(?:(?P<off>(?:turned|switched|toggled) off|disabled|deactivated|unticked|unchecked"
    r"|(?:tick|checkmark|check) is (?:missing|gone|not set) (?:at|on|next to|for|in|from)"
    r"|no (?:tick|checkmark|check) (?:in front of|next to|at|on|beside|for|in)|(?:took|taken|take) the (?:tick"
    r"|check) (?:out of|off|from)"
    r"|left (?:\w+ ){0,4}of)"
    r"|(?P<on>(?:turned|switched|toggled) on|enabled|activated|ticked|(?:tick|checkmark|check"
    r"|häkchen) (?:in front of|next to|at|on|beside|for|in|from|under)))"
    r"(?: in (?:the |our |your )?settings:?)?"
    r" (?:the |our |both |also |box |that |allows |lets |of |for |option )*[\"' ]*$"
)
_TICK_GONE = re.compile(r"[\"' ]*(?:is|has gone|was) (?:missing|gone|absent)\b")
_HAS = re.compile(
    r"\b(?:we|i|they|org|company|side) (?:(?:do|does) )?(?:(?P<without>not (?:have|use|run) |(?:have|has|got) no "
    r"|(?:\w+ ){0,2}without )"
    r"|(?:use|uses|run|runs) )(?:the )?[\"']?$"
)
_NEVER = re.compile(r"\b(?:not|never|nobody|no one) (?:\w+ )?$")
_UNDONE = re.compile(rf"\b(?:nobody|no one|never|not|did) (?:\w+ )?(?:{_SET}|turn|switch|set|toggle)(?: the)? [\"']?$")
_JOINED = re.compile(
    r"[\s\"']*(?:\([^()]{0,30}\))?[\s\"']*(?:,|nor|and|&|\+|/|plus|as well as)[\s\"']*(?:in salesforce|the)?[\s\"']*"
)
_BOTH = re.compile(rf"\bboth (?:\w+ )?are (?:(?P<off>{_OFF})|(?P<on>{_ON}))(?=[\s,:(])")
_NEITHER = re.compile(r"\bneither (?:of )?(?:the |our )?[\"']?$")
# "Is writeback on?", "should it be on", "if it is off": nothing is said.
_OPEN_BEFORE = re.compile(
    r"\b(?:could|can|might|may) it be\b[^;:]{0,60}$|(?:\b(?:if|whether|when|unless|until|does(?! not)|do(?! "
    r"(?:not|see|have|know)\b)|should|must|can(?! (?:see"
    r"|confirm|tell))|could"
    r"|would|will|need|why is|perhaps|maybe|tomorrow"
    r"|going to|want to|plan to|planning to|about to|think|guess|believe|assume|suspect|reckon|hunch|bet|feeling|once)\b"
    r"|(?:^|[:\"'] )(?:and |or |so )?[\"']?(?:is|are|was))\b[^,;:]{0,25}$"
)
_OPEN_AFTER = re.compile(
    r"[^.,;:]{0,15}\b(?:(?<!out to )be|being|need|needs|have to|has to|must|should|supposed)\b"
    r"|[^.,;:]{0,30}\b(?:i (?:think|guess|believe|assume)|perhaps|maybe|might|may (?:be|have|not))\b"
    r"|[^.;:]{0,40}\b(?:tomorrow|next week|next month|later today)\b"
)
_ELLIPSIS = re.compile(r" (?:is|does|has|are) not(?: \([^()]*\))?[.!]?")  # "… is on, writeback isn't"
_SO_IS = re.compile(r"\bso (?:is|are) (?:the |our )?[\"']?$")  # "… is on, so is writeback"
_LIKEWISE = re.compile(
    r"(?: (?:of|in|de) unify)?,? (?:is )?(?:too|also|as well|likewise)(?: (?:in|on|from|of) (?:the )?\w+(?: \w+)?)?[.!]?"
)  # "… is on, writeback too"
_OURS = re.compile(
    r"^(?:and )?(?:ours|mine|that setting|the setting|the switch|the toggle|that one|it is|it has(?! no (?!tick"
    r"|check))|that is)\b"
    r"|\b(?:settings|page|admin|we|setup|org) (?:have|has|had|shows?|got) it(?= (?:on|off|enabled|disabled|ticked"
    r"|unticked)\b)"
    r"|\b(?:and|that|but) it is(?= (?:on|off|enabled|disabled|ticked|unticked)(?:$|[.,;!]))"
)
# "The switch for writing to Salesforce? Off." A bare "no" answers whatever was asked.
_LOOKED = r"(?:(?:nope|no|nah|yep|yup|yes|sadly),? )?(?:(?:i |we )?(?:looked|checked|asked|went)(?: \w+){0,3}, )?"
_CURT = re.compile(
    rf"{_LOOKED}(?!(?:yes|no|true|false)\b)(?:it is |still )?(?:(?P<off>{_OFF})|(?P<on>{_ON}))"
    r"(?: in (?:it|setup|unify|salesforce))?(?:[.!]?|, (?:i |we )?(?:just )?(?:stood|looked|checked|saw|have|watched)\b.*)"
)
# "She unticked it and ticked it again": the last word on a single switch.
_BACK = re.compile(
    r"\b(?:(?:re-?)?(?:tick|check|enabl|activat)ed (?:it|that) again|re-?(?:tick|check|enabl|activat)ed it"
    r"|(?:turned|switched|put|set|flipped|toggled) (?:it|that) (?:back on|on again)|it is (?:now )?(?:back on|on again))\b"
)
_TWO = 2
_USED_TO = re.compile(r"\bused to\b")


def switches(sentence: str, previous: str = "") -> dict[str, str]:
    """Of each switch that a normalised sentence plainly calls on or off: {"writeback": "off", …}.

    `previous` is the switch that the sentence before named ("Is writeback needed? Ours is off").
    """
    names = _names(sentence)
    if not names and previous and (curt := _CURT.fullmatch(sentence)):
        return {previous: "on" if curt["on"] else "off"}
    if not names and previous and (ours := _OURS.search(sentence)):
        return {previous: state} if (state := _state("", sentence[ours.end() :])) else {}
    if len(names) == _TWO and (both := _BOTH.search(sentence, 0, names[0].start())):
        return dict.fromkeys(map(_key, names), "on" if both["on"] else "off")
    return _each(names, sentence)


def _each(names: list[re.Match[str]], sentence: str) -> dict[str, str]:
    said: dict[str, str] = {}
    waiting: list[str] = []
    denied = False
    for n, name in enumerate(names):
        key = _key(name)
        end = names[n + 1].start() if n + 1 < len(names) else len(sentence)
        before, after = sentence[max(0, name.start() - 70) : name.start()], sentence[name.end() : end]
        if _USED_TO.search(after[:20]) or _OPEN_AFTER.match(after) or (_OPEN_BEFORE.search(before) and not waiting):
            waiting = []
            continue
        state = _state(before, after)
        denied = _NEITHER.search(before) is not None or (denied and bool(waiting))
        if denied and state:
            state = "off"
        if said and not state and _ELLIPSIS.fullmatch(after):
            state = "off" if next(reversed(said.values())) == "on" else "on"
        if said and not state and (_LIKEWISE.fullmatch(after) or _SO_IS.search(before)):
            state = next(reversed(said.values()))
        if state == "off" and len(names) == 1 and _BACK.search(after):
            state = "on"
        if state:
            said |= dict.fromkeys([*waiting, key], state)
            waiting = []
        elif _JOINED.fullmatch(after):
            waiting.append(key)
        else:
            waiting = []
    return said


def _names(sentence: str) -> list[re.Match[str]]:
    return list(_NAME.finditer(sentence)) if any(hint in sentence for hint in _HINTS) else []


def _key(name: re.Match[str]) -> str:
    return (name.lastgroup or "").replace("_", "-")


def _state(before: str, after: str) -> str:
    match = _AFTER.match(after) or _BEFORE.search(before)
    if match and match.re is _AFTER and _UNDONE.search(before):
        return ""  # "nobody turned it off" says what was not done
    if match and match[0].endswith(("empty", "blank")) and "box" not in before + after:
        return ""  # a box is empty where it has no tick; anything else may be empty for other reasons
    if match and _NEVER.search(before[: match.start()] if match.re is _BEFORE else ""):
        return "off"
    if match and match.re is _BEFORE and match["on"] and _TICK_GONE.match(after):
        return "off"
    if match:
        return "on" if match["on"] or match.groupdict().get("bon") else "off"
    if had := _HAS.search(before):
        return "off" if had["without"] else "on"
    return ""


def mentioned(sentence: str) -> set[str]:
    """The switches that the sentence names."""
    return set(map(_key, _names(sentence)))
