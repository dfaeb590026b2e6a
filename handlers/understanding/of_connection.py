"""Whether the message calls the connection to Salesforce healthy, or lost."""

from handlers.understanding.patterns import any_of
from handlers.understanding.statement import Statement

_CONNECTION = r"(?:connection|integration|connector|status|sync status|link|salesforce (?:page|card|tile|settings))"
_LOGIN = (
    r"(?:connection|integration|token|access|credentials?|login|log-in|sign-in|authori[sz]ation|authentication"
    r"|auth|salesforce session"
    r"|grant)"
)
_SHOWS = (
    r"(?:says?|shows?|showing|shown|reads?|reading|displays?|tells|told|marked|reported|has|have|is|are|stands?"
    r"|sits|looks?|seems"
    r"|comes up|back to|still|us|as|at|on|to|card|page)"
)
_GOOD = (
    r"(?:fine|ok|okay|signed in|good|healthy|green|active|valid|up|working|alive|connected|intact|live|in order|stable|solid"
    r"|no warnings?)"
)
_LAMP = r"(?:dot|lamp|light|tick|check|checkmark|check mark|blob|bubble|badge|icon|circle|led)"
_AGAIN = (
    r"(?:reconnect\w*|connect salesforce again|re-?auth\w*|re-?link\w*"
    r"|(?:sign|log)(?:ging|ing)? (?:back in\b|in(?:to salesforce)?(?: to salesforce)? again))"
)
_LOST = (
    r"(?:expired?|expires|lapsed|revoked|invalid(?:ated)?|(?:been |was )?(?:lost|dropped)|disconnected|(?:ran"
    r"|run) out|timed out"
    r"|no longer valid|logged out|signed out|needs? (?:to be )?(?:reconnect\w*|re-?auth\w*|renew\w*))"
)

OF_CONNECTION = (
    Statement(
        "connection",
        "expired",
        says=any_of(
            rf"\b{_LOGIN}\b.{{0,60}}\b{_LOST}\b",
            r"\b(?:lost|expired|revoked|broken|dropped) salesforce\b",
            r"\bsalesforce (?:is )?(?:not (?:authori[sz]ed|connected) (?:any ?more|any longer)"
            r"|no longer (?:authori[sz]ed|connected))\b",
            rf"\bsalesforce link\b.{{0,30}}\b{_LOST}\b",
            r"\bexpired\b.{0,40}\b(?:connection|reconnect|integration)\b",
            r"\b(?:says|shows?|showing|reads|displays?|asks?|asking|wants|tells|told|prompt\w*|banner|message|warning"
            r"|button|begs|begging|demands?|requests?|strip|ribbon|notice|pop-?up)\b.{0,50}\b"
            rf"(?:{_AGAIN}|expired|connection lost|disconnected|authori[sz]ed (?:anew|again)|new login)",
            r"(?:\"|^)(?:please )?reconnect\b.{0,40}\b(?:banner|salesforce|message|again)\b",
            r"\breconnect\W{0,2} (?:banner|button|warning|message|notice|prompt)\b",
            r"\bsign in to salesforce again\b",
            r"\bexpired again\b",
            r"\bsalesforce expired\b",
            r"\b(?:card|page|tile|row|status|integration) (?:still )?(?:says|shows|reads|is) [\"']?expired\b",
            r"\bexpired[\"']?,? it says\b",
            r"\bstatus[\s:\"'=]{1,4}(?:is |says |reads )?[\"']?expired\b",
            r"\bsign-?in (?:to salesforce )?(?:redone|renewed)\b",
            r"\bexpired (?:banner|notice|badge|label|ribbon)\b",
            r"\blost (?:its|our|the) (?:\w+ )?connection\b",
            r"\b(?:salesforce|unify) (?:is |was |got |has been |keeps? getting )?(?:disconnected|logged out)\b",
        ),
        unless=any_of(
            r"\b(?:not|never|no longer|if|no|without|password|session id|trial|license|contract|(?:credit|bank"
            r"|business|sim) card"
            r"|certificate|nor)\b.{0,25}\b(?:expired|reconnect\w*|disconnected|banner)\b",
            r"\b(?:(?<!salesforce )link|password|trial|license|quote|contract) (?:\w+ ){0,2}expire[ds]?\b",
            r"\b(?:i|we|admin|already|just|have|has) (?:\w+ )?reconnected\b",
            r"\bis (?:now |all )?reconnected\b",
            r"\b(?:outreach|salesloft|gong|hubspot|outlook|gmail|zoom|linkedin|marketo)(?:'s)? (?:salesforce )?(?:connection"
            r"|token|login|integration)\b",
            r"\bexpire refresh\b",
            r"\bhad (?:\w+ )?expired (?:once|before|back|last|earlier|a while)\b",
            r"\berror_description\b",
        ),
        where=any_of(
            r"\b(?:unify|salesforce|integrations?|connection|settings|page|reconnect)\b",
        ),
    ),
    Statement(
        "connection",
        "ok",
        says=any_of(
            rf"\b{_CONNECTION}(?: page| status| itself| state| to salesforce| with salesforce"
            rf"| in unify| next to salesforce| beside salesforce)*\b[\s\"':=,(]{{0,4}}"
            rf"(?:(?:{_SHOWS}|all|also|being|perfectly|a|that is|definitely|in|the|it) )*[\s\"':(]{{0,3}}{_GOOD}\b"
            r"(?! (?:again )?(?:until|to (?:the|a|its)))",
            rf"\b{_SHOWS}[\s\"':(]{{1,4}}connected\b(?! to (?:the|a|its|any|his|her|salesforce as)\b| as\b)",
            r"\b(?:unify|salesforce|we|it|everything) (?:is|are) (?:still |both |all )?connected\b(?! to (?:the|a"
            r"|its|salesforce as)\b| as\b)",
            r"(?:^|[\"'(:,-] ?)connected[\"')]?(?:,? it (?:says|is)\b| \(yes\)|[,.;)\"'!]|$)",
            r"\bconnected: (?:yes|ok|\(yes\))",
            r"\breconnected\b.{0,30}\b(?:fine|ok|green|works)\b",
            rf"\b{_LAMP}\b:?(?: \S+){{0,7}} (?:is |are |in |on |to |still |all |bright |stays |shows )*green\b",
            rf"\b{_CONNECTION}\b.{{0,20}}\bgreen (?:tick|check\w*)\b",
            r"\bgreen (?:connected )?(?:dot|lamp|light|blob|bubble|badge|icon|circle|led)\b",
            r"\b(?:everything|all) (?:is |looks |shows )+green\b",
            r"\b(?:no|not an?|nothing) (?:issue|problem|trouble|error|wrong)s? with the (?:connection|integration)\b",
            r"\b(?:connected|connection|integration|salesforce|status)\b.{0,20}\bin (?:the )?green\b",
        ),
        unless=any_of(
            rf"\b(?:not|never|no longer|if|was|were|isn)\b.{{0,20}}\b(?:connected|{_GOOD})\b",
            r"\b(?:get|getting|got) connected\b",
            r"\b(?:mailbox|inbox|mail account|gmail|outlook|calendar)(?: \w+){0,2} (?:is|are|shows?|says|stays) "
            r"(?:\w+ )?connected\b",
            r"\bsandbox\b",
            r"\b(?:no one|nobody|none|nothing)\b.{0,20}\bconnected\b",
            r"\b(?:vpn|internet|network|wi-?fi|phone) (?:connection|link)\b",
        ),
    ),
)
