"""When the email in question was sent, if the message says so."""

import re
from datetime import datetime

from diagnostics.question import Scope, Symptom
from handlers.understanding.times import Moment, moments
from handlers.understanding.wording import Wording

_SENT = (
    r"\b(?:sent|sends?|sending|e-?mailed|mailed|wrote|written(?! to(?:,|$))|went[- ]out|going out|out|fired (?:it )?off|shot"
    r"|went(?=,)|went (?=(?:from|through|via|by|off|with|today|yesterday|at|on|this|\w+day)\b|$)"
    r"|left(?= |$)|leaves unify|launched|pressed send|hit send|sended|triggered|pinged|dispatched|typed"
    r"|(?<!under my )(?<!underneath my )(?<!below my )(?<!ied to my )(?<!ply to my )(?<!red to my )(?<!wer to my )"
    r"(?<!ded to my )(?<!nse to my )(?<!ack to my )(?:e-?mail|mail|message)"
    r"|intro|step \d+|messageid|one|mine|follow-?up|note|it was|was sent)\b"
)
_REPLIED = (
    r"\b(?:repl(?:y|ied)|(?<!to )answer(?:ed)?|respon(?:se|ded)|(?:writes?|wrote|got|came) back"
    r"|(?:he|she|they|client|customer|prospect) (?:\w+ )?(?:sent|wrote|said)|yes from|said yes|reverted"
    r"|(?:reply|answer|response) (?:anaddress|he|she|they) (?:has |had )?(?:sent|wrote|gave)"
    r"|(?:on|to|auf) my [\w-]*mail (?:\w+ )?(?:replied|answered)"
    r"|(?<=anaddress )came (?=at\b)|came (?=(?:in(?! salesforce)|\w+day)\b))\b"
)
# Something else happened then.
_OTHER = (
    r"\b(?:appear\w*|arriv\w*|show(?:s|ed|n)?|came|lands?|landed|got into|got to|got there|(?<!from )there at|surfaced"
    r"|made it|rocked up"
    r"|popped up|came through|reflect\w*|appeared|reached|turned up|says|reads|logged"
    r"|(?<!clocks )changed|mapped|remapped|asked|joined|stopped|broke|reconnected|connected|converted|created|rotated"
    r"|deactivated|imported|uploaded|started|kicked|enabled|disabled|switched|turned|skipped|errors?|expired"
    r"|migrated|noticed"
    r"|checked|looked|tried|told|call|meeting|since|until"
    r"|(?<!sent )(?<!mailed )(?<!written )by(?! (?:outlook|gmail|unify|hand|me|us|him|her|phone))|worked"
    r"|(?:opens?|opened|clicked)(?: (?:my|our|the|that|this) (?:e-?mail|mail|message))?|not|never|missing)\b"
)
_EVENT = re.compile(rf"(?P<replied>{_REPLIED})|(?P<sent>{_SENT}|\b(?:when|sent|date):)|(?P<other>{_OTHER})")
_BOUND = re.compile(
    r"\b(?:since|until|till|before|by|after|every|each|as of|through|prior to|than|from before|start of|end of"
    r"|over|next|seit) (?:about |around |the |last )?[(]?$"
)
_NAMES_IT = re.compile(r" (?:\w+ )?(?:e-?mail|mail|message|note|one)\b(?! activit)")  # "the 3pm email"
_WHEN_SENT = re.compile(
    r",? when (?:i|we|he|she) (?:\w+ )?(?:sent|sended|mailed|wrote)\b"
)  # "since Friday 5pm, when I sent it"
_CLAIMED = re.compile(
    r"\b(?:salesforce|it|messageid|taskid|record) (?:says|insists|swears|claims|thinks|believes|pretends|shows"
    r"|has it|has the (?:\w+ )?(?:time|date) as|has (?:\S+ ){1,3}down)\b[^,;]*$"
)  # wrongly, or it would not be told
_SAYS_SO = re.compile(r",? (?:according to|as per|says) (?:the )?(?:salesforce|record)\b")
_THEN = re.compile(r",? (?:i|we|he|she) (?:\w+ )?(?:mailed|e-?mailed|sent|wrote)\b")  # "9:15 I mailed her"
_MINE = re.compile(r"\b(?:my|our|the|that) $")
_WENT = re.compile(r"\S+(?: \S+)? (?:to an|(?:i|we|he|she) sent\b)")  # "my 11:00 to anaddress", "the 9:40 i sent"
_ITS_REPLY = re.compile(r" (?:an?|the|his|her|their) (?:\w+ )?(?:reply|answer|response)\b")  # "at 8:50 an answer came"
# How, and from where, it was answered.
_HOW_ANSWERED = re.compile(
    r"\b(?:on|to) (?:my|our) [\w-]*mail\b(?! (?:\w+ )?(?:replied|answered))"
    r"|\b(?:fresh|new|separate|own) (?:e-?mail|mail|message)\b"
    r"|\b(?:address(?:es)?|mailbox|inbox|one)(?: that)? (?:i|we)(?: \w+)? (?:wrote|written|mailed|e-?mailed|used)(?: to)?\b"
    r"|\bthe one (?=from|of)"
)
_NEW_CLAUSE = re.compile(
    r"\b(?:and|but|then) (?:(?:on|at|around) )?$"
)  # "we wrote, and on 3 June at 16:20 he answered"
_HEADED = re.compile(r"\bdate: ")  # of a forwarded message: when the ticket was written
_HEAD = re.compile(r"\b(?:date|sent): ")
_ITS_DAY = re.compile(r" (?:e-?mail|mail|message|note)\b(?! activit)")  # "last night's mail"
_OF_ONE_EMAIL = frozenset(Symptom) - {Symptom.NOTHING_SYNCS, Symptom.PERSON_MISSING}
_NEAR = 70
_BESIDE = 25  # "jane@acme.com, 12 May, 9:45: not there" says when without a verb


