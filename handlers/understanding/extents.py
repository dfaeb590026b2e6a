"""How people say how much is affected: some, all of mine, that one email, everything to her."""

import re

from handlers.understanding.patterns import any_of

_PLURAL = (
    r"(?:e-?mails|mails|messages|replies|opens|clicks|activities|email-activities|entries|sends"
    r"|e-?mail records)"
)
_MAILS = rf"(?:{_PLURAL}|(?:e-?mail )?activity|outreach|ones)"
_MAIL = (
    r"(?:e-?mail|mail|message|reply|response|answer|note|step \d+|follow-?up|task|messageid|taskid"
    r"|activity record|one(?! of))"
)
_TO = r"(?:anaddress|contactid|leadid)"

SOME = any_of(
    r"\b(?:some(?:times)?|a few|several|a couple|certain|a handful|a bunch|part|parts|half|most|many|a lot"
    r"|random(?:ly)?|various|here and there|occasional\w*)\b(?! (?:of )?(?:my|his|her|[a-z]+'s)\b)(?! more| value| time"
    r"| reason| thing| minutes| hours| days| of the time)(?= (?:of|our|the|reps?|e-?mails?|mails?|contacts?"
    r"|leads?|people|repl|activit|records?|for|but|not|missing)|[,.?]|$)",
    r"\bdifferent (?:reps|contacts)\b",
    r"\b(?:about |around |roughly )?[\d,.]{2,7} (?:of )?(?:our |the )?(?:salesforce )?(?:skipped|leads|contacts"
    r"|people|records|rows|e-?mails|errors)\b",
    r"\bfor some\b",
    r"\b(?:two|three|four|five|\d+) of (?:my|our|the)\b(?! anaddress)",
    r"\b(?:two|three|four|five|\d+) (?:customers|contacts|leads|prospects|people|clients)\b",
    r"\bsome not all\b",
)
TOO = re.compile(r"\b(?:too|also|as well|same)\b")
OTHERS = any_of(
    r"\b(?:everyone|everybody|anyone|anybody) else\b",
    r"\bfor (?:all )?(?:the )?others?\b",
    r"\b(?:colleagues?|teammates?|other (?:reps|sdrs|aes|people))\b",
    r"\bexcept\b",
)
ONLY_ONE = any_of(
    r"\b(?:same|one|single) rep\b",
    r"\b(?:only|just) (?:me|mine|him|his|hers)\b",
    r"\bonly her\b(?! \w)",
    r"\b(?:hers|his|mine) only\b",
)
ONE_REP = any_of(
    r"\b(?:all|every one|none|each|any|most|some|nothing|everything) (?:of )?(?:of )?(?:my|mine|his|her"
    rf"|[a-z]+'s)(?: \w+){{0,3}}? ?{_MAILS}?\b(?! {_TO})",
    rf"\bmy (?:\w+ ){{0,2}}?{_MAILS}\b",
    rf"\b[a-z]+'s (?:\w+ ){{0,2}}?(?:{_MAILS})\b",
    r"\b(?:his|her) (?:\w+ )?(?:e-?mails|mails|activities|outreach)\b",
    r"\b(?:repl(?:y|ies)|e-?mails|mails|messages|emails|everything|anything|nothing) (?:that )?(?:i|he|she)"
    r" (?:get|gets|sends?|write|writes|receive)\b",
    r"\b(?:e-?mails|mails) (?:(?:that )?i|by [a-z]+|de [a-z]+|von [a-z]+)\b",
    r"\b(?:each|every|any) (?:single )?e-?mail (?:that )?i send\b",
    r"\b(?:only|just) (?:me|mine|his|hers|him|one rep)\b",
    r"\bone (?:of our |of the )?(?:reps?|sdrs?|aes?|colleague|user)\b",
    r"\bmine\b",
    r"\ball of (?:his|her) outreach\b",
    r"\bi (?:send|write) (?:everything|all|from)\b",
    r"\bone sender\b",
    r"\bsingle rep\b",
    r"\ba (?:new )?(?:rep|sdr|colleague|teammate)\b",
)
ONE_EMAIL = any_of(
    r"\b(?:the|an?|my|our|this|that|one|his|her|their|single|last|first|same|whose|[a-z]+'s)"
    rf" (?:\S+ ){{0,3}}?{_MAIL}\b(?! (?:activit|record type|field|sync|log|messages? writeback|address|integration"
    r"|connector|count))",
    r"\b(?:messageid|taskid)\b",
    r"\bone i sent\b",
    rf"\b{_MAIL} (?:to|from|for|an) (?:\S+ ){{0,2}}?(?:{_TO}|lead|contact|customer|\w+day|yesterday|today)",
    r"\bsent anaddress an?\b",
    r"\b(?:wrote(?: to)?|e-?mailed|mailed|messaged) (?:\S+ ){0,2}?anaddress",
    r"\bi (?:just )?(?:e-?mailed|wrote(?: to)?|messaged) ",
    r"\bstep \d+ (?:to|of|for)\b",
    r"\b(?:repl(?:y|ied)|answered) (?:to|from)\b",
    r"\bhe (?:hit|replied|answered)\b",
    r"\bshe (?:hit|replied|answered)\b",
    rf"^{_MAIL} ",
    r"\b(?:e-?mail|mail|message|reply) (?:i|we|that|which|was|is|has|sent|to|from|for|on|went|dated)\b",
)
PLURAL_TO_ONE = any_of(
    r"\b(?:all|every|none|nothing|each|no|any|everything)\b(?: \S+){0,5}? (?:to|with|from|for|e-?mail|send|sent"
    rf"|write)(?: \S+){{0,2}}? (?:{_TO}|him|her|them|this (?:contact|lead|person|customer|prospect)|one (?:contact"
    r"|lead|person|customer))\b",
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|both|multiple|few) (?:\w+ )?(?:e-?mails"
    r"|mails|messages|replies|follow-?ups|times|steps)\b",
    rf"\b{_PLURAL} (?:to|with|from|for) (?:\S+ ){{0,3}}?(?:{_TO}|him|her|this contact|this lead|(?:contact"
    rf"|lead) {_TO})\b",
    r"\b(?:nothing|everything|none|all) (?:of what )?(?:we|i) (?:e-?mail|send|sent|write|wrote)\b",
    r"\bnone of (?:his|her) (?:repl|answer)\w*",
    rf"\ball (?:five|four|three|\d+|of)\b(?=.* {_TO})",
    r"\beach time\b",
)
ANY_MAIL = any_of(
    r"\be?-?mails?\b",
    r"\bmessages?\b",
    r"\brepl(?:y|ies)\b",
    r"\bactivit",
    r"\bone i sent\b",
    r"\bopens\b",
)
SINGLE_PERSON = any_of(
    r"\b(?:lead|contact) (?:created|added|named)\b",
    r"\b(?:she|he|him|her|one)\b",
    r"\b(?:a|the|this|one|that|my|our) (?:\w+ ){0,2}?(?:contact|lead|prospect|person|customer|client)\b",
    r"\b(?:contact|lead) (?:contactid|leadid)\b",
)
HANDFUL = re.compile(r"\b(?:handful|several|some|few|many|a lot|lots|bunch|couple)\b")
PLURAL_PERSON = re.compile(r"\b(?:contacts|leads|people|prospects|accounts)\b")
SOME_REPS = any_of(
    r"\b(?:some|few|several|half|most|many|certain|couple|different)(?: of)?(?: our| the)? (?:\w+ )?"
    r"(?:reps|team|sdrs|people|users)\b",
)
ALL_PEOPLE = any_of(
    r"\b(?:none of (?:the|our)|all (?:of )?(?:the|our)|any|no|every) (?:\S+ ){0,3}?(?:contacts?|leads?|people)\b",
)

# What the model is told of them.
EXTENTS = {
    "some": SOME,
    "only one": ONLY_ONE,
    "one rep": ONE_REP,
    "one email": ONE_EMAIL,
    "plural to one": PLURAL_TO_ONE,
    "any mail": ANY_MAIL,
    "single person": SINGLE_PERSON,
    "handful": HANDFUL,
    "plural person": PLURAL_PERSON,
    "some reps": SOME_REPS,
    "all people": ALL_PEOPLE,
}
