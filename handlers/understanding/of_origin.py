"""Where an email was sent from, and how people name it."""

from handlers.understanding.patterns import any_of
from handlers.understanding.statement import Statement

ORIGINS = {
    "unify": r"(?:the )?unify(?:'s)?(?: own)?(?: app| composer| editor| ui| inbox| sequence| play)?(?: thing)?",
    "gmail": r"gmail|google mail|google workspace mail|g ?suite|googlemail",
    "outlook": r"outlook|office ?365|o365|exchange|owa|microsoft mail|hotmail",
    "other-client": (
        r"apple(?:'s)? mail(?: program| app| client)?|mail\.app|thunderbird|superhuman|spark|salesloft|sales loft"
        r"|outreach(?:\.io)?|apollo(?:\.io)?"
        r"|hubspot|mailchimp|mailshake|woodpecker|lemlist|mixmax|yahoo(?: mail)?|proton ?mail|icloud|spike|em "
        r"client|evolution mail"
        r"|shortwave|missive"
        r"|(?:my |his |her |an? |the )?(?:i?phone|ipad|mobile)(?:'s)?(?: (?:\w+ )?(?:mail|app|mail app))?"
        r"|(?:the |its )?(?:\w+ )?mail app|front(?= to an)|frontapp|zoho(?: mail)?|reply\.io|smartlead|airmail"
        r"|another mail program"
        r"|another (?:mail )?client|marketo|pardot|gong engage"
    ),
}
_OWN = (
    r"(?:(?:my|our|his|her|their|the|a|an|from|[a-z]+'s) )?"
    r"(?:(?:own|normal|regular|personal|work|plain|company|corporate|private|desktop|usual|good old|plain old) )?"
)
_SENDING = any_of(
    r"\b(?:sent|sends?|sending|send|wrote|writes?|writing|written|e-?mailed|e-?mailing|mailed|mailing"
    r"|pressed send|hit send|dispatched"
    r"|went[- ]out|went|replied|steps?|go(?:es|ing)? out|fires?|gmail'?e?d|typed?|types|thumbed|pinged|drafted|bumped?"
    r"|shoots?|left"
    r"|leaves?|triggered|launched"
    r"|going out|composed|compose|outreach|follow-?ups?|outbound|shot|answered|e-?mails?|mails?|messages?|works?"
    r"|uses?|replies"
    r"|notes?|bump|out of|blasted|posted|letters?"
    r"|fired (?:\w+ )?off|gmail to|do(?:es)? (?:everything|all)|do(?:es)? (?:all )?(?:of )?(?:my|his|her)|did"
    r"|used|live|touch|sequence)\b"
)
# Said of others, of the reply, or to deny it.
_NOT_THE_ORIGIN = (
    r"\b(?:repl(?:y|ied|ies)|answer(?:ed|s)?|respon(?:se|ded|ds)|(?:wrote|got|came) back)\b.{0,30}"
    r"\b(?:from|off|out of|in|with|via|using|through|on) (?:his|her|their|a|another|its|[a-z]+'s)\b",
    r"\b(?:he|she|they|customer|client|prospect) (?:\w+ )?wrote .{0,20}\bfrom (?:his|her|their)\b",
    r"\b(?:customers?|clients?|prospects?|contacts?|leads?|buyers?) (?:\w+ )?(?:wrote|writes?|replied|answered"
    r"|sent|uses?)\b(?!.{0,40}\bi (?:sent|wrote)\b)",
    r"\b(?<!do )(?<!does )(?:nothing|anything|everything) (?:\w+ )?out of unify\b",
    r"\b(?:his|her|their|its) (?:private|personal|home) ",
    r"\bto (?:reply|answer)$",
    r"\b(?:he|she|they|customers?|contacts?|prospects?) (?:\w+ )?(?:reads?|opens?|opened|checks?|sees?|receives?"
    r"|gets?|got) (?:\w+ ){0,3}"
    r"(?:in|on|with|via|through) ",
    r"\b(?:deskmate|neighbou?r|teammate|colleague|buddy)s? swears? by\b",
    r"\b(?:has|have|had|did|does|do) (?:not|never) (?:\w+ )?(?:sent|send|written|write|mailed|used|use)\b",
    r"\b(?:e-?mails|mails|those|theirs) (?:sent )?(?:from|in|via|through|out of) unify (?:have|are|do|did|all"
    r"|show|get)\b(?! not)",
    r"\bthe ones (?:from|in|via|through|out of) unify (?:are|do|did|all|come|land|show|get|arrive|made)\b(?! not)",
    r"\b(?<!am )(?<!is )(?<!are )used to (?!it\b)",
    r"\b(?:sends?|writes?|mails) (?:hers|his|theirs)\b.{0,30}\band (?:hers|his|theirs)\b",
    r"\bwith (?:phone|mobile)\b",
    r"\b(?:under|below|beneath) (?:mine|my \w+) in\b",
    r"\b(?:on|over) the phone\b|\bby phone\b",
    r"\b(?:his|her|their) (?:hotmail|icloud|yahoo)\b",
    r"\b(?:activit(?:y|ies)|records?|tasks?|entr(?:y|ies)|contacts?|leads?) (?:that (?:are |were )?)?(?:written"
    r"|created|logged|made) (?:by|from|via) unify\b",
    r"\b(?:fellow|guy|girl|bloke|mate|person|woman|man|lad|chap|colleague|rep|desk)s? (?:beside|next to|opposite"
    r"|across from) (?:me|us|mine)\b",
    r"\b(?:they(?! (?:were|are|all|both|have|left|went|got))|others|rest of (?:us|the team|my team)|colleagues?"
    r"|teammates?|everyone else|somebody else|someone else|usually|normally|ellos)\b"
    r"(?!.{0,40}\b(?:and|but) (?:he|she|i|we) ).{0,40}(?:unify|gmail|outlook)",
    r"\b(?:missing|absent|gone|disappear\w*|vanish\w*|across|over|pull|sync\w*|import\w*|come|comes|coming|new"
    r"|entr(?:y|ies)"
    r"|lines?|rows?|records?|nothing|activity|activities|logged|email-activities|lignes?|eintrag|entrada"
    r"|back)(?: de| des)? from unify\b",
    r"\b(?:gmail|outlook|icloud)[- ](?:address|user|domain)\b",
    r"\b(?:unify|gmail|outlook) or (?:from |in |via |through )?(?:my |the )?(?:unify|gmail|outlook)\b",
)


