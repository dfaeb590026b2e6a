"""Salesforce's API allowance is used up; reads and writes wait."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, suspected

ID = "api-limit-reached"


def _waiting(company: Company) -> None:
    company.silence(company.ago(hours=3))
    company.lose(company.ago(hours=2))


def used_up(company: Company) -> None:
    """Salesforce refuses every call, the bot's as well."""
    _waiting(company)
    company.org.api_used = company.org.api_limit


def pasted(company: Company) -> None:
    """Refused a while ago; by now some of the rolling 24 hours is free again."""
    _waiting(company)
    company.org.api_used = company.org.api_limit * company.chance.randint(40, 80) // 100
    company.words["error"] = company.chance.choice(
        (
            "REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.",
            "REQUEST_LIMIT_EXCEEDED: ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
        )
    )
    company.truths["write-error"] = company.words["error"]


def nearly(company: Company) -> None:
    _waiting(company)
    company.org.api_used = company.org.api_limit * company.chance.randint(91, 98) // 100


FAULT = Fault(
    ID,
    (
        Variant(
            "used-up",
            used_up,
            (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING[:2], *phrases.STATUS, *phrases.LATE),
            proved(ID),
        ),
        Variant(
            "error-pasted",
            pasted,
            (
                admin("write-error", "All records in Errors/Skipped Records fail with {error}"),
                rep(
                    "nothing-syncs",
                    "nothing of anybody gets to Salesforce since two hours. The errors page is full of `{error}`",
                ),
            ),
            proved(ID),
        ),
        Variant("error-asked", pasted, phrases.EMAIL_MISSING[3:], proved(ID)),
        Variant("nearly-used-up", nearly, (*phrases.LATE, *phrases.EMAIL_MISSING_BY_REP), suspected(ID)),
    ),
)
