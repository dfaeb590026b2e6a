"""What the message says of a field's mapping: its direction, or that it was changed lately."""

from handlers.understanding.patterns import any_of
from handlers.understanding.statement import Statement

_MAPPED = r"\b(?:re-?)?map(?:s|ped|ping|pings)?\b"
_FIELD = any_of(_MAPPED, r"\bfields?\b", r"\bdirection\b", r"\brow is\b", r"\b\w+__c\b")
_LATELY = (
    r"\b(?:yesterday|today|recently|just|last (?:week|month|night|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)"
    r"|(?:on |since )?(?:mon|tues?|wed|thu|thurs|fri)(?!\w)|this (?:week|morning|afternoon|month)|(?:on |since "
    r")?(?:monday|tuesday|wednesday|thursday|friday|saturday"
    r"|sunday)"
    r"|(?:day|days|week|weeks|hours?|minutes) (?:ago|back)|newly|fresh(?:ly)?|the other day|on the \d{1,2}(?:st"
    r"|nd|rd|th)|\d{1,2}/\d{1,2})\b"
)
_CHANGED = (
    r"(?:changed|edited|updated|adjusted|added|modified|re-?did|re-?done|redo|reworked|re-?mapped|switched|fixed|set up"
    r"|created|touched"
    r"|(?:re)?wired|tweaked|fiddled with|played with|messed with|altered|moved|rebuilt|replaced|swapped|reset|flipped"
    r"|turned|cleaned up|repointed|renamed)"
)
_SOMEBODY = r"(?:i|we|admin|they|he|she|just|newly|recently|was|were|got|finally|has|have|ops|consultant|freshly)"
_A_FIELD = r"(?:\w+__c|(?:a|the|that|this|our) (?:\w+ ){0,3}field)"
_TARGET = r"(?:\w+__c|(?:\w+ ){1,3}(?:field|attribute|property))"
_BOTH = r"\b(?:both (?:ways|directions|senses|sides)|two[- ]way|bi-?directional(?:ly)?|each way)\b"
_READ_WRITE = (
    r"\b(?:read(?:ing)?|lecture|lectura|lesen) ?(?:&|and|/|\+|-| )? ?-?(?:write|writing|écriture|escritura|schreiben)\b"
)

OF_MAPPING = (
    Statement(
        "mapping",
        "changed-recently",
        says=any_of(
            rf"\b(?:{_CHANGED}|mapped|new|different|another|put|(?:re-?)?pointed)\b",
            r"\bmapping changes?\b",
        ),
        unless=any_of(
            rf"\b(?:not|never|nobody|no one) (?:\w+ ){{0,2}}(?:{_CHANGED}|mapped|touch|change)\b",
        ),
        where=any_of(
            # The cheapest condition first: most sentences end there.
            rf"^(?=.*map)(?=.*(?:{_MAPPED}))(?=.*{_LATELY})(?=.*\b{_CHANGED}\b|.*\b{_SOMEBODY} (?:\w+ )?mapped\b"
            rf"|.*\bmapped it\b|.*\bmapping changes?\b|(?:.*[,;] )?mapped \w+__c|.*\b(?:new|different|another) mapping\b"
            rf"|.*\b(?:put|pointed) (?:\S+ ){{0,4}}(?:mapping|onto|at|to)\b)",
            rf"^(?=.*pointed)(?=.*{_LATELY}).*\bre-?pointed {_A_FIELD}",
            rf"^(?=.*pointed)(?=.*{_LATELY}).*\bpointed {_A_FIELD}(?: on the \w+(?: \w+)?)? (?:at|to)\b",
            rf"^(?=.*pointed)(?=.*{_LATELY}).*\b(?:re-?)?pointed (?:\S+ ){{1,6}}(?:at|to|onto) {_TARGET}\b",
        ),
        alone=True,
    ),
    Statement(
        "mapping",
        "read-only",
        says=any_of(
            r"\b(?:read|pull)[- ]only\b",
            r"\bonly (?:be )?read by unify\b",
            r"\bsalesforce (?:(?:in)?to|->|=>|>|→) unify,? (?:and )?(?:never|not) (?:back|the other way)\b",
            r"\b(?:one[- ]way|one[- ]directional|one direction|single direction)\b",
            r"\b(?:only|just|solely) (?:reads?|(?:goes )?(?:from )?salesforce (?:(?:in)?to|->|=>|>|→) unify)\b",
            r"\bsalesforce (?:(?:in)?to|->|=>|>|→) unify only\b",
            r"\bfrom salesforce only\b",
            r"\b(?:only|just|solely) (?:lectura|lecture|lesen)\b",
            r"\blecture seule\b",
            r"\bunify (?:only |just )?reads it\b.{0,15}\bnot write\b",
            r"\barrow\b.{0,40}\bonly (?:points|goes|runs|leads) (?:from salesforce )?(?:in)?to unify\b",
            r"\bonly in the (?:sense|direction) (?:of )?(?:from )?salesforce (?:(?:in)?to|->|=>|>|→) unify\b",
        ),
        unless=any_of(
            r"\bnot (?:\w+ )?(?:read[- ]only|one[- ]way)\b",
            r"\bfrom (?:read[- ]only|one[- ]way)\b",
            r"\bread[- ]only (?:plan|user|profile|access|license|record|api|sandbox|mode|permission)",
            r"\bone[- ]way (?:switch|street(?!.{0,30}\bunify\b)|door|decision|ticket)\b",
            r"\bfield[- ]level\b",
            r"\bpage layout\b",
            r"\b(?:may|might|could) be\b",
        ),
        where=any_of(
            _MAPPED,
            r"\bfields?\b(?=.{0,60}\b(?:read[- ]only|unify)\b)",
            r"\bdirection\b",
            r"\bread[- ]only (?:on|in) (?:the )?unify\b",
            r"\bunify(?: side)?,? (?:\w+ ){1,3}(?:is|stands|set) (?:set |in |on |to )*[\"']*read[- ]only\b",
        ),
    ),
    Statement(
        "mapping",
        "read-write",
        says=any_of(_READ_WRITE, _BOTH, r"\br ?[/&] ?w\b", r"\bdouble-headed arrow\b"),
        unless=any_of(
            r"\bnot (?:\w+ )?(?:read|both|two)\b",
            r"\b(?:change|(?<!is )(?<!are )(?<!was )(?<!we )(?<!\bi )(?<!admin )set|switch|flip|put|move)"
            r" (?:it|this|that|them|the \w+)? ?(?:back )?to (?:read|both|two)\b",
            r"\b(?:read ?(?:and|&) ?write|two-way|both) (?:access|permission|rights|sync)",
            r"\b(?:can|should|must|needs? to|has to|have to) (?:be |i |we )?\b",
            r"\b(?:making|setting|switching|changing|putting|turning|puts|makes|sets) (?:it|this|that|them|the|its) ",
        ),
        where=_FIELD,
        alone=True,
    ),
    Statement(
        "mapping",
        "read-write",
        says=any_of(
            rf"^(?:and )?it is (?:set|mapped) (?:to |as |for "
            rf")?[\"']?(?:{_READ_WRITE}|{_BOTH})"
        ),
        where=_FIELD,
    ),
)
