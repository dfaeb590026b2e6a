from diagnostics.asks import Missing
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.said import Origin
from diagnostics.facts.sent_emails import SentEmails
from diagnostics.stage import Seen, passed, stage, unseen


@stage("sent-from-unify", "Sent from Unify", stopped_by=("sent-outside-unify", "never-sent"), unsent=True)
def sent_from_unify(sent: SentEmails | Missing, deliveries: Deliveries | Missing, origin: Origin | Missing) -> Seen:
    """By Unify's own word, else by the asker's. Of several emails those that did not arrive are meant."""
    if not isinstance(sent, Missing) and sent.rows:
        meant = sent.rows if isinstance(deliveries, Missing) else deliveries.missing or sent.rows
        last = f"“{meant[-1].subject}”, {sent.clock.at(meant[-1].at)}"
        return passed(last if len(meant) == 1 else f"{len(meant)} emails, the last {last}", sent)
    if not isinstance(origin, Missing) and origin.value == "unify":
        return passed("as you told me", origin)
    return unseen(sent.says if isinstance(sent, Missing) else f"{sent.says[:1].upper()}{sent.says[1:]}", sent)
