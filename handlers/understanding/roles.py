"""What the words around an address make it: whose side of the outreach email it is on."""

import re
from enum import Enum, auto

from diagnostics.question import Role

MASK = "anaddress"  # what stands for an address in the text that is read


class Claim(Enum):
    """Answers are somebody's, or came from somewhere: from the contact, unless another address is more surely his."""

    ANSWERS = auto()
    FROM_THERE = auto()


# What may stand between the deciding word and the address: a kind of person, a name with a bracket after it.
_TO_IT = (
    r"(?:(?:my|our|the|a|this|one|that|their|his|her) )?(?:\w+ )?"
    r"(?:(?:contacts?|leads?|prospect|customer|client|kontakt|contacto)(?: of (?:ours|mine|his|hers|theirs))?,? )?"
    r"(?:(?:mrs?|ms|dr|herr|frau)\.? )?(?:\w+, )?(?:(?:[^\s()<>]+ ){0,3}[(<\[\"':]{1,2} ?)?$"
)

_R, _S, _U = Role.RECIPIENT, Role.SENDER, Role.UNKNOWN
_ANSWERS, _FROM_THERE = Claim.ANSWERS, Claim.FROM_THERE

# Lines of tickets, heads and log rows that name whose address it is.
_LABELLED = (
    (
        r"^ ?(?:reporter|reported by|submitted by|raised by)\b:? (?:[^\s@]+ ){0,3}|\brequester\b:? (?:[^\s@]+ ){0,3}",
        _U,
    ),
    (r"\b(?:prospect|lead|customer): (?:[^\s@]+ ){0,3}", _R),
    (
        rf"\b(?:rep|sdr|ae|bdr|seller|sender): (?:(?!\W?{MASK})[^\s@]+ ){{0,3}}"
        r"|\b(?:rep|sdr|ae|bdr|seller) (?:\w+ ){0,2}[(]$",
        _S,
    ),
    (r"^ ?[\w .'-]+ (?:\| [\w .&/-]+ )*\| $", _U),
    (rf"\bto[\"']?: ?[\"']?{MASK}[^@\n]{{0,12}}\bfrom[\"']?: ?[\"']?", _S),
    (r"\bto[- ]line:? ", _R),
    (r"\btoaddress ?= ?['\"]?", _R),
    (r"\bfromaddress ?= ?['\"]?", _S),
    (r"\b(?:recipient|empfänger|destinataire|destinatario):? ", _R),
    (r"\bto whom: |\bcontact \w{15,18}, ", _R),
    (r"\b(?:absender|expéditeur|remitente) ?: ", _S),
)
# Who asks, administers, is told, signs or reads along.
_BYSTANDERS = (
    (r"^ ?cc:? |\bcc: |\b(?:cc|copied|copying)(?:'?d|'?ed|ing)? (?:in )?(?:my|our) (?:\w+ ){1,3}[(<]?$", _U),
    (r"\b(?:cc(?:'?d|'?ed|ing)?|copied|copying|copy to|kopie an|copie à|copia a) ", _R),
    (r"\bused to be |\btook over (?:\S+ ){1,3}from ", _U),
    (
        r"\b(?:reply|answer|respond|write)(?: \w+)? to (?:her|his"
        r"|my|our|their) (?:manager|boss|admin|team|lead)(?: too)?,? ",
        _U,
    ),
    (r"\b(?:rückfragen|fragen)(?: \w+)? an |\b(?:told|asked|informed|notified) ", _U),
    (r"\b(?:marketing|finance|it|legal|security|hr|success) \($", _U),
    (r"^\W{0,3}(?:thanks|thank you|best|thx|merci|danke|gracias),? (?:\w+ ){1,2}[(<]$", _U),
    (r"\b(?:ticket|case|comment|request|form|report|query)(?: \S+)?,? (?:from|by|von) ", _U),
    (r"^\W{0,4}[–—-] ?(?:[^\s@]+ ){1,4}$|\bto create ", _U),
    (r"\b(?:here|me) or to |\bquestions\b[^@.]{0,40} to ", _U),
    (r"\b(?:their|our|my|his|her) (?:\w+ )?(?:admin|(?<!account )manager|boss|csm|consultant)(?: is)?,? ", _U),
    (r"\b(?:admin|administrator|consultant)(?:'s)?(?: (?:on|at|for|in) (?:our|my|their|the) \w+)?(?: is|:)? ", _U),
    (
        r"\b(?:set up|connected|installed|created|mapped|configured|authori[sz]ed|administered|administrated) by ",
        _U,
    ),
    (r"\b(?:reach(?:ed|able)?|call(?:ed)?)(?: me| us| her| him)? (?:at|on|under|via|through) ", _U),
    (r"\b(?:told us|informed us|reported|avisó|gemeldet|signalé)(?: by| von| par)? ", _U),
    (r"(?:\bnot|n't) (?:answer|reply|write|respond)(?: \w+)? to ", _U),
    (r"\b(?:got|received|have) (?:this|the following|it) from ", _U),
    (
        r"\b(?:ask|tell|loop in|(?<!our )(?<!my )(?<!the )(?<!a )(?<!their )(?<!of )contact|ping|reach|call"
        r"|questions? to|forward(?:ed)? (?:it|this)? ?to"
        r"|introduce \w+ to) ",
        _U,
    ),
    (r"\b(?:saludos?|regards|grüßen?|cordialement|cheers|sincerely)[,!.]? (?:[^\s@]+[ ,]{1,2}){0,4}", _U),
)
# What is said so plainly that it counts wherever else the sentence goes.
_PLAINLY = (
    (r"\b(?:el|la) que (?:yo )?(?:usé|escribí) ", _R),
    (r"\bwhat (?:i|we) (?:sent|wrote|mailed)(?: to)? ", _R),
    (r"\b(?:his|her|their|my) unify (?:e-?mail )?(?:address|mailbox|account|e-?mail)(?: is)? ", _S),
    (r"\bunify (?:knows|has) (?:me|him|her) as ", _S),
    (r"\bin unify,? (?:his|her|my|their|the) (?!salesforce)(?:\w+ )?(?:user|account|login|address) (?:is )?", _S),
    (r"\bunify(?: address| user| account| mailbox)?: ", _S),
    (r"\bthe one to ", _R),
    (r"\b[a-z]+(?:_[a-z]+)+[`\"']* for ", _R),
    (r"\bto \w+ at ", _R),
    (r"\brecipients?(?: \w+){0,4}, ", _R),
    (
        r"\b(?:people|reps|colleagues) (?:on|in|from) (?:my|our) "
        r"team,? |'s? (?:e-?mails?|mails|messages)(?: \w+){0,3} [(]$",
        _S,
    ),
    (r"\bshared? (?:one|an?|the) mailbox ", _R),
    (r"\bof (?:the )?(?:contact|lead) ", _R),
    (r"\b(?:missing|absent|nothing)(?: \w+){0,3} for ", _R),
    (r"\b(?:our|my|a|the|one) (?:new )?(?:rep|sdr|ae|bdr|seller) [(]?$|\b(?:was|is) me,? [(]?$", _S),
    (r"\b(?:e-?mails?|mails?) of ", _S),
    (r"\bactividades (?:de correo )?de ", _R),
)
# Users, owners and records in Salesforce.
_IN_SALESFORCE = (
    (
        r"\b(?:got|gets|end up|ends up|ended up|landed|lands) (?:attached |linked |logged |put )?(?:to|on|onto"
        r"|under) (?:the |a )?(?:wrong )?(?:contact|lead|record) ",
        _U,
    ),
    (r"\bshould (?:be|have been|belong to|say) ", _U),
    (r"\bunify (?:writes|logs in|connects|is connected|signs in|syncs)(?: \S+){0,3} (?:as|with|under) ", _U),
    (r"\b(?:sit|sits|is|are|land|lands|landed|shows?|appears?|filed|logged|booked|stored)(?: \w+)? under ", _U),
    (r"\bsalesforce (?:e-?mail|address|login|user)(?: \w+)? (?:to|is|as) ", _U),
    (r"\b(?:the|an?) (?:old |former )?user, ", _U),
    (r"\b(?:conectad[oa] con|verbunden (?:mit|als)|connecté(?:e)? (?:avec|en tant que)) ", _U),
    (r"\b(?:survivor|winner|surviving (?:one|record|contact)) has ", _U),
    (r"\b(?:contact|lead) (?:page|record) (?:of|for) ", _R),
    (r"\btimeline of |\b(?:matching|existing) (?:record|one) is ", _U),
    (r"\b(?:salesforce|sfdc|sf) as ", _U),
    (r"\b(?:salesforce|sf)[- ]?(?:benutzer|user)(?: \w+){0,2} ", _U),
    (r"\b(?:usuario|utilisateur)(?: (?:de )?(?:sf|salesforce))?(?: c'est| est?)? ", _U),
    (
        r"\buser(?: record| account|'s e-?mail(?: address)?| in salesforce| there)?(?: still)?(?: is| has| "
        r"carries| holds| says| shows|:| =)? ",
        _U,
    ),
    (
        r"\b(?:(?:salesforce|sfdc|integration|api) user|(?:sign|log)(?:s|ged|ed)? in(?:to| to)?(?: "
        r"salesforce| sfdc| sf)? as|username|login"
        r"|salesforce account)\b.{0,25} ",
        _U,
    ),
    (r"\bsalesforce (?:only )?(?:knows?|has|lists|calls) (?:him|her|me|them) (?:as|under) ", _U),
    (r"\bconnect\b.{0,30} (?:as|with) |\bintegration (?:account|login|user)(?: is)? ", _U),
    (r"\b(?:users?|owner|commission\w*) (?:\w+ )?(?:carry|carries|has|have|hold) ", _U),
    (
        r"\b(?:books?|booked|files?|filed|owned|logs|logged|assigned|credited|attributed)\b(?: \S+){0,4} (?:on"
        r"|by|under) (?:(?:the |an? )?\w+ )?(?:user )?",
        _U,
    ),
    (r"\b(?:assigned|credited|attributed|given|belongs?) to (?:(?:the |an? )?\w+ )?(?:user )?", _U),
    (
        r"\b(?:another|(?:an |the )?old|(?:a |the )?second"
        r"|duplicate|also an? \w+) (?:lead|contact|record)(?: \w+)? with ",
        _U,
    ),
    (r"\bconnected as ", _U),
    (rf"{MASK} in unify,? (?:but |and )?", _U),
    (r"\bin (?:salesforce|sf|sfdc)(?: (?!(?:e?-?mails?|messages?|to|from|on|of|for)\b)[\w']+){0,3} ", _U),
)
# Where an answer came from, or went.
_ANSWERING = (
    (r"\b(?:latest|last|newest|most recent)(?: one)? from ", _ANSWERS),
    (
        r"\b(?:answered|replied|responded|wrote back)(?: \w+)? to (?:my|our|his|her) (?:(?!to\b|from\b|e?-?mails?\b)\w+ ){0,2}",
        _U,
    ),
    (r"\b(?:depuis|desde|von|from) (?:son|sa|su|seiner|ihrer|ihrem|seinem) (?:[^\s@]+ ){1,3}", _FROM_THERE),
    (r"\bnone from ", _ANSWERS),
    (r"\b(?:the|a|that) (?:yes|ok|no|confirmation) from ", _ANSWERS),
    (
        r"\b(?:replied|answered|responded|wrote back|got back(?: to \w+)?|writes"
        r"|(?:he|she|they|who)(?: \w+)? (?:answers?|repl(?:y|ies)|responds?))(?: (?!my\b|our\b)[\w:.]+){0,3}"
        r" (?:from|von|desde|de|as|via|using) ",
        _FROM_THERE,
    ),
    (
        r"\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:se|ses|ded)|(?:heard|wrote|got|came) back"
        r"|antwort(?:en)?|respuestas?|réponses?)(?: \w+){0,2} (?:from|by|of|von|de|à) "
        r"|\breply of (?:[^\s@]+ ){1,3}by ",
        _ANSWERS,
    ),
    (
        r"\b(?:address|mailbox|one|person|contact)(?: that)? (?:i|we)(?:'d| had)? (?:written to|wrote to|mailed|e-?mailed"
        r"|used)(?:, which is)? ",
        _R,
    ),
    (r"\b(?:out of office|ooo|auto-?reply|incoming|inbound)\b(?: \w+){0,3} from ", _R),
    (
        r"\b(?:repl(?:y|ies)|answers?|response|yes|no|ok|word) (?:\S+ ){0,12}?(?:came|arrived"
        r"|got)(?: \S+){0,4} from ",
        _ANSWERS,
    ),
    (r"\bfrom (?:his|her|their) (?:colleague|assistant|boss|wife|husband|secretary)'s ", _FROM_THERE),
    (
        r"\b(?:assistant|colleague|boss|partner|wife|husband) "
        r"(?:\w+ )?(?:wrote back|answered|replied)(?: to \w+)?: ",
        _FROM_THERE,
    ),
    (r"\b(?:theirs|hers),? (?:\w+,? )?from |\bwhat (?:i|we) (?:get|got|receive) from ", _ANSWERS),
    (r"\bgot (?:an? )?(?:\w+ )?(?:yes|no|answer|reply|response|ok|mail back)(?: \S+){0,5} from ", _ANSWERS),
    (
        r"\b(?<!\bmy )(?<!\bour )(?:replies|answers|responses)(?: (?:coming|going|sent|addressed|that come"
        r"|which come)(?: in)?)? to |\b(?:single|one|no) (?:reply|answer) to ",
        _S,
    ),
)
# What the outreach email was sent from.
_SENDING = (
    (
        r"\b(?:j'écris|j'envoie) (?:depuis|avec|de) |\b(?:envoie"
        r"|schickt|verschickt|manda|envía) [(]$|\blo (?:mandó|envió) ",
        _S,
    ),
    (r"\breps?'?s? (?:e-?mails?|mails?|messages?|outreach)\b[^@:]{0,80}: ", _S),
    (r"\benvoyée?s? par ", _S),
    (r"\bmine \($|\bque (?:envía|manda|escribe|mando|envío|envió|mandó|escribió) ", _S),
    (r"\b(?:manda|envía|escribe|envío|mando)(?: \w+)? (?:como|desde|con) ", _S),
    (r"\b(?:sent|sends?|sending|goes out|go out) (?:with|through|via|using) ", _S),
    (r"\b(?:envoyé|envoie|partent|schicke|verschicke|sende|schickt|verschickt)(?: [^\s@]+){0,5} (?:avec|mit|als) ", _S),
    (r"\bof (?:one|our|the|a|this) (?:\w+ )?(?:agent|rep|seller|sdr|ae|bdr|colleague)s? ", _S),
    (r"\b(?:be it to|postfachs?|postfächer|mailbox(?:es)? of) ", _S),
    (r"\b(?:schicke|schickt|sende|sendet|laufen|läuft|gehen|geht)(?: \w+)? (?:über|von|aus) ", _S),
    (r"\bi(?:'ve been|'m| am| was) (?!\w+ing )", _S),
    (r"\bin unify,? (?:\w+(?:'m|'s)?,? ){0,2}?(?:i'm|i am|it's|he's|she's|i|am|is|as)? ?", _S),
    (r"\bwhen (?:i|he|she|we) sends? ", _S),
    (r"\b(?:his|her|their) (?:e-?mails|mails|messages) \($|\bsends? \($|\bsender:? \(?$", _S),
    (r"\b(?:one|an?|this|that|the) (?:e-?mail|mail|message) of (?:mine|ours) \($", _S),
    (r"\b(?:mailbox|address|account|inbox)(?: that)? (?:i|we|he|she) (?:sends?|writes?|mails?) from:? ", _S),
    (
        r"\b(?:mailbox(?:es)?|boxes|inbox(?:es)?|alias(?:es)?"
        r"|absender|postfach|buzón)(?: used)?[:,]? (?:is |are |e\.g\. )?",
        _S,
    ),
    (r"\b(?:sendet|schreibt|verschickt|mailt) (?:als|von|über) ", _S),
    (r"\b(?:go|goes|went|going|sent|sends?|sending|write|writes|mails?)(?: \w+){0,6} (?:as|under) ", _S),
    (
        r"\b(?:e-?mails?|mails?|messages?|sent|sends?|sending|went|outreach|steps?)(?: \w+){0,4}? (?:from|by|von) ",
        _S,
    ),
    (r"\b(?:correos?|e-?mails?|mensajes?)(?: \w+){0,3} (?:de|desde) ", _S),
    (r"\b(?:my|sender|sending|mailbox|our)(?: \w+){0,2} (?:address|mailbox|account|inbox) (?:is )?", _S),
)
# Whom it was sent to; and what a bare "from" or "to" means where nothing above says more.
_WRITTEN_TO = (
    (r"\bto[\"']? ?: ?[\"']?", _R),
    (r"\bfrom[\"']? ?: ?[\"']", _S),
    (r"\b(?:escribí|mandé|envié|escrito|enviado|mandado)(?: [^\s@]+){0,5} a ", _R),
    (r"\binstead of (?:on|to|under) (?:\S+ )?own ", _R),
    (r"^ ?from: ?(?:[^\s@]+ ){0,3}", _U),
    (r"\b(?:opens|clicks) (?:from|by|of) ", _R),
    (r"\b(?:from|von|desde) ", _S),
    (
        r"\b(?:sent|send|e-?mail(?:ed|ing)?|mail(?:ed|ing)?|wrote|write|writing|messaged|contacted"
        r"|pinged)(?: to)? ",
        _R,
    ),
    (
        r"\b(?:mail|e-?mail|write|reach|wrote|mailed|e-?mailed|sent)(?: to)? (?:him|her|them|it) (?:at|on|under) ",
        _R,
    ),
    (r"\b(?:enroll?ed|reached out to|followed up with) ", _R),
    (r"(?<!\bcame )(?<!\bbelongs )\b(?:to|an|à|with|mit|con|avec) ", _R),
    (
        r"\b(?:e-?mails?|mails?|opens|clicks|activit(?:y|ies)|correos?|antwort(?:en)?)(?: \w+){0,3}"
        r" (?:for|für|para|pour|a) ",
        _R,
    ),
    (r"\b(?:para|pour|für|escribí a|mandé a|envié a) ", _R),
)

