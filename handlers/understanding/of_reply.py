"""How a contact's reply came: in the same thread or as a new one, from the same address or another."""

from handlers.understanding.patterns import any_of
from handlers.understanding.statement import Statement

_REPLYING = (
    r"\b(?:come-?backs?|repl(?:y|ies|ied|ying)|answer\w*|respon\w+|(?:wrote|writes?|got|came|come) (?:right )?back"
    r"|reverted)\b"
)
_REPLY = any_of(
    _REPLYING,
    r"\b(?:client|customer|contact|prospect|buyer|lead|he|she|they|his|her|yes from)\b",
)
_REPLIED = any_of(
    _REPLYING,
    r"\b(?:he|she|they|customer|client|contact|prospect) (?:\w+ )?(?:wrote|used|sent|use|fired)\b",
    r"\b(?:yes|no|ok) from\b",
    r"\b(?:his|her|their) (?:yes|no|ok)\b",
)
_THREAD = r"(?:threads?|conversation|chain|trail|e-?mail chain)"
_ADDRESS = r"(?:e-?mail (?:address|account|id)|mail id|address(?:es)?|addy|account|acct|mailbox|inbox|alias|in-?box)"
_OF_OURS = r"(?:my|our|the|this|that|mine)"
_BEFORE_THIS = any_of(r"\b(?:last (?:year|time)|previously|in the past|back then|(?:years?|months?) ago)\b")
_NO_SAME = (
    r"\b(?:not|instead of|rather than|outside)(?: \w+){0,4} (?:the |this |that )?(?:same |very same |original )?"
    r"(?:existing )?(?:thread|conversation|chain|address|reply|replying)\b"
)
_OF_THEIRS = r"(?:his|her|their|its|the \w+'s|a|an|some|[a-z]+'s)"
_PRIVATE = r"(?:private|personal|second|secondary|home|alternate|alternative|other|old|throwaway|freemail)"
_SERVICE = r"(?:gmail|g-?mail|icloud|hotmail|yahoo|gmx|web\.de|aol|proton ?mail|outlook\.com)(?! app)"

