"""What a sentence says is not there: in Salesforce, in Unify, any more."""

import re
from collections.abc import Mapping

from handlers.understanding.patterns import any_of

ABSENCES: Mapping[str, re.Pattern[str]] = {
    "absent": any_of(
        r"\b(?:zip|nada|nowt|zilch|nil)\b",
        r"\b(?:knows?|sees?|shows?|has|have|get|gets) (?:nothing|none|neither)\b",
        r"\bnothing (?:from|by|of|in|is|gets|has|anymore|goes|reaches)\b",
        r"\bnot (?:a|one) (?:\w+ )?(?:mail|email|e-mail|reply|activity|row|line|record)\b",
        r"\bnot (?:have|has|had|got|get) (?:her|him|it|them|mine|one|any)\b",
        r"\b(?:doesn't|not) exist\b",
        r"\b(?:not|never) (?:\w+ )?(?:heard of|know|knows|meets?|spot|seen)\b",
        r"\bfehlanzeige\b",
        r"\b(?:brings?|turns?) up nothing\b",
        r"\bno such\b",
        r"\bneither\b",
        r"\bshort of\b",
        r"\b(?:mine|hers|his|theirs|they|those|it|opens|replies|reply|that|thursday's) (?:is|are|did|does|do|has"
        r"|have) not\b",
        r"\bleft out\b",
        r"\bunlogged\b",
        r"\b(?:not|never|nor)\b(?: \w+){0,3}? (?:in|on|there|into|over|across|to)\b(?! (?:be|do|get|see|know"
        r"|sure|the integration))",
        r"\b(?:not|never)\b(?: \w+){0,3}? (?:show|shown|showing|appear|appeared|appearing|arrive|arrived"
        r"|arriving|land|landed|landing|log|logs|logged|logging|record|recorded|sync|synced|syncing|write"
        r"|written|writing|reach|reached|reaching|visible|find|found|turn up|turned up|turning up|make it"
        r"|made it|making it|come|came|comes|coming|get|gets|got|getting|go|went|going|exist|exists|see"
        r"|captured|capture|carried|carry|transferred|pushed|picked|pick|flow|flowing|pass|passed|listed"
        r"|present|track|tracked|stored|saved|copied)\b",
        r"\bmissing\b",
        r"\bmiss(?:es)? (?:from|in)\b",
        r"\babsent\b",
        r"\bno (?:trace|sign|record|evidence)\b",
        r"\bnowhere\b",
        r"\bgone\b",
        r"\blost\b",
        r"\bvanish\w*",
        r"\bdisappear\w*",
        r"\bwithout a trace\b",
        r"\bnone\b(?: \S+){0,8}? (?:in|on it|into|on|to|end|ends|ended|show|shows|appear|appears|arrive"
        r"|arrives|land|lands|made|make|makes|come|comes|sync|syncs|logged|there|synced|reach|reaches|got|get"
        r"|gets|turn|turns)\b",
        r"\bnot (?:a|one) (?:single )?(?:\S+ )?(?:\S+ )?(?:\S+ )?(?:of|has|have|is|made|activity|email|in)\b",
        r"\b(?:zero|0|no)(?: \S+){0,8}? (?:in|into|on) (?:salesforce|unify)\b",
        r"\bno (?:new )?(?:e-?mails?|mails?|activit(?:y|ies)|repl(?:y|ies)|messages?|contacts?|leads?)\b(?! errors?)",
        r"\b(?:zero|0) (?:new )?(?:email |e-mail )?(?:e-?mails|activit(?:y|ies)|messages|repl(?:y|ies))\b",
        r"\b(?:nothing|nada|zilch)\b(?! (?:for you|to do|to me|else|wrong|special|urgent|(?:in|on|under)"
        r" (?:the )?errors?))",
        r"\b(?:neither|nobody's|no one's|nor|no rep's)\b(?: \S+){0,6}? (?:logged|log|logs|syncs?|synced"
        r"|shows?|showed|arrives?|arrived|lands?|landed|appears?|appeared|recorded|there|in|made|reach"
        r"|reaches|reached|gets?)\b",
        r"\bwhere (?:did|is|are|has|have|do)\b(?: \S+){1,8}? (?:go|gone|end up|disappear)\b",
        r"\bfail(?:s|ed|ing)? to (?:sync|show|appear|log|arrive|reach|land)\b",
        r"\bunable to (?:find|see|locate)\b",
        r"\bdrop(?:s|ped|ping)?\b(?! (?:us|me|by))",
        r"\bstopped (?:appearing|showing|syncing|logging|arriving|coming)\b",
        r"\binvisible\b",
        r"\b(?:is|are|was|were|do|does|did|has|have) not(?=[.,!?;)]|$| yet\b| either\b| anywhere\b)",
        r"\b(?:nobody|no one|no rep|none of (?:us|the reps|our reps))\b.{0,40}\b(?:has|have|had|gets?|got"
        r"|sees?)\b.{0,40}\b(?:written|logged|synced|recorded|e-?mails?|activity)\b",
        r"\bnot (?:is|are)\b(?: \w+)? (?:in|on)\b",
        r"\bis not\b(?= visible|$|,|\.| in )",
    ),
    "stopped": any_of(
        r"\b(?:freeze|frozen|standstill|stands still|still since)\b",
        r"\bgone (?:quiet|dark|silent)\b",
        r"\b(?:silence|quiet|radio silence|funkstille|dark)\b",
        r"\bdries? up\b",
        r"\bcut off\b",
        r"\bstop(?:s|ped)?\b",
        r"\bhalt(?:ed)?\b",
        r"\b(?:came|ground|come) to a (?:halt|stop|standstill)\b",
        r"\bstuck\b",
        r"\bfroze(?:n)?\b",
        r"\bstall\w*",
        r"\bjust ends\b",
        r"\bends on\b",
        r"\bdead\b",
        r"\bbroke(?:n)?\b",
        r"\bflat(?:line)?\w*\b",
        r"\bdried up\b",
        r"\bsilent\b",
        r"\bdown\b(?! ?(?:load|the))",
        r"\bquit\b(?= (?:working|syncing|logging))",
    ),
    "ended": any_of(
        r"\bends?\b",
        r"\bended\b",
        r"\bcease\w*",
        r"\bceased\b",
        r"\bno longer\b",
        r"\bnot (?:\w+ )?anymore\b",
    ),
    "nothing": any_of(
        r"\bnothing\b(?! (?:for you|to do|to me|else|there|wrong|special|urgent|in it|inside))",
        r"\b(?:nobody|no one)\b",
    ),
    "everything": any_of(
        r"\beverything\b",
        r"\ball (?:\w+ )?(?:sync|activit|e-?mail|logging)\w*",
        r"\bentire sync\b",
        r"\bthe (?:whole )?(?:sync|integration)\b",
        r"\bit's all\b",
    ),
    "everything-listed": any_of(
        r"\bno (?:e-?mails?|activit\w+|repl\w+|opens|inbound|outbound)\b.{0,20}\bno (?:repl|open|click"
        r"|e-?mail|activit|outbound|inbound)\w*",
    ),
    "lost": any_of(
        r"\blost\b",
        r"\bwhere (?:is|did|are)\b",
        r"\bgone\b",
        r"\bdisappeared\b",
    ),
    "anymore": any_of(
        r"\banymore\b",
        r"\bany more\b",
        r"\bsince\b",
        r"\bno longer\b",
        r"\bsuddenly\b",
        r"\ball of a sudden\b",
        r"\bas of\b",
    ),
    "sync": any_of(
        r"\bsync(?:s|ed|ing|hronis\w*|hroniz\w*)?\b",
        r"\bgone across\b",
        r"\bgo(?:es|ing)? across\b",
        r"\b(?:come|came|coming|comes) (?:across|over|through)\b",
        r"\bflow(?:s|ing)?\b",
        r"\blogged\b",
    ),
    "off-salesforce": any_of(
        r"\b(?:not|never|nor|neither)\b.{0,70}\banywhere\b",
        r"\bnowhere\b",
        r"\b(?:(?:not|never|none|neither|missing|absent|no trace)|nowhere|nothing|no)\b(?: \w+){0,4}? (?:in"
        r"|into|to|on|from|of|across to) (?:\w+ ){0,1}?salesforce\b",
    ),
    "into-unify": any_of(
        r"\b(?:in unify|on the unify side|unify side)(?: \S+){0,4} (?:not|never|none|half|only|\d+)\b",
        r"\bunify(?:'s)? (?:\w+ ){0,4}(?:not|never|without) (?:\w+ )?(?:her|him|them|it|know|have|has|heard|see)\b",
        r"\b(?:not|never|none|only|n=\d+|\d+)(?: \S+){0,5} (?:arrived|came|made it|land\w*) in unify\b",
        r"\bin unify: \d+",
        r"\bmeets? them in unify\b",
        r"\bexist in unify\b",
        r"\bcan not put (?:her|him|them) in a sequence\b",
        r"\b(?:(?:not|never|none|neither|missing|absent|no trace)|nowhere|can not|no sign|zero|0|no)\b(?:"
        r" (?!but\b|and\b|though\b|while\b|shows?\b|is\b|are\b|only)\w+){0,9}? (?:in|into|to|from|over to"
        r"|across to|on|of) (?:the )?unify\b(?! (?:page|settings|integration|sequence|to salesforce"
        r"|into salesforce))",
        r"\bunify (?:does|did|has|will|can) (?:not|never) (?:\w+ )?(?:show|have|see|know|find|list|import"
        r"|pull|get|contain|pick)\w*",
        r"\b(?:in|into) unify,? (?:and |but )?(?:\S+ ){0,3}?(?:are|is|do|does|did|have|has|were) not\b",
        r"\b(?:get|bring|pull) (?:her|him|them|it|these|those) (?:over )?(?:to|into) unify\b",
    ),
    "email-sent": any_of(
        r"\b(?:e-?mail|mail|message|repl(?:y|ies))\b.{0,60}\b(?:not|never|missing)\b.{0,30}\bsalesforce\b",
    ),
}
