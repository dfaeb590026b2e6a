"""What a sentence speaks of: the systems, what is synced between them, the people, the asking."""

import re
from collections.abc import Mapping

from handlers.understanding.patterns import any_of

NOUNS: Mapping[str, re.Pattern[str]] = {
    "salesforce": any_of(
        r"\bsalesforce\b", r"\bcrm\b",
    ),
    "unify": any_of(
        r"\bunify\b",
    ),
    "errors-page": any_of(
        r"\berrors?(?: ?/ ?| and | or | & )?skipped records?\b", r"\bskipped records?\b",
        r"\berrors? (?:page|tab|list|log)\b", r"\bskipped\b(?=.{0,20}\berrors?\b)",
    ),
    "email": any_of(
        r"\be-?mails?\b", r"\bmails?\b", r"\bmessages?\b", r"\boutbound\b", r"\bmine\b", r"\bmessageid\b",
        r"\bstep \d", r"\bsequence steps?\b", r"\bsends\b", r"\bemailed\b", r"\bmailed\b", r"\bwrote to\b",
        r"\b(?:my|our|his|her|all|their|of) outreach\b", r"\boutreach emails?\b", r"\bfollow-?ups?\b",
        r"\bone i sent\b", r"\binbound\b", r"\bnotes?\b(?= (?:to|from|i sent|for) )",
    ),
    "activity": any_of(
        r"\bactivit(?:y|ies)\b", r"\bemail-activities\b", r"\btimelines?\b", r"\bemail logging\b", r"\blogging\b",
        r"\btouch(?:es|points?)\b",
    ),
    "reply": any_of(
        r"(?<!\bi )(?<!\bwe )(?<!\bhit )\brepl(?:y|ies|ied|ying)\b",
        r"\banswer(?:s|ed)?\b(?= (?:to|from|is|are|was|did|does|never|has|not)\b)",
        r"\b(?:his|her|their|the|whose|my customer's|client's|'s) answers?\b", r"\banswered\b", r"\bresponse?s?\b",
        r"\bresponded\b", r"(?<!\bi )\b(?:send|sends|sent|wrote|writes|written|came|got|get|heard|writing) back\b"
        r"(?! (?:to|into) (?:the )?(?:salesforce|crm))",
        r"\binbound\b",
    ),
    "opens": any_of(
        r"\bopens\b",
        r"\bopen(?:s|ed)?[- ](?:and[- ]click[- ]|& click |/click )?(?:count|rate|number|tracking|stat|figure"
        r"|data|total|event|field|metric)\w*",
        r"\bopened (?:it|them|all|none|my|the|our|\w+ times|\d+)\b",
        r"\bclick[- ](?:and[- ]open |through |& open )?(?:count|rate|number|tracking|stat|figure|data|total"
        r"|event|field|metric)\w*",
        r"\bclicks\b", r"\bclicked (?:it|on|the|links?)\b", r"\bengagement (?:stat|number|data|count)\w*",
        r"\btimes opened\b",
        r"\bopened\b(?! (?:a|the|my|our|it in|in) ?(?:ticket|case|new|record|page|unify|salesforce))",
    ),
    "task": any_of(
        r"\b(?:as|just|only|a|an|plain|bare) (?:\w+ )?tasks?\b", r"\btaskid\b",
        r"\btasks (?:with|without|instead|rather)\b", r"\btask instead\b",
    ),
    "body": any_of(
        r"\b(?:body|bodies|content|contents|text|description|descriptions)\b",
        r"\bsubject (?:line )?(?:only|yes|and nothing)\b", r"\bonly (?:the|a) subject\b",
    ),
    "template": any_of(
        r"\{\{", r"\bmerge (?:tag|field)s?\b", r"\bplaceholders?\b", r"\btemplate (?:text|variables?)\b",
        r"\bvariables? (?:name|instead)", r"\braw template\b", r"\bunrendered\b",
    ),
    "person": any_of(
        r"\bcontacts?\b", r"\bleads?\b", r"\bprospects?\b", r"\bpeople\b", r"\bperson\b", r"\bcontactid\b",
        r"\bleadid\b", r"\baccounts?\b",
    ),
    "field": any_of(
        r"\bfields?\b", r"\b\w+__c\b", r"\bcolumns?\b", r"\bpicklist\b", r"\bmapp(?:ed|ing|ings)\b", r"\bproperty\b",
        r"\bvalues?\b",
    ),
    "mapping": any_of(
        r"\bmapp(?:ed|ing|ings)\b",
    ),
    "place": any_of(
        r"\btimelines?\b",
        r"\b(?:on|to|under|against|onto|of|with|from|in|at|none of) (?:the|its|his|her|their|any|that|a|an"
        r"|our|which)?(?: \w+){0,2}? ?(?:contacts?|leads?|accounts?|opportunit(?:y|ies)|record|duplicates?"
        r"|contactid|leadid|accountid|opportunityid)\b",
        r"\bopportunit(?:y|ies)\b", r"\bname field",
    ),
    "connection": any_of(
        r"\bconnection\b", r"\bintegration\b", r"\bconnect(?:or|ed|ing)?\b", r"\bunify\b", r"\bchange user\b",
        r"\bcredentials\b", r"\btoken\b", r"\boauth\b",
    ),
    "team": any_of(
        r"\b(?!no users?\b)(?:every|all|any|each|no|not one|not a single|none of (?:the|our)|for all"
        r"|of all)(?: of)?(?: the| our| us| my)? ?(?:\d+ )?(?:sales ?)?(?:rep|reps|user|users|us|team|teams"
        r"|sdrs?|bdrs?|aes?|colleagues?|sellers?|people here|the sales)\b",
        r"(?<!under )\b(?:everyone|everybody|anyone|anybody|no one|nobody)\b(?! else| on slack| know)",
        r"\b(?:whole|entire|complete) (?:\w+ ){0,2}?(?:team|org|organi[sz]ation|company|department|workspace"
        r"|office)\b",
        r"\borg-?wide\b", r"\bcompany-?wide\b", r"\bteam-?wide\b", r"\bacross the (?:team|board|org|company)\b",
        r"\bthe (?:whole )?team\b", r"\ball (?:our|the) (?:\w+ )?reps\b", r"\bthe reps\b", r"\bour reps\b",
        r"\ball reps\b", r"\bany rep\b", r"\bevery rep's\b", r"\beach rep\b", r"\bany of us\b",
        r"\ball (?:\d+ )?of us\b", r"\bevery one of us\b", r"\bglobally\b", r"\bthe sales org\b",
        r"\bour (?:\w+ ){0,2}?(?:team|sdrs|reps|salespeople)\b",
        r"\ball (?:our|of our) (?:e-?mail|mail|repl|activit)\w*\b",
    ),
    "ask": any_of(
        r"\?", r"\bwhy\b", r"\bhow (?:do|can|come|to|long)\b", r"\bplease\b", r"\bhelp\b", r"\bideas?\b",
        r"\bcan (?:you|someone|somebody|anyone)\b", r"\bwhat (?:is|do|should|else|gives|could)\b", r"\bany idea\b",
        r"\bnot sure why\b", r"\bwonder\w*\b", r"\blook(?:ing)? into\b", r"\btrying to (?:find|understand|figure)\b",
    ),
}
