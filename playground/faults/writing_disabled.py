"""*Enable writing to Salesforce* is off, the sync is paused, or the plan is read-only."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, suspected

ID = "writing-disabled"


def switched_off(company: Company) -> None:
    """Unify still signs in and reads; what it sends it no longer writes."""
    company.silence(company.ago(days=company.chance.randint(1, 9)))
    company.lose(company.ago(hours=company.chance.randint(3, 9)))
    company.truths["writing-enabled"] = "off"


def quiet_for_days(company: Company) -> None:
    company.silence(company.ago(days=company.chance.randint(8, 11)))
    company.lose(company.ago(hours=company.chance.randint(3, 9)))
    company.truths["writing-enabled"] = "off"


def never_wrote(company: Company) -> None:
    """Connected, and never yet allowed to write."""
    company.unwrite(company.ago(days=700))
    company.lose(company.ago(hours=company.chance.randint(3, 9)))
    company.truths["writing-enabled"] = "off"


FAULT = Fault(
    ID,
    (
        Variant(
            "asked",
            switched_off,
            tuple(c for c in (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING) if c.voice == "admin"),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "said",
            switched_off,
            (
                rep(
                    "nothing-syncs",
                    'no activity of any rep reaches Salesforce. "Enable writing to Salesforce" is switched off, is that it?',
                ),
                admin(
                    "nothing-syncs",
                    'Nothing syncs to Salesforce for anybody. I see that "Enable writing to Salesforce" is disabled.',
                ),
            ),
            proved(ID),
        ),
        Variant(
            "connected-and-quiet",
            quiet_for_days,
            (
                rep(
                    "nothing-syncs",
                    "nothing of anybody's activity has reached Salesforce for more than a week. The connection shows Connected in Unify.",
                ),
                rep(
                    "email-missing",
                    "my email to {contact} from {when} isn't in Salesforce, but Unify says the connection is fine",
                ),
            ),
            suspected(ID),
            needs=("unify", "activities"),
        ),
        Variant(
            "never-wrote",
            never_wrote,
            (*phrases.NOTHING_SYNCS[:2], *phrases.EMAIL_MISSING_BY_REP),
            suspected(ID),
            needs=("unify", "activities"),
            named=True,
        ),
    ),
)
