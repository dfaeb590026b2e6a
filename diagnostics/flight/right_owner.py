from diagnostics.asks import Missing
from diagnostics.facts.asked import Asked
from diagnostics.facts.sender import SenderMatch
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.question import Symptom
from diagnostics.stage import Seen, passed, stage, unseen


@stage(
    "right-owner",
    "Right owner",
    stopped_by=("sender-not-matched", "missing-system-permission"),
    about={Symptom.WRONG_OWNER},
)
def right_owner(match: SenderMatch, sent: SentEmails | Missing, asked: Asked) -> Seen:
    """Unify links an email to the active Salesforce user who has the sender's address: there must be one."""
    if asked.question.suspected[:1] == (Symptom.WRONG_OWNER,):
        return unseen("who owns the record is not visible to me")
    users = set() if isinstance(sent, Missing) else {mail.user for mail in sent.rows}
    if users != {match.address}:
        return unseen("whether its sender is a Salesforce user was not looked up")
    if match.active == 1:
        return passed("the sender is an active Salesforce user", match)
    return unseen(f"{match.active or 'no'} active Salesforce users have the sender's address", match)
