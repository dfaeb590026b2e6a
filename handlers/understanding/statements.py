"""What settles an answer, as a table: a clause that says it, what must stand near it, what takes it back."""

import re
from dataclasses import dataclass

from handlers.understanding.origins import NOT_THE_ORIGIN, ORIGINS, SENDING, sent_from
from handlers.understanding.patterns import any_of


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause in which `says` is found, and `unless` is not, settles `key` as `value`.

    `where` must be found in the sentence or the one before it; in the sentence itself if `alone`.
    """

    key: str
    value: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    where: re.Pattern[str] | None = None
    alone: bool = False


_REPLY = any_of(
    r"\b(?:repl(?:y|ies|ied|ying)|answer\w*|respon\w+|(?:wrote|got|came) back|client|customer|contact|he|she|they)\b",
)
_THREAD = r"(?:threads?|conversation|chain|trail|email chain)"
_NO_SAME = (
    r"\b(?:not|instead of|rather than|outside)(?: \w+){0,4} (?:the |this |that )?(?:same |very same |original )?"
    r"(?:existing )?(?:thread|conversation|chain|address|reply|replying)\b"
)

STATEMENTS = (
    *(
        Statement("origin", value, any_of(*sent_from(value)), unless=any_of(*NOT_THE_ORIGIN), where=any_of(SENDING))
        for value in ORIGINS
    ),
    Statement(
        "reply-thread",
        "new",
        says=any_of(
            rf"\b(?:new|separate|different|fresh|another|own|brand-new) (?:e-?mail )?{_THREAD}\b",
            r"\b(?:brand[- ]new|new|fresh|separate|standalone) (?:e-?mail|message|mail)\b(?! (?:activit|field"
            r"|address|record))",
            rf"\bnot (?:\w+ ){{0,2}}?(?:in |on |within )?(?:the |my |our )?(?:same |original |existing )?{_THREAD}\b",
            rf"\boutside (?:of )?(?:the |our |my )?{_THREAD}\b",
            r"\b(?:composed|started|wrote|opened|created) (?:a |an )?(?:brand[- ])?(?:new|fresh|separate) one\b",
            r"\b(?:instead of|rather than) (?:hitting |using |clicking |pressing )?(?:the )?reply\w*\b",
        ),
        unless=any_of(rf"\b(?:no|not a|not in a|without a) (?:new|separate|different|fresh) (?:e-?mail )?{_THREAD}\b"),
        where=_REPLY,
    ),
    Statement(
        "reply-thread",
        "same",
        says=any_of(
            rf"\b(?:same|original|existing) (?:very |exact )?(?:e-?mail )?{_THREAD}\b",
            r"\bthread (?:is|was) the same\b",
            r"\bhit reply\b",
            rf"\b(?:replied|answered|responded)(?: \w+){{0,2}} in (?:our|my|the) {_THREAD}\b",
            r"\breplied (?:directly|in[- ]thread|inline|right)\b",
            r"\b(?:used|pressed|clicked) (?:the )?reply\b",
            r"\bin[- ]thread\b",
            rf"\b(?:right|straight) in (?:the|our|my) {_THREAD}\b",
        ),
        unless=any_of(
            _NO_SAME,
        ),
        where=_REPLY,
    ),
    Statement(
        "reply-address",
        "other",
        says=any_of(
            r"\b(?:different|other|another|private|personal|second|secondary|home|new|assistant's|colleague's"
            r"|wife's|husband's|boss's|alternate|alternative) (?:\w+ )?(?:e-?mail address|address|e-?mail account"
            r"|account|mailbox|inbox|alias)\b",
            r"\bnot (?:from |to )?the (?:same )?(?:e-?mail )?(?:address|one|mailbox)(?: that)?(?: (?:we|i)\b)?",
            r"\banother (?:one )?of (?:his|her|their) (?:addresses|accounts|mailboxes)\b",
            r"\bfrom (?:his|her|their) (?:private|personal|other|own|gmail|outlook|yahoo|hotmail)"
            r" (?:e-?mail|gmail|one|account|address|mailbox)\b",
        ),
        unless=any_of(
            r"\b(?:not|never) (?:from )?(?:a |an )?(?:different|other|another)\b",
            r"\b(?:my|our) (?:new|second|other|different|private|personal)\b",
        ),
        where=_REPLY,
    ),
    Statement(
        "reply-address",
        "same",
        says=any_of(
            r"\b(?:same|exact|very same|identical) (?:e-?mail )?(?:address|mailbox)(?:es)?\b",
            r"\baddress (?:is|was) the same\b",
            r"\b(?:from|to) (?:exactly )?the (?:e-?mail )?address (?:that )?(?:i|we) (?:had |have |will "
            r"|originally |just )?(?:mailed|wrote|e-?mailed|used|sent|write|written)\b",
        ),
        unless=any_of(
            _NO_SAME,
            r"\bnot (?:from )?the (?:same|address)\b",
        ),
        where=_REPLY,
    ),
    Statement(
        "connection",
        "expired",
        says=any_of(
            r"\b(?:connection|integration|token|credentials?|login|authorization|auth)\b.{0,60}\b(?:expired"
            r"|expires|lapsed|revoked|invalid(?:ated)?|(?:been |was )?(?:lost|dropped)|disconnected|needs?"
            r" (?:to be )?reconnect\w*)\b",
            r"\bexpired salesforce\b",
            r"\bexpired\b.{0,40}\b(?:connection|reconnect|integration)\b",
            r"\b(?:says|shows?|showing|reads|displays?|asks?|asking|wants|tells|told|prompt\w*|banner|message"
            r"|warning|button)\b.{0,40}\b(?:reconnect\w*|re-?auth\w*|expired|connection lost|disconnected)\b",
            r"\b(?:salesforce|unify) (?:is |was |got |has been )?(?:disconnected|logged out)\b",
        ),
        unless=any_of(
            r"\b(?:not|never|no longer|if|no|without|password|session|trial|license|contract|card"
            r"|certificate)\b.{0,25}\b(?:expired|reconnect\w*|disconnected|banner)\b",
            r"\blink (?:has |is |was )?expired\b",
        ),
        where=any_of(
            r"\b(?:unify|salesforce|integration|connection|settings|integrations)\b",
        ),
    ),
    Statement(
        "connection",
        "ok",
        says=any_of(
            r"\b(?:connection|integration|connector|status)(?: page| status| itself"
            r"| state)?\b[\s\x22':]{0,3}(?:(?:is|looks|seems|shows?|says|reads|to salesforce|with salesforce"
            r"|in unify|as|still|all|also|being|perfectly|a|, that is) ?)*[\x22': ]{0,3}(?:fine|ok|okay|good|healthy|green"
            r"|active|valid|up|working|alive|connected|intact|no warnings?|live)\b",
            r"\b(?:shows?|says|reads|showing|marked|has|have)(?: as| up as| us as| it as| still)?[\s\x22':]{1,3}connected\b",
            r"\b(?:unify|salesforce|we|it) (?:is|are) (?:still |both )?connected\b(?! to (?:the|a|its))",
            r"\bconnected: (?:yes|ok|\(yes\))",
            r"\breconnected\b.{0,30}\b(?:fine|ok|green|works)\b",
        ),
        unless=any_of(
            r"\b(?:not|never|no longer|if|was)\b.{0,20}\b(?:connected|ok|fine|good|working|active)\b",
        ),
    ),
    Statement(
        "sync-running",
        "no",
        says=any_of(
            r"\b(?:do|does) not have (?:a|an|any) (?:\w+ )?(?:import|backfill|sync) (?:running|in progress|going on)\b",
            r"\b(?:import|backfill|sync) is running no\b",
            r"\bis running no (?:\w+ )?(?:import|backfill|sync)",
            r"\b(?:no|not any|neither|nor)(?: \w+){0,3} (?:imports?|backfills?|syncs?|pulls?|reads?|sync jobs?"
            r"|loads?)\b.{0,40}\b(?:running|in progress|going on|active|under ?way|ongoing|right now|currently"
            r"|today)\b",
            r"\b(?:imports?|backfills?|syncs?|pulls?)(?: or \w+)?\b.{0,25}\b(?:is|are|was) not (?:currently "
            r"|now )?(?:running|in progress|active)\b",
            r"\bnothing (?:is |was |else )?(?:running|in progress|syncing right now)\b",
            r"\b(?:imports?|backfills?|incoming sync|initial sync)\b.{0,20}\b(?:finished|completed|is done"
            r"|is over|is complete)\b",
        ),
        unless=any_of(
            r"\b(?:if|once|after|until|when)\b",
        ),
    ),
    Statement(
        "sync-running",
        "yes",
        says=any_of(
            r"\b(?:imports?|backfills?|incoming sync|initial sync|full sync|sync|resync|re-sync|pull|initial load"
            r"|bulk load)\b.{0,60}\b(?:is|are|been|still|currently|now|keeps?)\b.{0,15}\b(?:running|in progress"
            r"|going on|ongoing|under ?way|going|not (?:finished|done))\b",
            r"\b(?:imports?|backfills?|incoming sync|full sync|initial sync)\b(?:.{0,40}) (?:running|in progress"
            r"|under ?way)\b",
            r"\bstill (?:a|an|the) (?:\w+ )?(?:sync|import|backfill|pull) (?:running|going)\b",
            r"\b(?:it is|and is|is) still (?:running|going|in progress|importing|syncing)\b",
            r"\b(?:running|doing) (?:a |an |the )?(?:\w+ ){0,2}(?:import|backfill|incoming sync|full sync)\b",
            r"\bimporting\b.{0,50}\b(?:right now|at the moment|currently|as we speak)\b",
        ),
        unless=any_of(
            r"\brunning no\b",
            r"\b(?:no|not|nothing|never|if|once|after|finished|nor|neither)\b.{0,40}\b(?:running|progress|going"
            r"|way|syncing|importing)\b",
        ),
    ),
    Statement(
        "mapping",
        "changed-recently",
        says=any_of(
            r"\b(?:changed|edited|updated|adjusted|added|modified|redid|remapped|re-mapped|mapped|new|switched"
            r"|fixed|set up|created)\b",
        ),
        unless=any_of(
            r"\b(?:not|never) (?:\w+ )?(?:changed|edited|updated|touched|mapped|modified)\b",
        ),
        where=any_of(
            r"^(?=.*\bmapp(?:ed|ing|ings)\b|.*\bre-?mapped\b)(?=.*\b(?:yesterday|today|recently|just|last (?:week"
            r"|month|night|monday|tuesday|wednesday|thursday|friday)|this (?:week|morning|afternoon|month)|(?:on "
            r"|since )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:day|days|week|weeks"
            r"|hours?) ago|newly|the other day)\b)(?=.*\b(?:changed|edited|updated|adjusted|added|modified|redid"
            r"|re-?mapped|switched|fixed|set up|created)\b|.*\b(?:i|we|admin|they|he|she|just|newly|recently|was"
            r"|were|got|finally) (?:\w+ )?mapped\b|.*\bnew mapping\b)",
        ),
        alone=True,
    ),
    Statement(
        "mapping",
        "read-only",
        says=any_of(
            r"\bread[- ]only\b",
        ),
        unless=any_of(
            r"\bnot (?:\w+ )?read[- ]only\b",
            r"\bfrom read[- ]only\b",
            r"\bread[- ]only (?:plan|user|profile|access|license|record|api|sandbox|mode)\b",
        ),
        where=any_of(
            r"\bmapp(?:ed|ing|ings)\b",
            r"\bfields?\b",
            r"\bdirection\b",
        ),
    ),
    Statement(
        "mapping",
        "read-write",
        says=any_of(
            r"\bread ?(?:&|and|/|\+|-| )? ?-?write\b",
            r"\bbidirectional\b",
            r"\bboth directions\b",
            r"\btwo-way\b",
        ),
        unless=any_of(
            r"\bnot (?:\w+ )?read\b",
            r"\b(?:change|(?<!is )(?<!are )(?<!was )set|switch|flip|put|move)"
            r" (?:it|this|that|them|the \w+)? ?(?:back )?to read\b",
            r"\bread ?(?:and|&) ?write (?:access|permission|rights)",
        ),
        where=any_of(
            r"\bmapp(?:ed|ing|ings)\b",
            r"\bdirection\b",
            r"\bfields?\b",
        ),
    ),
)
