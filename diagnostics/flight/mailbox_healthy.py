from diagnostics.asks import Missing
from diagnostics.facts.enrolments import Enrolments
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.stage import Seen, passed, stage, unseen


@stage("mailbox-healthy", "Mailbox healthy", stopped_by=("mailbox-disconnected",), unsent=True)
def mailbox_healthy(enrolments: Enrolments, sent: SentEmails | Missing) -> Seen:
    """What was sent came out of a mailbox that worked; else the mailboxes of the contact's sequences are looked at."""
    if not isinstance(sent, Missing) and sent.rows and sent.rows[-1].sender:
        return passed(f"{sent.rows[-1].sender} sent it", sent)
    if enrolments.disconnected:
        return unseen(f"the mailbox {enrolments.disconnected[0].mailbox} cannot send now", enrolments)
    if enrolments.rows:
        return passed(f"{enrolments.rows[0].mailbox} is connected" if enrolments.rows[0].mailbox else "", enrolments)
    return unseen("Unify has the contact in no sequence", enrolments)