# Read at the end of the text before the address; the first row that fits decides. Where none fits it is open.
_BEFORE = tuple(
    (re.compile(rf"(?:{pattern}){_TO_IT}"), role)
    for pattern, role in (
        *_LABELLED,
        *_BYSTANDERS,
        *_PLAINLY,
        *_IN_SALESFORCE,
        *_ANSWERING,
        *_SENDING,
        *_WRITTEN_TO,
    )
)

# Read right after the address.
_AFTER = tuple(
    (re.compile(rf"[)>\]\"']{{0,2}}(?:{pattern})"), role)
    for pattern, role in (
        (
            r" (?:has |have |hat |ha |m'a |nous a |me |both |all |never |just |only |then |also )?(?:(?:mir"
            r"|uns) )?(?:repl|answer|respond|wrote back"
            r"|writes back|got back|geantwortet|antwortet|contest|respondi|répond|me contest"
            r"|sent (?:me |us )?(?:his|her|their|an?|the) (?:reply|answer|response))",
            _ANSWERS,
        ),
        (
            rf",? (?:and|&|or|und|y|et) (?:(?:he|she|they) (?:\w+ )?|{MASK}\W{{0,2}})(?:both |all )?"
            r"(?:answered|replied|responded|wrote back)\b",
            _ANSWERS,
        ),
        (r",? (?:answering|replying|in (?:reply|answer|response))\b", _ANSWERS),
        (r" (?:has |have |never |just |only |then |also )?(?:opened|clicked)", _R),
        (r" is (?:what|where) (?:\w+ ){0,2}(?:e-?mails|mails|messages) (?:go|come|leave)\b", _S),
        (r" is on (?:his|her|my|their|the) (?:salesforce )?(?:user|account)\b| is (?:only |just )?an alias\b", _U),
        (rf"[^@\n]{{0,12}}\bto[\"']?: ?[\"']?{MASK}", _S),
        (r"'s? (?:repl|answer|respon|antwort)", _ANSWERS),
        (r" (?:is |are )?in (?:the|my|our|an?|his|her) (?:sequence|play|cadence)\b", _R),
        (r" (?:was |were |is |are )?(?:in|on) (?:cc|copy)\b|,? cc'?d\b", _R),
        (r" used? \w+ to (?:write|send|mail)\b", _S),
        (
            r" is (?:my|his|her|our|the) (?:sending|sender"
            r"|outbound)\b|: (?:his|her|their) (?:\w+ ){0,2}(?:e-?mails|mails)\b",
            _S,
        ),
        (r" (?:gets|receives) (?:is|are|never|do|does|don.t|aren.t|isn.t)\b", _S),
        (r" that (?:i|we)(?:'d| had)? (?:mailed|written|wrote|e-?mailed|used)\b", _R),
        (r" (?:as |is )?(?:the |its )?owner\b", _U),
        (r" on it\b", _U),
        (r",? who (?:had |has )?(?:mailed|e-?mailed|written|wrote)\b", _S),
        (rf"[^.!?]{{0,40}}(?:{MASK})?[^.!?]{{0,9}}[.!?] both (?:\w+ )?(?:repl|answer|respond|wrote back|opened)", _R),
        (r"'s? (?:\w+ )?(?:e-?mails|mails|messages|outreach)\b", _S),
        (r"(?: \([^()@]{0,30}\))? ?(?:says|asks|wrote|writes|reports|wonders|schreibt|fragt|dice): ?[\"'>]", _U),
        (r"(?: \([^()@]{0,30}\))? (?:asks|reports|wonders|is asking)\b", _U),
        (r" is (?:what|the one|where|the address)(?: that)? (?:i|we|he|she) (?:sends?|mails?|writes?)\b", _S),
        (r" (?:sends?|mails?) (?:through|via|from|out of|with) ", _S),
        (
            r" (?:sends|schickt|verschickt|sendet|envoie|envía|manda)\b"
            r"| writes (?:is|are|has|have|never|goes|go|lands|land|comes|come)\b",
            _S,
        ),
        (rf"\. (?:he|she) (?:\w+ )?(?:sent|e-?mailed|mailed|wrote)(?: \S+){{0,4}} (?:to )?[(<]?{MASK}", _S),
        (r" got (?:our|my|the) ", _R),
        (rf" in unify,? (?:but |and )?{MASK} in salesforce", _S),
        (
            r" (?:has |just |then )?(?:e-?mailed|wrote|written|messaged|sent (?:an?|the|me|us|him|her|it|them|out|before"
            r"|since|after|from|on|via|through)\b)",
            _S,
        ),
        (
            r"(?!, sent to)[^.!?@:\n]{0,60}?(?<! was)(?<! were)(?<! been)(?<! is)(?<! i)(?<! we)(?<! i'd)(?<! "
            r"we'd)(?<! had) (?:e-?mailed|wrote(?: to)?|sent(?! (?:with|via|through|as) )|mailed|messaged) (?:\S+ ){0,3}[(<]?"
            + MASK,
            _S,
        ),
        (r" (?:to|an|->|=>|>|→) (?:\S+ ){0,2}[(<]?" + MASK, _S),
        (
            rf"(?: is| are|, which is)? (?:the |my |our |still )?(?:an? )?(?:salesforce |integration |active "
            rf"|inactive )?user(?:name)?\b(?! [(]?{MASK})",
            _U,
        ),
    )
)

