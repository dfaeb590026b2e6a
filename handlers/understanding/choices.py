"""How people put a choice when they answer a question. The topic is known, so a word is enough."""

import re

from handlers.understanding.of_origin import ORIGINS
from handlers.understanding.patterns import any_of

_DENIED = r"(?<!not )(?<!not in )(?<!not from )(?<!not via )(?<!no )(?<!instead of )(?<!rather than )"
SWITCHES = ("writing-enabled", "writeback", "enhanced-email")

_SWITCH = {
    "on": any_of(
        r"\b(?<!not )(?<!not switched )(?<!not turned )(?:on|enabled|active|activated|ticked|checked)\b"
        r"(?! (?:it|that|this|the|\w+day)\b)"
    ),
    "off": any_of(
        r"\b(?:off|disabled|inactive|deactivated|unticked|unchecked)\b",
        r"\bnot (?:switched |turned )?(?:on|enabled|active|activated|ticked|checked)\b",
    ),
}

# {question: {choice: what it sounds like}}; two choices that both sound are no answer.
CHOICES: dict[str, dict[str, re.Pattern[str]]] = {
    "origin": {value: any_of(rf"{_DENIED}\b(?:{names})\b") for value, names in ORIGINS.items()},
    "reply-thread": {
        "same": any_of(
            r"\b(?<!not the )(?<!not in the )(?<!not )same\b", r"\bhit reply\b", r"\bin[- ]thread\b", r"\bre:"
        ),
        "new": any_of(r"\b(?:new|separate|different|fresh|another)\b", r"\bnot (?:in )?the same\b"),
    },
    "reply-address": {
        "same": any_of(r"(?<!not the )(?<!not from the )(?<!not )\bsame\b", r"\bidentical\b"),
        "other": any_of(r"\b(?:other|another|different|private|personal)\b", r"\bnot (?:from )?the same\b"),
    },
    "connection": {
        "ok": any_of(
            r"\b(?<!not )(?:connected|fine|green|healthy|ok|okay|good|active)\b",
            r"\bno (?:error|banner|reconnect|warning)",
        ),
        "expired": any_of(
            r"\b(?<!not )expired\b",
            r"\b(?<!no )(?:reconnect\w*|authentication|banner)\b",
            r"\bdisconnected\b",
            r"\bnot connected\b",
            r"\bred\b",
        ),
    },
    **dict.fromkeys(SWITCHES, _SWITCH),
    "sync-running": {
        "yes": any_of(
            r"\b(?<!not )(?<!nothing )(?<!nothing is )(?:is |still )?(?:running|in progress|ongoing|under ?way)\b"
        ),
        "no": any_of(
            r"\bnot running\b",
            r"\bnothing (?:is )?running\b",
            r"\bno (?:sync|import|backfill)\b",
            r"\b(?:finished|idle|up to date)\b",
        ),
    },
    "mapping": {
        "read-only": any_of(r"\bread[- ]only\b"),
        "write-only": any_of(r"\bwrite[- ]only\b"),
        "read-write": any_of(
            r"\bread ?(?:&|and|/|\+|-| )? ?-?write\b", r"\bboth\b(?! (?:of|are))", r"\b(?:bidirectional|two-way)\b"
        ),
    },
}

CHOICES["symptom"] = {
    "nothing-syncs": any_of(r"\b(?:nothing|everything|everyone|whole team)\b"),
    "email-missing": any_of(r"\b(?:e-?mail|it) is (?:missing|not (?:there|in))", r"^(?:the )?e-?mail\b"),
    "reply-missing": any_of(r"\b(?:reply|answer)\b"),
    "opens-missing": any_of(r"\b(?:opens?|clicks?)\b"),
    "body-missing": any_of(r"\b(?:text|body|content)\b"),
    "not-linked": any_of(r"\b(?:linked|record|contact|account|timeline)\b"),
    "wrong-owner": any_of(r"\bowner\b"),
    "person-missing": any_of(r"\b(?:person|lead)\b"),
    "field-empty": any_of(r"\bfields?\b"),
    "write-error": any_of(r"\berrors?\b"),
    "login-broken": any_of(r"\b(?:connection|login|expired)\b"),
    "late": any_of(r"\b(?:late|slow|delay\w*)\b"),
}

# What yes and no mean.
POLAR = {
    "reply-thread": ("same", "new"),
    "reply-address": ("same", "other"),
    **dict.fromkeys(SWITCHES, ("on", "off")),
    "sync-running": ("yes", "no"),
}
YES = any_of(
    r"^(?:yes|yep|yeah|yup|y|ja|sí|oui|it is|it does|it was|he did|she did|they did|correct|right|indeed"
    r"|affirmative)\b",
    r"\byes\b",
)
NO = any_of(
    r"^(?:no|nope|nah|n|nein|non|it is not|it does not|it was not|he did not|she did not"
    r"|not really)\b(?! (?:idea|clue|worries|problem|rush|need|stress))"
)
NOT_SURE = any_of(
    r"\b(?:not (?:quite |really |totally |100 ?% )?sure|unsure|no (?:idea|clue)|not certain|no access|dunno|idk)\b",
    r"\bdo not (?:really )?(?:know|remember|recall)\b",
    r"\bwho knows\b",
    r"\bcan not (?:tell|say|remember|see|check)\b",
    r"\b(?:could not|hard to) (?:tell|say)\b",
)

# What each question is about, to tell which one a doubt belongs to.
TOPICS = {
    "symptom": any_of(r"\bwhich\b"),
    "origin": any_of(r"\b(?:sent|from|origin|mail program)\b"),
    "reply-thread": any_of(r"\bthread\b"),
    "reply-address": any_of(r"\baddress\b"),
    "connection": any_of(r"\bconnection", r"\bsettings page"),
    "writing-enabled": any_of(r"\benable writing", r"\bwriting to\b"),
    "writeback": any_of(r"\bwrite-?back\b"),
    "enhanced-email": any_of(r"\benhanced\b"),
    "sync-running": any_of(r"\b(?:sync|import|backfill|running)\b"),
    "write-error": any_of(r"\berrors?\b", r"\bskipped\b"),
    "mapping": any_of(r"\b(?:mapping|direction)\b"),
    "mapping-changed": any_of(r"\b(?:changed|mapping)\b"),
    "field": any_of(r"\bfield\b"),
    "integration-user": any_of(r"\b(?:integration|user|signs?|logs?)\b"),
    "contact": any_of(r"\b(?:to|contact|lead)\b"),
    "sent-at": any_of(r"\b(?:when|time|sent)\b"),
}