def sending(
    words: Wording,
    symptoms: tuple[Symptom, ...],
    scope: Scope,
    asked_at: datetime,
    tz: str,
) -> Moment | None:
    """The time of the email asked about, or of the reply where that is what is missing; None if none is said.

    Only a single email has one: "nothing since Monday" names no sending.
    """
    if not symptoms or symptoms[0] not in _OF_ONE_EMAIL or scope not in (Scope.ONE_EMAIL, Scope.UNKNOWN):
        return None
    wanted = "replied" if symptoms[0] is Symptom.REPLY_MISSING else "sent"
    fits = [
        (_fit(sentence, m, wanted), m)
        for sentence in words.sentences
        for m in moments(sentence, asked_at, tz)
        if m.exact or scope is Scope.ONE_EMAIL
    ]  # a day alone may be that of several emails
    likely = [fit for fit in fits if fit[0] > 0]
    if not likely:
        return None
    # An exact time is worth more than a day; of equals the first counts.
    _, best = max(likely, key=lambda f: (f[0], f[1].exact))
    # "from the Saturday …", and its head says the hour.
    hours = (m for _, m in likely if m.exact and m.at.date() == best.at.date())
    return best if best.exact else next(hours, best)


def bounds(sentence: str, moment: Moment) -> bool:
    """Whether the moment only begins or ends a span: "since Monday", "until 3pm"."""
    return _BOUND.search(sentence[max(0, moment.start - _NEAR) : moment.start]) is not None


def _fit(sentence: str, moment: Moment, wanted: str) -> float:
    """How surely the moment is that of the sending: 2 where the words before it say so, 1 those after it, 0 not.

    Half of that for a reply's time where any email will do.
    """
    before = sentence[max(0, moment.start - _NEAR) : moment.start]
    if wanted == "sent" and _ITS_DAY.match(sentence, moment.end):
        return 2
    if wanted == "sent" and _WHEN_SENT.match(sentence, moment.end):
        return 2.5
    if bounds(sentence, moment) or _CLAIMED.search(before) or _SAYS_SO.match(sentence, moment.end):
        return 0
    if wanted == "sent" and moment.exact and _is_called_sent(sentence, before, moment):
        return 2.5
    if wanted == "replied" and _ITS_REPLY.match(sentence, moment.end):
        return 2.5
    return _by_events(sentence, before, moment, wanted)


def _is_called_sent(sentence: str, before: str, moment: Moment) -> bool:
    return bool(
        _THEN.match(sentence, moment.end)
        or (_MINE.search(before) and _WENT.match(sentence, moment.start))
        or _NAMES_IT.match(sentence, moment.end)
        or _NAMES_IT.search(sentence, moment.start, moment.end)
    )


def _by_events(sentence: str, before: str, moment: Moment, wanted: str) -> float:
    told = _HOW_ANSWERED.sub("", before) if wanted == "replied" else before
    events = [m.lastgroup for m in _EVENT.finditer(told)]
    if not events and told != before:
        events = ["replied"]
    after = _EVENT.search(sentence[moment.end : moment.end + _NEAR])
    beside = before[-_BESIDE:] + sentence[moment.end : moment.end + _BESIDE]
    if not events and moment.exact and "anaddress" in beside and (after is None or after["other"]):
        return 1.0 if wanted == "sent" else 0.0
    event, weight = (
        (events[-1], 2.0)
        if events and not (after and _NEW_CLAUSE.search(before))
        else (after.lastgroup if after else None, 1.0)
    )
    if event == wanted:
        return weight / 2 if _HEADED.search(before) else weight
    if wanted == "replied" and _HEAD.search(before):
        return weight / 2
    return weight / 2 if (event, wanted) == ("replied", "sent") else 0
