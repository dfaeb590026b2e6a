"""Whether the message says that an import or backfill runs at the moment."""

from handlers.understanding.patterns import any_of
from handlers.understanding.statement import Statement

_SYNC = (
    r"(?:(?:re-?)?imports?|backfills?|(?:incoming |initial |full |first |re-?)?syncs?(?: jobs?| runs?)?|pulls?"
    r"|(?:initial |bulk )?loads?"
    r"|bulk upload|refresh|synchroni[sz]ation)"
)
_RUNS = (
    r"(?:running|in progress|in full swing|going(?: on)?|ongoing|under ?way|active|on the go|executing|executed|processing"
    r"|being processed|working"
    r"|rolling|spinning|crunching|churning|chugging|chewing|ticking|trundling|crawling|grinding|plodding|hanging"
    r"|importing|syncing)"
)
_DONE = (
    r"(?:finished|completed?|done|(?<=is )over|(?<=was )over|wrapped up|ended|went through|(?<=is )through|closed"
    r"|ran through)"
)
_PROGRESS = r"(?:\d{1,2} ?(?:%|percent\b|per cent\b)|halfway|half done|half way)"

OF_SYNCING = (
    Statement(
        "sync-running",
        "no",
        says=any_of(
            rf"\bbefore you ask\b.{{0,30}}\b{_SYNC}\W{{1,3}}(?:none|no)\b",
            rf"\b(?:no|not any|neither|nor|zero|any|not an?|none)(?: \w+){{0,3}} {_SYNC}\b.{{0,40}}\b(?:{_RUNS}"
            rf"|right now|currently"
            r"|at the moment|at present|today|anywhere)\b",
            r"\bno (?:import|backfill)(?=[.,;]|$)",
            rf"\bno {_SYNC}(?: or {_SYNC})? (?:is |are )?{_RUNS}\b",
            rf"\b(?:do|does) not have (?:a|an|any) (?:\w+ )?{_SYNC} (?:{_RUNS})\b",
            rf"\b{_SYNC} (?:is running|runs) (?:no|none)\b",
            r"\b(?:nobody|no one) (?:is |was )?(?:currently |now )?(?:importing|syncing|pulling|backfilling)\b",
            rf"\bis running no (?:\w+ )?{_SYNC}",
            rf"\b{_SYNC}(?: or \w+)?\b.{{0,25}}\b(?:is|are) not (?:currently |now |even )?{_RUNS}\b",
            r"\bnothing(?: is| was)? (?:else )?(?:running|in progress|syncing right now|being imported|being "
            r"pulled|importing)\b",
            rf"\b(?:{_SYNC}|ours)\b(?: \w+){{0,4}} (?:is |was |has |already |been |just |has been )*{_DONE}\b",
            rf"\b{_SYNC}\W{{1,3}}(?:(?:none|no|nothing)(?: {_RUNS})?(?=[ ,.;!]|$)|not {_RUNS}\b)(?! \w+ {_RUNS})",
            rf"\blast (?:one|{_SYNC}) (?:\w+ )?{_DONE}\b",
            r"\b(?:sync|import|integration)(?: \w+)? (?:page|tab|status)? ?(?:says|shows|is|reads)[\s\"':]{1,3}idle\b",
        ),
        unless=any_of(
            r"\b(?:if|once|until|when(?! (?:i|we|they|he|she) (?:looked|checked))|before(?! you ask)|whether|as soon as"
            r"|unless)\b",
            r"\bshould have\b",
            rf"\bnot (?:yet |quite |even )?(?:\w+ )?{_DONE}\b",
        ),
        where=any_of(rf"\b(?:{_SYNC}|ours|last one|nothing|nobody|no one|integration)\b"),
        alone=True,
    ),
    Statement(
        "sync-running",
        "no",
        says=any_of(rf"\b(?:it|that|which) (?:is|has|was) (?:now |already |since )?{_DONE}\b"),
        unless=any_of(r"\b(?:if|once|until|when|before|whether|as soon as|not)\b"),
        where=any_of(rf"\b{_SYNC}\b"),
        alone=True,
    ),
    Statement(
        "sync-running",
        "yes",
        says=any_of(
            rf"\b{_SYNC}\b.{{0,90}}\b(?:is|are|been|still|currently|now|keeps?|has)\b.{{0,15}}\b(?:{_RUNS}"
            rf"|not (?:yet )?(?:finished|done|over)|nowhere near|far from (?:done|finished|over))\b",
            rf"\b{_SYNC} runs\b(?! (?:every|each|nightly|daily|weekly|hourly|once|at|on))",
            rf"\bthere is (?:still )?(?:a|an|our|the) (?:\w+ ){{0,3}}{_SYNC}\b.{{0,40}}\b(?:{_RUNS}|since)\b",
            rf"\bunify still \w+s (?:an?|the|our|on) (?:\w+ )?{_SYNC}\b",
            rf"\b{_SYNC} going\b",
            r"\b(?:we|they|unify|it) (?:are|is|r) (?:still |currently |just )?(?:re-?importing|importing|backfilling)\b",
            rf"\b{_SYNC}\b(?:.{{0,40}}) (?:running|in progress|going (?:on|right now)|under ?way)\b",
            r"\bstill (?:busy )?(?:importing|pulling|loading|backfilling|reading (?:it|them) in)\b",
            rf"\b(?:{_SYNC}|bar|progress|it|loading|that one)\b.{{0,50}}\b{_PROGRESS}",
            rf"\bat {_PROGRESS} of .{{0,30}}\b{_SYNC}",
            r"\b(?:says|shows|reads) [\"']?(?:still )?importing\b|\bat [\"'](?:still )?importing\b",
            r"\bbar is (?:still )?(?:moving|filling|growing|creeping)\b",
            rf"\bin the (?:middle|midst) of (?:a|an|the|our) (?:\w+ ){{0,3}}{_SYNC}\b",
            rf"\bstill (?:a|an|the) (?:\w+ )?{_SYNC} {_RUNS}\b",
            rf"\b(?:it is|and is|is|has been) still {_RUNS}\b",
            r"\b(?<!mind )(?:running|doing) (?:a |an |the )?(?:\w+ ){0,2}(?:import|backfill|incoming sync|full sync"
            r"|re-?import)\b",
            r"\b(?:importing|loading|pulling|re-?importing|backfilling)\b.{0,50}\b(?:right now|at the moment"
            r"|currently|as (?:we|i) (?:speak|type|write)|anew)\b",
            rf"\b(?:while|during|with) (?:\w+ ){{0,2}}{_SYNC} (?:is )?{_RUNS}\b",
            rf"\b{_SYNC} (?:that )?(?:is|was) (?:still )?(?:stuck|parked)\b",
            rf"\bstill {_RUNS}\b(?=.{{0,40}}\b{_SYNC}\b)",
        ),
        unless=any_of(
            r"\b(?:running|runs) (?:no|none)\b",
            r"\b(?:no|none|not any|nothing|never|if|once|after|finished|nor|neither"
            rf"|whenever)\b.{{0,40}}\b(?:{_RUNS}|progress|way)\b",
            r"\bnot (?:currently |now |even )?(?:running|going|active|executing)\b",
            r"\b(?:while|when|whenever) (?:a|an) (?:backfill|import|sync) runs\b",
            r"\b(?:tonight|tomorrow|next week|should have)\b",
            r"\bwas (?:running|going on|in progress)\b",
            r"\bnot have (?:a|an|any)\b",
        ),
        where=any_of(rf"\b(?:{_SYNC}|import\w*|backfill\w*|re-?import\w*|loading|pull\w*|upload\w*)\b"),
    ),
)