OF_REPLY = (
    Statement(
        "reply-thread",
        "new",
        says=any_of(
            rf"\b(?:new|separate|different|fresh|another|brand-new) (?:e-?mail )?{_THREAD}\b",
            rf"\b(?:started|opened|began|created|made) (?:\w+ ){{0,3}}own (?:{_THREAD}|message|mail|e-?mail)\b",
            r"\b(?:brand[- ]new|new|fresh|separate|standalone|stand-alone) (?:e-?mail|message"
            r"|mail)\b(?! (?:activit|field"
            r"|address|record|account|id\b|box))",
            rf"\bnot (?:\w+ ){{0,2}}?(?:in |on |within )(?:the |my |our )?(?:same |original |existing )?{_THREAD}\b",
            rf"\bnot (?:\w+ )?(?:the )?same {_THREAD}\b",
            rf"\boutside (?:of )?(?:the |our |my )?{_THREAD}\b",
            r"\b(?:composed|started|wrote|opened|created|sent) (?:\w+ )?(?:a |an )?(?:brand[- ])?(?:new|fresh"
            r"|separate) one\b",
            r"\b(?:starts?|started|starting|opens?|opened|opening|composes?|composed|composing) (?:me |us )?(?:a"
            r"|an) (?:blank|clean|empty) "
            r"(?:e-?mail|mail|message|one)\b",
            r"\b(?:instead of|rather than|without) (?:hitting |using |clicking |pressing |a )?(?:the )?reply\w*\b",
            r"\bfresh compose\b",
            r"\bfrom scratch\b",
            r"\b(?:not|never) (?:actually |really |just )?(?:hit|hits|press(?:ed)?|click(?:ed)?|push(?:ed)?|use(?:d)?)"
            r" (?:the )?reply\b",
            r"\b(?:new|different|another|own) subject(?: line)?\b|\bsubject(?: line)? of (?:his|her|their) own\b",
        ),
        unless=any_of(
            rf"\b(?:no|not a|not in a|without a|nor a) (?:new|separate|different|fresh) (?:(?:e-?mail )?{_THREAD}"
            r"|e-?mail|mail|message)\b",
            r"\b(?<!one )(?<!that )(?<!mail )(?<!what )(?:i|we) (?:\w+ ){0,2}(?:started|opened|sent|wrote|began|composed)\b",
            r"\b(?:has|have|had|sees?) (?:a|any|one|no) (?:single )?new (?:e-?mail|mail|message)\b",
        ),
        where=_REPLY,
    ),
    Statement(
        "reply-thread",
        "same",
        says=any_of(
            rf"\b(?:same|original|existing|running|ongoing|current) (?:very |exact )?(?:e-?mail )?{_THREAD}\b",
            r"\bthread (?:is|was) the same\b",
            r"\b(?:hits?|press(?:e[ds])?|clicks?|clicked|pushed|used|hitting|clicking|pressing) (?:\w+ )?(?:the "
            r")?\W{0,2}reply"
            r"(?:[- ]all)?\b",
            rf"\b(?:replied|answered|responded|answers?|reply|replies|responds?|stay(?:ed)?|kept|wrote back|came in|came"
            rf"|got)(?: \S+){{0,4}}"
            rf" (?:in|inside|within|on|to) (?:our|my|the|that|this) (?:very )?{_THREAD}\b",
            r"\b(?:replied|answered|responded|wrote back)(?: to (?:me|us|it|mine|(?:my|our) \w+))? (?:directly"
            r"|in[- ]thread|inline|right)\b",
            r"\bin[- ]thread\b",
            rf"\b(?:in|inside|bottom of|end of|under) (?:the|that|our|my) (?:very |same )?{_THREAD} (?:that )?i "
            rf"(?:had |will )?"
            r"(?:started|begun|began|opened)\b",
            rf"\b(?:right|straight|directly|squarely) (?:in|into|under|below|beneath) {_OF_OURS}\b",
            r"\b(?:under|below|beneath|underneath) (?:my|our) (?:\w+ )?(?:e-?mail|mail|message|note|text|words)\b",
            r"\bsubject(?: line)? (?:is |was )?(?:unchanged|(?:still )?the (?:same|old)|still \W{0,2}re)\b",
            rf"(?:^|,? )(?:always )?(?:in|inside|within) the {_THREAD}(?=[,.;!?)]|$)",
        ),
        unless=any_of(
            _NO_SAME,
            r"\b(?:not|never) (?:\w+ )?(?:hit|hits|press|click|push|use)\b",
            r"\bno (?:quoted|text)\b",
            r"\bplease\b",
            r"\b(?:normally|usually|typically|mostly)\b",
        ),
        where=_REPLY,
    ),
    Statement(
        "reply-address",
        "other",
        says=any_of(
            rf"\b(?:different|other|another|new|assistant's|colleague's|wife's|husband's|boss's|{_PRIVATE})"
            rf" (?:[\w']+ )?{_ADDRESS}\b",
            r"\bnot (?:from |to |at )?the (?:same )?(?:\w+ )?(?:e-?mail )?(?:address|addy|inbox|mailbox"
            r"|one(?: that)? (?:we|i)\b)|\bnot (?:from|to|at) the one\b",
            r"\bfrom (?:an)?other e-?mail\b",
            r"\banother (?:one )?of (?:his|her|their) (?:addresses|accounts|mailboxes)\b",
            rf"\b(?:from|off|out of|via|with|through|using|used|uses) {_OF_THEIRS} (?:\w+ )?"
            rf"(?:{_PRIVATE} (?:\w+ )?(?:{_ADDRESS}|e-?mail|mail|one)|(?:{_PRIVATE} )?{_SERVICE})\b",
            rf"\b(?:from|off|out of|via|using|used|uses) (?:his|her|their) \w+'s (?:\w+ )?(?:{_ADDRESS}|{_SERVICE})\b",
            r"\b(?:address|mailbox|account|one)(?: that| which)? (?:i|we) (?:had |have )?never\b",
            rf"\b(?:answer\w*|repl\w+|wrote back|came|responded)\b.{{0,40}} from (?:its|his|her"
            rf"|their) own {_ADDRESS}\b",
            rf"\bfrom (?:his|her|their) own (?:\w+ )?{_ADDRESS}(?:,? and not|,? rather than|,? instead of)\b",
            r"\b(?:somebody|someone) else (?:\w+ ){0,5}(?:answered|replied|responded|wrote back)\b",
            r"\b(?:colleague|assistant|boss|director|partner|wife|husband|secretary|coworker)(?: of \w+)? (?:\w+ )?"
            r"(?:answered|replied|responded|wrote back)\b",
            r"\b(?:it was|the one who) (?:\w+ ){1,4}(?:who |that )?(?:answered|replied|responded|wrote back)\b",
        ),
        unless=any_of(
            r"\b(?:not|never|no) (?:from )?(?:a |an )?(?:different|other|another)\b",
            rf"\b(?:my|our|i have|we have) (?:new|second|other|different|{_PRIVATE})\b",
            r"\bother (?:people|contacts|reps|customers)\b",
            rf"\b(?:i|we) (?:\w+ )?(?:wrote|written|mailed|e-?mailed|sent)(?: \w+){{0,2}} (?:to|at)"
            rf" (?:his|her|their|the) {_PRIVATE}\b",
        ),
        where=_REPLIED,
    ),
    # To another mailbox of ours than the one that wrote.
    Statement(
        "reply-address",
        "other",
        says=any_of(
            r"\b(?:answer(?:ed|s)?|repl(?:ied|y|ies)|respond(?:ed|s)?|came|went|wrote|writing)(?: \w+){0,5}"
            rf" to (?:my|our) (?:other|main|old|second|secondary|former|new|{_PRIVATE}|work|company)"
            rf" (?:\w+ )?(?:{_ADDRESS}|one)\b",
            rf"\b(?:answered|replied|responded)(?: \w+){{0,3}} to (?:his|her) (?:other|main|old|second|{_PRIVATE})"
            rf" (?:\w+ )?(?:{_ADDRESS}|one)\b",
        ),
        unless=_BEFORE_THIS,
        where=_REPLIED,
    ),
    Statement(
        "reply-address",
        "same",
        says=any_of(
            rf"\b(?:same|exact|very same|very|identical|usual|normal|regular"
            rf"|work) (?:sender )?(?!acc){_ADDRESS}\b(?! (?:activit"
            rf"|record|text|body))",
            r"\baddress (?:is|was) the same\b",
            rf"\bfrom that (?:very )?(?:box|{_ADDRESS})\b",
            r"\baddress (?:that is |which is )?(?:in|on) (?:our|the|my) (?:sequence|play)\b",
            r"\baddress (?:has |did )?(?:not |never )changed?\b",
            r"\bsame (?:\w+ )?(?:e-?mail|mail|id)(?: that)? (?:i|we) (?:had |have |will )*"
            r"(?:mailed|wrote|written|e-?mailed|used)\b",
            r"\b(?:from|sender|address)(?: \w+){0,2} (?:is|was) (?:identical|the same|unchanged|equal)\b",
            r"\bidentical (?:to|with) the (?:address|one)\b",
            r"\bthe (?:very |exact )?(?:e-?mail )?(?:address(?:es)?|mailbox(?:es)?|inbox|ones?)(?: that)? (?:i"
            r"|we) (?:had |have |will |is "
            r"|originally |just |always |usually |normally )*"
            r"(?:mailed|wrote|e-?mailed|used|sent|write|written|hit|contacted|messaged"
            r"|addressed)\b(?<!one i sent)(?<!one we sent)(?<!one i will sent)(?<!one i had sent)(?<!one i have sent)",
            r"\b(?:no other|not (?:from )?(?:another|a different)) address\b",
        ),
        unless=any_of(
            _NO_SAME,
            r"\b(?:not|never|instead of|rather than|than|unlike) (?:from |of )?(?:the |his |her |their "
            r"|its )?(?:same|usual"
            r"|normal|work"
            r"|regular|e-?mail|address|mailbox|inbox|one)\b",
            r"\b(?:my|our|new|other|different) (?:\w+ )?(?:usual|normal|regular|work)\b",
            r"\b(?:from|my|off|via) (?:my|our)\b",
            r"\bsame (?:e-?mail )?address (?:twice|on both|on two)\b",
            r"\b(?:went|gone|going|sent|wrote|written|addressed|enrolled|mailed|e-?mailed)(?: \w+)?(?: to| at| "
            r"on| with| under)? "
            r"(?:his|her|their|the|[a-z]+'s) "
            r"(?:usual|normal|regular|work)\b",
            r"\b(?:contact|lead|record|person)(?: \w+){0,3} with (?:that|the|this|exactly)\b",
        ),
        where=_REPLIED,
    ),
)
