"""Whether a message asks about email activity, people or fields that do not sync, or merely mentions them."""

import re
from collections.abc import Mapping

from diagnostics.question import Symptom
from handlers.understanding.patterns import any_of
from handlers.understanding.wording import Wording

# Says that nothing is asked, whatever else the message mentions.
_NOT_ASKING = any_of(
    r"\bfeature request\b",
    r"\bwish ?list\b",
    r"\b(?:would|will) be (?:great|nice|cool|lovely|fantastic|awesome)\b(?=.{0,60}\b(?:if|to have|could)\b)",
    r"\bno action (?:needed|required)\b",
    r"\bnothing (?:for you )?to do\b",
    r"\bstatus update\b",
    r"\bignore (?:my|this|that)\b",
    r"\bwrong channel\b",
    r"\bjust (?:telling|letting|sharing|fyi)\b",
    r"\bfor your information\b",
    r"\b(?:is|are|was|were|got|has been|have been) (?:now |all |finally )?(?:resolved|fixed|sorted|solved)\b",
    r"\bworks? (?:again|now|fine now)\b",
    r"\bworking (?:again|now)\b",
    r"\b(?:that|this) (?:sorted|fixed|solved|worked|did it)\b",
    r"\ball good (?:now|again)\b",
    r"\b(?:back|syncing|arriving|logging) (?:to normal|again)\b",
    r"\bis (?:back|over)\b",
    r"\bfavou?rite\b",
    r"\bcross the road\b",
    r"\bnever ?mind\b",
    r"\bfalse alarm\b",
    r"\breminder\b",
    r"\bsolved it\b",
    r"\bnot a question\b",
    r"\bjust noting\b",
    r"\bfor the record\b",
    r"\bi(?: would| will)? love (?:a|to|if)\b",
    r"\bpass it on\b",
    r"\b(?:unrelated|nothing to do|not related|not about|no connection) (?:to |with )?(?:the )?(?:unify|sync)\b",
)
_NOTICE = any_of(
    r"^(?:fyi|heads[- ]up|good news)\b",
    r"^(?:update|status|note|psa|reminder|announcement)(?: \w+){0,3} ?:",
    r"\b(?:are|is) (?:all )?in salesforce now\b",
)
_STILL = re.compile(r"\bstill\b|\bagain not\b|\bnot (?:yet|resolved|fixed|working|solved)\b|\bbut\b")

# Products and matters that have their own troubles; alone they decide, beside Unify they do not.
_ELSEWHERE = any_of(
    r"\b(?:dashboards?|forecast|opportunit(?:y|ies) stage|stage history|price ?book|data loader|calendar|invites?"
    r"|docusign|zoom|gong|jira|zendesk|intercom|marketo|hubspot|pardot|slack (?:app|login|notification)s?"
    r"|sales navigator|linkedin|licen[sc]es?|seat|spam|warm-?up|deliverability|dmarc|spf|dkim|unsubscribe|credits"
    r"|invoice|billing|vpn|laptop|chrome|password|bounces?|cases?|tickets? queue|two-factor|2fa|mfa|phone"
    r"|report type|list view|page layout|workbench|sandbox refresh|campaign members?|quote|cpq|snowflake|tableau"
    r"|looker|segment\.com|bounce rate|subject line|signature|whatsapp)\b",
)
_OURS = any_of(
    r"\bunify\b",
    r"\b(?:skipped records?|errors? (?:tab|page|list))\b",
    r"\be-?mails?\b",
    r"\bmails?\b",
    r"\brepl(?:y|ies)\b",
    r"\bopens\b",
    r"\bactivit(?:y|ies)\b",
    r"\bemail message\b",
    r"\bsync",
)
_OUR_PAGE = re.compile(r"\b(?:skipped records?|errors? (?:tab|page|list)|errorcode|\w+id)\b")
_ASKS = any_of(
    r"\?",
    r"\bwhy\b",
    r"\bhow\b",
    r"\bhelp\b",
    r"\bplease\b",
    r"\bideas?\b",
    r"\bcan (?:you|someone|somebody|anyone)\b",
    r"\bwhat\b",
)

_ENOUGH = 3.0


def about_sync(words: Wording, scores: Mapping[Symptom, tuple[float, int]], named: bool) -> tuple[bool, float]:
    """Whether it is asked about syncing, and how sure that is (0-1). `named`: an address, id or code is in it."""
    if not words.text:
        return False, 0.9
    top = max((weight for weight, _ in scores.values()), default=0.0)
    if bare(words) and named:
        return True, 0.7
    if _NOT_ASKING.search(words.text) and not (top >= 5 and _ASKS.search(words.text) and _STILL.search(words.text)):
        return False, 0.9
    if _NOTICE.search(words.text) and "?" not in words.text and not _STILL.search(words.text):
        return False, 0.8
    ours = bool(_OURS.search(words.text))
    if _ELSEWHERE.search(words.text) and "unify" not in words.text and top < 5:
        return False, 0.85
    if _ELSEWHERE.search(words.text) and "salesforce" not in words.text and not _OUR_PAGE.search(words.text):
        return False, 0.75
    if top >= _ENOUGH:
        return True, 0.97 if ours else 0.8
    if top > 0 and ours:
        return True, 0.6
    return False, 0.6 if ours else 0.95


def bare(words: Wording) -> bool:
    """Little but an address, an id or a code: whoever sends that to a bot asks what became of it."""
    rest = re.sub(r"\b(?:anaddress|\w+id|errorcode)\b", "", words.text)
    return len(re.findall(r"\w+", rest)) <= 2
