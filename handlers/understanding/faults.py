"""What a sentence says is wrong with what is there: late, empty, misplaced, refused."""

import re
from collections.abc import Mapping

from handlers.understanding.patterns import any_of

FAULTS: Mapping[str, re.Pattern[str]] = {
    "late": any_of(
        r"\blate\b", r"\blater\b", r"\bdelay(?:s|ed)?\b", r"\blag(?:s|ging|gy)?\b", r"\bslow(?:er|ly)?\b",
        r"\bt(?:ook|akes?|aking) (?:\S+ ){0,4}?(?:minutes|hours?|hrs|days?|long|longer|ages|forever)\b",
        r"\btak(?:es?|ing) (?:that|so|too|this) long\b",
        r"\b(?:hours|minutes|days|a day|an hour) (?:\w+ )?(?:after|behind|until|before)\b",
        r"\bonly (?:appear|arriv|show|turn|got|came|landed|today|now)\w*", r"\btrickl\w+", r"\bbacklog\b",
        r"\ba day after\b", r"\bwithin minutes\b", r"\bspeed up\b", r"\bnot (?:real[- ]?time|instant)",
    ),
    "how-long": any_of(
        r"\bhow (?:long|fast|quickly|soon)\b", r"\bwhen (?:will|does|do)\b",
    ),
    "contrast-late": any_of(
        r"\bnot (?:\w+ ){0,4}(?:delay|late|slow)\w*\b",
    ),
    "expired": any_of(
        r"\bexpired\b",
    ),
    "blank": any_of(
        r"\bblank\b", r"\bempty\b", r"\bstale\b",
        r"\bnot (?:\w+ )?(?:fill|filled|filling|populat\w+|updat\w+|set|written|carried|get a value|have a value)\b",
        r"\b(?:never|not) for\b",
        r"\bnever (?:\w+ )?(?:fill|filled|gets?|populat\w+|updat\w+|has|have|set|changes?)\b", r"\bno value\b",
        r"\bno data\b", r"\bnull\b", r"\bunfilled\b", r"\bunpopulated\b", r"\bnot have (?:a|any) value\b",
        r"\bmissing (?:its|a|the) value\b", r"\bold value\b", r"\boutdated\b",
        r"\bnot get(?:ting)? (?:a|any|filled|populated|updated)\b", r"\bdoes not fill\b",
        r"\bnot have (?:a|an|any|the) (?:\S+ ){0,3}?values?\b", r"\bwithout (?:a |any )?(?:\w+ )?value\b",
        r"\bno \w+ value\b", r"\b(?:remains?|stays?|stuck) (?:at|on|as)\b",
        r"\bstill (?:says|shows|reads|has|contains)\b", r"\bwrong value\b", r"\bdefault value\b",
        r"\bnot come (?:over|through|across)\b",
    ),
    "zero": any_of(
        r"\bzero\b", r"\b0\b", r"\bstuck\b", r"\bblank\b", r"\bempty\b", r"\bnone\b", r"\bno opens?\b",
        r"\bno clicks?\b", r"\bnever (?:\w+ )?(?:updat\w+|chang\w+|mov\w+|increas\w+|go(?:es)? up)\b",
        r"\bnot (?:\w+ )?(?:updat\w+|chang\w+|mov\w+|match|increas\w+|show\w*|there|agree|line up|sync\w*)\b",
        r"\bmissing\b", r"\bdiffer(?:s|ent)?\b", r"\bstands?\b", r"\bstays?\b", r"\bfroze\w*", r"\bunchanged\b",
        r"\b(?:just|only) the opens (?:are not|is not)\b", r"\bfewer\b", r"\bno (?:open|click)\b", r"\blower\b",
        r"\bmismatch\w*", r"\boff\b",
    ),
    "without": any_of(
        r"\bwithout\b", r"\bno\b", r"\bnothing\b", r"\binstead of\b", r"\brather than\b", r"\bonly\b", r"\bnot\b",
    ),
    "wrong-time": any_of(
        r"\bwrong (?:sent|send|date|time|day|timestamp|hour)\b",
        r"\b(?:sent at|send time|sent time|sent date|timestamp|message ?date|date|time)\b.{0,25} (?:is|are"
        r"|was|looks?|shows?) (?:\w+ )?(?:wrong|off|incorrect|different|\d+ hours? off)",
        r"\b(?:hours|hour|day) off\b", r"\bincorrect (?:sent|send|time|date)",
        r"\bas (?:its|the|their) sent (?:time|date|at)\b", r"\bdated\b", r"\bstored with\b.{0,25}\b(?:time|am|pm)\b",
        r"\bsent time\b.{0,40}\b(?:instead|but|although|wrong)\b",
    ),
    "no-body": any_of(
        r"\b(?:body|text|content)(?: \w+)? (?:no|none|not)\b", r"\bno (?:\w+ )?(?:body|text|content|description)\b",
        r"\bwithout (?:\w+ ){0,3}(?:body|text|content)\b", r"\brather than (?:the )?(?:body|text|emailmessage)",
    ),
    "linked": any_of(
        r"\blink(?:ed|ing|s)?\b", r"\battach(?:ed|es)?\b", r"\bassociat\w+", r"\brelated to\b",
        r"\bconnected to (?:the|its|any|a|her|his)\b", r"\btied to\b", r"\bhang(?:s|ing)? (?:off|on|under|from)\b",
        r"\borphan\w*", r"\bfloat\w*", r"\bstray\b", r"\bwithout (?:any )?(?:a )?(?:lead|contact|account)\b",
        r"\bunlinked\b", r"\bunattached\b", r"\bunassociated\b", r"\broll(?:s|ed|ing)? up\b",
    ),
    "unlinked": any_of(
        r"\b(?:not|never|without being|nor|neither)(?: \w+){0,2}? (?:linked|linking|link|attached|attach"
        r"|associated|related|connected|tied|hang|hanging)\b",
        r"\bunlinked\b", r"\bunattached\b", r"\borphan\w*", r"\bfloat\w*", r"\bunassociated\b",
        r"\bwithout (?:any |an? |its |their )?(?:\w+ )?(?:lead|contact|account)\b",
        r"\b(?:related to|who ?id|what ?id|name)(?: fields?)? (?:and|or|/|fields?|is|are)\b.{0,30}\b(?:blank"
        r"|empty)\b",
        r"\bno (?:lead|contact|account) (?:or \w+ )?(?:on|attached|linked)\b", r"\bnot linked\b",
    ),
    "misplaced": any_of(
        r"\bwrong (?:\w+ )?(?:contact|lead|account|one|record|person|company|opportunity|place|timeline)\b",
        r"\bduplicate (?:contact|lead|record|contactid|leadid)?\b", r"\bstale duplicate\b",
        r"\binstead of (?:the )?(?:contact|account|lead|real|right|correct)",
        r"\b(?:logged|landed?|lands|filed|saved|attached|recorded|sits?|put|goes|went|ended? up|ends up"
        r"|shows?) (?:\w+ ){0,2}?(?:on|against|under|to|onto) (?:\w+ ){0,2}?(?:old|converted|duplicate|other"
        r"|another|different|stale|wrong)\b",
        r"\b(?:logged|filed|saved|attached|linked|recorded|put|sits?|ends? up|lands?|landed|goes|shows?)"
        r" (?:\S+ ){0,2}?(?:on|against|under|to|onto) (?:\S+ ){0,2}?\S+'s (?:contact|lead|record|account"
        r"|timeline)\b",
        r"\bold (?:\w+ )?(?:account|lead|contact|employer)\b", r"\bconverted lead\b",
        r"\bthat (?:was|got|is|has been) converted\b",
        r"\b(?:after|since|despite|even after) (?:the |her |his |its |being |i |we )?conver(?:sion|ting|ted)\b",
        r"\bend(?:s|ed)? up (?:on|under|with) (?:the |a |her |his )?(?:lead|duplicate|account|contact)\b",
        r"\brather than the (?:real|right|correct|contact|account|lead)\b", r"\bother (?:contact|lead|account)\b",
    ),
    "not-on": any_of(
        r"\b(?:not|never|none|neither|missing|absent|no trace)\b(?: \w+){0,3}? (?:on|from|under|to|against|of"
        r"|with) (?:\w+ ){0,4}?(?:timelines?|contacts?|leads?|accounts?|opportunit(?:y|ies)|contactid|leadid"
        r"|accountid)\b",
        r"\bnone of the (?:accounts|contacts|leads|opportunities)\b",
        r"\bonly (?:\w+ )?(?:on|under) the (?:contact|account|lead)\b",
    ),
    "owner": any_of(
        r"\bown(?:er|ers|ed|ership)\b", r"\bassigned to\b(?! (?:me|do|task))", r"\bassignee\b",
        r"\b(?:wrong|different|another|other) (?:salesforce )?(?:user|rep|owner|person's|colleague|name)\b",
        r"\bunder (?:my |the |a |his |her |our |someone |somebody )?(?:\w+ ){0,2}?(?:name|nobody|manager"
        r"|colleague|user|admin|nobody's|predecessor|integration|api user|else)\b",
        r"\bunder [a-z]+'s\b", r"\bunder no (?:one|user|owner)\b", r"\bcredited\b", r"\bcredit (?:for|goes|to)\b",
        r"\bthe credit\b", r"\bunder the name\b", r"\bas (?:the )?(?:sender|author)\b", r"\bon behalf of\b",
        r"\battributed\b", r"\bwithout (?:an? )?(?:assigned )?(?:owner|user)\b", r"\bno (?:owner|user)\b",
        r"\bunassigned\b", r"\bcreated by (?:the )?(?:integration|api)\b", r"\bwho owns\b",
        r"\bbelongs? to (?:the |a |my )?(?:integration|api|wrong|other|colleague|manager)",
        r"\bcount (?:for|towards?) (?:me|him|her|them|the rep)", r"\bas (?:the )?owner\b",
        r"\bin (?:my|his|her) (?:manager|colleague|boss)'s name\b",
        r"\bmy (?:manager|colleague|boss|predecessor)'s name\b",
    ),
    "error": any_of(
        r"\berrors?\b(?! ?/ ?skipped records: (?:no|none|empty|zero|0|nothing))", r"\berrorcode\b", r"\bskipped\b",
        r"\berror(?:s|ed|ing)? out\b", r"\brejected\b", r"\bexception\b", r"\bfail(?:s|ed|ures?|ing)\b",
    ),
    "code": any_of(
        r"\berrorcode\b",
    ),
    "no-errors": any_of(
        r"\b(?:no|zero|0|without|not any|not a single|never any|not see any|not (?:\w+ )?have any)"
        r" (?:\w+ ){0,2}?(?:errors?|rows|entries|skipped records?|failures?)\b",
        r"\b(?:errors?/skipped records|skipped records|errors? (?:page|tab|list)"
        r"|error log)\b[^.!?]{0,25}?(?:\bempty\b|\bclean\b|\bclear\b|\bnothing\b|\bno rows\b|\bnone\b|: ?no\b"
        r"|\bblank\b|(?:is|are|at|shows?|:) 0\b|\bno entries\b|\bshows? nothing\b)",
        r"\b(?:nothing|none|not) (?:\w+ ){0,3}?(?:in|on|under) (?:the )?(?:errors?|skipped)", r"\bno errors?\b",
        r"\berror-free\b",
    ),
    "login": any_of(
        r"\breconnect\w*\b", r"\bre-?auth\w*\b", r"\bexpired?\b", r"\bexpires\b", r"\bdisconnect\w*\b",
        r"\bauthenticat\w+ (?:error|failure|fail\w*|problem|issue)s?\b",
        r"\bauth (?:error|failure|problem|issue)s?\b",
        r"\b(?:connection|integration) (?:\w+ ){0,3}?(?:lost|dropped|broken|broke|down|dead|revoked|invalid"
        r"|failing|fails|failed)\b",
        r"\blost (?:the|its|our) connection\b", r"\bnot connected\b", r"\boauth\w*\b", r"\bauthentication failed\b",
        r"\b(?:refresh|access) token\b", r"\bchange user\b", r"\bcan not (?:log|sign|connect|authenticate|hook)\b",
        r"\blog(?:ged|s)? (?:\w+ )?out\b", r"\bsign(?:ed|s)? (?:\w+ )?out\b", r"\bconsent\b", r"\bhook unify up\b",
        r"\blog-in\b", r"\blog ?in (?:error|fails?|failed|failure)\b", r"\brevoked\b",
        r"\bapprov\w+ (?:this )?(?:app|consumer)\b",
    ),
    "email-login": any_of(
        r"\b(?:slack|docusign|zoom|password expired|jira|okta|laptop|vpn|link expires)\b",
    ),
}