def _sent_from(value: str) -> tuple[str, ...]:
    """Patterns that say an email was sent from the origin `value`. Being "in Unify" says nothing; "in Gmail" does."""

    names = rf"(?<!instead of )(?<!rather than )(?:{ORIGINS[value]})"
    ways = (
        rf"\b(?<!salesforce )(?:from:?|frm|off|out of|inside|within|via|w|w/|through|thru|using|with|over"
        rf") {_OWN}(?:{names})\b"
        r"(?! (?:to|into|over to|->) (?:salesforce|the crm)| side| address)"
    )
    by = rf"\bby {_OWN}(?:{names})\b"
    if value == "unify":
        return (
            ways,
            # Activities, too, are counted and written by Unify.
            rf"\b(?:sent|sends?|sending|mailed|shot|dispatched|delivered|written|wrote|writes?|mails?|goes|went"
            rf"|going|go)(?: to anaddress)?(?: \S+){{0,3}} {by}",
            rf"{by} (?:i|we) (?:\w+ )?(?:sent|send|wrote|mailed)\b",
            r"\bin unify (?:i|he|she|we) (?:\w+ )?sends? as\b",
            r"\bunify sequences?\b",
            r"\bin (?:the )?unify(?:'s)? (?:composer|editor|compose window)\b",
            r"\bused? unify (?:for|to send)\b",
            r"\b(?:left|leave|leaves) unify (?:at|on|for|this|yesterday|today|\w+day|(?:mon|tues?|wed|thu|thurs|fri"
            r"|sat|sun)\b|\d)",
            r"\bunify e-?mail to\b",
            r"\bunify (?:sent|fired off|sent off|sent out|mailed|e-?mailed|delivered) (?:my|our|the|an|his|her|him|them|it) ",
            r"\b(?:that|which|que) unify (?:has )?(?:sent|mailed)\b",
            r"\bunify (?:is|was) (?:what|the one that) sent\b",
            r"\bcomposer in unify\b",
            r"\b(?:hit|pressed|clicked) send\b.{0,50}\bin (?:the )?unify\b",
            r"\b(?:normal|regular|ordinary|plain) unify send\b",
            r"\bwhat unify (?:\w+ ){0,3}send(?:s|ing)?\b",
            r"\bsending (?:in|from|through|via|with) unify\b",
            r"\bmy unify[- ](?:e-?)?mails?\b",
            r"\bunify sends (?:\w+ ){0,3}as\b",
            r"\b(?:sent|send|wrote|written|composed|wrote it|sent it|typed it|typed|hit send|pressed "
            r"send)\W{1,3}(?:(?:it|that|this) )?(?:in"
            r"|into) (?:the )?unify\b",
            r"\bwent[- ]out (?:\S+ ){0,3}per unify\b",
        )
    mail = rf"(?:{names})[ -](?:e-?mail|mail|message)"
    named = (
        rf"\b(?:{names})(?:[ -](?:e-?mail|mail|message) (?:to|from|i)\b|'?e?d an"
        r"|(?:'s| is) where (?:i|we|he|she) (?:wrote|sent|typed)\b)",
        rf"\bsent (?:it |this |that )?as {_OWN}{mail}\b",
        rf"\bmy {mail}(?:s\b| (?:of|from|at) )",
        rf"\bleft (?:my|our|his|her) (?:{names})\b",
        rf"\btool(?: \w+){{0,4}} is (?:{names})\b",
        rf"\b(?:{names}) user here\b",
        rf"\b(?:{names})(?: on the web)? is the only (?:thing|place|program|tool|client)\b",
        rf"\b(?<!app on )(?:my|sen[dt]|a) (?:{names}) to\b",
        rf"\bit is all (?:{names})\b",
    )
    return ways, by, *named, rf"(?<!app )\b(?:in|into|on|(?<!never )use[sd]?|works with|live in) {_OWN}(?:{names})\b"


def _denied(value: str) -> str:
    return rf"\bnot (?:\w+ ){{0,2}}(?:from|via|through|out of|with|in|by) {_OWN}(?:{ORIGINS[value]})\b"


OF_ORIGIN = tuple(
    Statement(
        "origin", value, any_of(*_sent_from(value)), unless=any_of(*_NOT_THE_ORIGIN, _denied(value)), where=_SENDING
    )
    for value in ORIGINS
)
