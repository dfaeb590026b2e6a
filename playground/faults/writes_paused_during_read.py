"""Unify holds its outgoing writes while an incoming sync runs."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected
from playground.faults.within_normal_delay import bulk_change

ID = "writes-paused-during-read"


def importing(company: Company) -> None:
    company.silence(company.ago(hours=3))
    company.lose(company.ago(hours=company.chance.choice((1.5, 2))))
    company.truths["sync-running"] = "yes"


def changed_in_bulk(company: Company) -> None:
    importing(company)
    bulk_change(company)


FAULT = Fault(
    ID,
    (
        Variant(
            "asked",
            importing,
            tuple(c for c in (*phrases.EMAIL_MISSING, *phrases.NOTHING_SYNCS, *phrases.LATE) if c.voice == "admin"),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "said",
            importing,
            (
                rep(
                    "email-missing",
                    "my email to {contact} from {when} is missing in Salesforce. A big import has been running in Unify since before I sent it.",
                ),
                support(
                    "late",
                    "Customer's emails get to Salesforce hours late. A backfill from Salesforce has been running in Unify since this morning.",
                ),
            ),
            proved(ID),
        ),
        # So many changes also make it normal to wait longer.
        Variant(
            "bulk-change",
            changed_in_bulk,
            (*phrases.LATE[:1], *phrases.NOTHING_SYNCS[:2]),
            suspected(ID, besides=("within-normal-delay",)),
        ),
    ),
)
