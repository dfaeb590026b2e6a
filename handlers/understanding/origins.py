"""Where an email can have been sent from, and how people name it."""

ORIGINS = {
    "unify": r"unify",
    "gmail": r"gmail|google mail|google workspace|g ?suite|googlemail",
    "outlook": r"outlook|office ?365|o365|exchange|owa|microsoft mail|hotmail",
    "other-client": (
        r"apple mail|mail\.app|thunderbird|superhuman|spark|salesloft|sales loft|outreach(?:\.io)?|apollo(?:\.io)?"
        r"|hubspot|mailchimp|lemlist|mixmax|yahoo(?: mail)?|proton ?mail|icloud"
        r"|(?:my )?(?:i?phone|ipad|mobile)(?:'s mail(?: app)?)?"
        r"|zoho(?: mail)?|reply\.io|smartlead|airmail|another mail program"
        r"|another (?:mail )?client|marketo|pardot|gong engage"
    ),
}
_OWN = (
    r"(?:(?:my|our|his|her|their|the|a|an|from) )?"
    r"(?:(?:own|normal|regular|personal|work|plain|company|corporate|private|desktop) )?"
)
SENDING = (
    r"\b(?:sent|sends?|sending|wrote|writes?|writing|written|e-?mailed|e-?mailing|mailed|mailing|pressed send"
    r"|went[- ]out|went|go(?:es|ing)? out"
    r"|going out|composed|outreach|outbound|shot|answered|e-?mails?|mails?|messages?|works?|uses?|replies|notes?"
    r"|fired (?:it )?off|gmail to|do(?:es)? (?:all )?(?:of )?(?:my|his|her))\b"
)
# Said of others, of the reply, or to deny it.
NOT_THE_ORIGIN = (
    r"^\W*sent from my (?:i?phone|ipad|mobile|android)\W*$",
    (
        r"\b(?:repl(?:y|ied|ies)|answer(?:ed)?|respon(?:se|ded)|(?:wrote|got|came) back)\b.{0,30}"
        r"\bfrom (?:his|her|their|a|another)\b"
    ),
    (
        r"\b(?:they|others|colleagues?|teammates?|everyone else|somebody else|someone else|usually|normally)\b"
        r".{0,40}(?:unify|gmail|outlook)"
    ),
    r"\bnot (?:\w+ ){0,2}(?:from|via|through|out of|with|in) (?:my |our )?(?:unify|gmail|outlook)",
    (
        r"\b(?:missing|absent|gone|disappear\w*|vanish\w*|across|over|pull|sync\w*|import\w*|come|comes|coming"
        r"|back) from unify\b"
    ),
)


def sent_from(value: str) -> tuple[str, ...]:
    """Patterns that say an email was sent from the origin `value`. Being "in Unify" says nothing; "in Gmail" does."""

    names = rf"(?<!instead of )(?<!rather than )(?:{ORIGINS[value]})"
    ways = (
        rf"(?<!salesforce )\b(?:from:?|out of|via|w|w/|through|thru|using|with|over|by) {_OWN}(?:{names})\b"
        r"(?! (?:to|into|over to|->) (?:salesforce|the crm)| side| address)"
    )
    if value == "unify":
        return (
            ways,
            r"\bunify sequences?\b",
            r"\b(?:left|leave|leaves) unify (?:at|on|this|yesterday|today)\b",
            r"\bunify e-?mail to\b",
            r"\b(?:sent|send|wrote|composed|wrote it|sent it) in unify\b",
            r"\bwent[- ]out (?:\S+ ){0,3}per unify\b",
        )
    named = rf"\b(?:{names})[ -](?:e-?mail|mail|message) (?:to|from|i)\b", rf"\b(?:my|sent?|a) (?:{names}) to\b"
    return ways, *named, rf"\b(?:in|on|uses?|works with) {_OWN}(?:{names})\b"