_SPEAKS = re.compile(r" ?: ?[\"'>]")  # at the start of a line, what somebody said follows

SENTENCE = re.compile(r"(?<!\be\.g)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)[.!?;]\s|\n")

# Read on both sides, and before anything else.
_AROUND = tuple(
    (re.compile(before + "$"), re.compile(behind), role)
    for before, behind, role in (
        (r"\b(?:reply|answer|response) ", r" (?:has |had )?(?:sent|wrote|gave)\b", _ANSWERS),
        (r"\bsender (?:is|was) ", "", _S),
        (r"\bwith (?:my|our) (?:\w+ ){1,2}[(]?", r"[)]? (?:in|on) (?:cc|copy)\b", _U),
    )
)


def role_of(before: str, behind: str) -> Role | Claim | None:
    """What the text before an address and right behind it makes it; None: nothing. Both are lower case, addresses masked."""
    before = SENTENCE.split(before)[-1]
    if not before.strip(" >*") and _SPEAKS.match(behind):
        return _U
    around = next((role for left, right, role in _AROUND if left.search(before) and right.match(behind)), None)
    return around or _after(behind) or next((role for pattern, role in _BEFORE if pattern.search(before)), None)


def answers(behind: str) -> bool:
    """Whether what follows an address says that an answer came from it."""
    return _after(behind) is _ANSWERS


def _after(behind: str) -> Role | Claim | None:
    return next((role for pattern, role in _AFTER if pattern.match(behind)), None)
