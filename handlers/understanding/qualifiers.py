"""What narrows or turns a sentence: whose mail, what kind of question, compared with what."""

import re
from collections.abc import Mapping

from handlers.understanding.patterns import any_of

QUALIFIERS: Mapping[str, re.Pattern[str]] = {
    "no-field": any_of(
        r"\brelated to\b",
        r"\bname fields?\b",
        r"\brequired field",
    ),
    "pronoun": any_of(
        r"\bit\b",
        r"\bthey\b",
        r"\bthem\b",
        r"\bshe\b",
        r"\bhe\b",
        r"\bhim\b",
        r"\bher\b",
        r"\bthose\b",
        r"\bthese\b",
        r"\bones\b",
        r"\bcontactid\b",
        r"\bleadid\b",
        r"\bmessageid\b",
        r"\bone\b",
        r"\bnone\b",
    ),
    "one": any_of(
        r"\banaddress\b",
        r"\btaskid\b",
        r"\bcontactid\b",
        r"\bleadid\b",
        r"\bmessageid\b",
        r"\b(?:him|her|she|he)\b",
    ),
    "mine": any_of(
        r"\b(?:i|me) (?:send|sent|wrote|write|mailed|shot)\b",
        r"\b(?:only|just) (?:on )?my\b",
        r"\b(?:only|just) (?:me|mine)\b",
        r"\bmy\b",
        r"\bmine\b",
        r"\b(?:i|we) (?:e-?mail|sent|send|write)\b(?=.{0,30}\b(?:anaddress|him|her|this)\b)",
        r"\bexcept\b",
    ),
    "present": any_of(
        r"\b(?:is|are|was|were|do|does|did) (?!not\b)(?:\w+ )?(?:there|in salesforce|logged|fine|okay|ok|good"
        r"|right|correct|complete"
        r"|visible|synced|recorded|in|arrive|land)\b",
        r"\b(?:arrives?|arrived|lands?|landed|shows? up|made it|(?:gets?|got) logged|comes? through|exists?"
        r"|turned up)\b",
        r"\b(?:fine|yes)\b",
        r"\bsalesforce (?:only )?has\b",
        r"\bfinds? it\b",
        r"\bbut\b",
    ),
    "solved": any_of(
        r"\b(?:resolved|fixed|solved|sorted|closed|caught up|backfilled|flowing)\b",
        r"\b(?:now|again|since \d+)[.!]?$",
        r"\b(?:by now|no need|nothing needed|no action|not needed|nothing is broken|just a psa|info only"
        r"|all in salesforce)\b",
        r"\b(?:confirmed|cheers|thanks|thx|lovely|nice|good job)\b",
    ),
    "other-product": any_of(
        r"\b(?:data loader|apex|workato|cpq|quote|dashboards?|tableau|einstein|zoominfo|sales nav\w*|inmails?"
        r"|linkedin|calendar|slack"
        r"|zoom|zapier|docusign|jira|mobile app|report|reports|excel|csv|pipeline|recipe|gong|hubspot|plug-?in)\b",
    ),
    "contrast": any_of(
        r"\bfor (?:everyone|everybody) else\b",
        r"\bonly (?:me|mine|him|her|his|hers)\b",
    ),
    "trouble": any_of(
        r"\b(?:nobody|but|instead|only|not|never|no|nothing|none|wrong|problem|issue|trouble|broken|weird|odd"
        r"|strange|lost|gone|still|stopped|where)\b",
    ),
    "how-to": any_of(
        r"\bhow (?:baue|do you|would you|are we supposed)\b",
        r"\b(?:best|good) (?:way|practice|time)\b",
        r"\bdoes anyone (?:have|know) (?:a|an|of)\b",
        r"\bhow (?:do|can|should|would) (?:i|we|you)\b(?! (?:fix|stop|get it|find out))",
        r"\bis there (?:a|any) (?:way|limit|setting|option)\b",
        r"\bdifference between\b",
        r"\bwhat does\b",
        r"\bwho (?:is|owns|can)\b",
        r"\bcan (?:i|we|you) (?:export|send|add|create|get)\b",
    ),
    "our-mail": any_of(
        r"\b(?:our|we)\b",
    ),
}
