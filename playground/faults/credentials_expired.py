"""Unify can no longer sign in to Salesforce."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, support, suspected

ID = "credentials-expired"


def _cut_off(company: Company, hours: float) -> None:
    """Nothing arrives since then, and Unify has not signed in again."""
    since = company.ago(hours=hours)
    company.silence(since)
    company.org.tables["loginhistory"] = [r for r in company.org.tables["loginhistory"] if r["LoginTime"] <= since]
    company.lose(company.ago(hours=hours * company.chance.uniform(0.3, 0.6)))


def page_says_so(company: Company) -> None:
    _cut_off(company, company.chance.randint(7, 30))
    company.truths["connection"] = "expired"


def logins_fail(company: Company) -> None:
    hours = company.chance.randint(4, 20)
    _cut_off(company, hours)
    company.logins_fail(
        company.ago(hours=hours), company.chance.choice(("Failed: Expired refresh token", "Failed: Token revoked"))
    )
    company.truths["connection"] = "expired"


def oauth_error(company: Company) -> None:
    _cut_off(company, company.chance.randint(2, 20))
    company.words["error"] = company.chance.choice(
        (
            "invalid_grant: expired access/refresh token",
            "invalid_grant: token validity expired",
            "invalid_grant: activation secret invalid",
        )
    )
    company.truths |= {"connection": "expired", "write-error": company.words["error"]}


def only_silence(company: Company) -> None:
    """Older than four hours and than any gap before, while Unify went on sending."""
    _cut_off(company, company.chance.randint(9, 30))
    company.truths["connection"] = "expired"


def session_error(company: Company) -> None:
    _cut_off(company, company.chance.randint(2, 6))
    company.words["error"] = "INVALID_SESSION_ID: Session expired or invalid"
    company.truths |= {"connection": "expired", "write-error": company.words["error"]}


_PASTED = (
    admin("login-broken", "Unify says `{error}` when it connects to Salesforce. What now?"),
    support("login-broken", "Customer can't connect Unify to Salesforce any more, authentication fails with: {error}"),
)
_SESSION = (
    support("write-error", "The errors page of our customer shows {error} for every record."),
    rep("write-error", "In Skipped Records there is an error on all my emails: {error}"),
)
FAULT = Fault(
    ID,
    (
        Variant(
            "page-asks-to-reconnect",
            page_says_so,
            (
                admin("nothing-syncs", "Nothing from any rep reaches Salesforce since this morning."),
                admin(
                    "login-broken",
                    "The Salesforce page in Unify says that the connection has expired, please reconnect.",
                ),
                rep(
                    "login-broken", "unify shows a banner that our salesforce connection is expired, what should we do?"
                ),
                *(c for c in phrases.EMAIL_MISSING if c.voice == "admin"),
                *(c for c in phrases.LATE if c.voice == "admin"),
            ),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "logins-fail",
            logins_fail,
            (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING[:2], *phrases.LOGIN_BROKEN, *phrases.STATUS),
            proved(ID),
            needs=("logins",),
        ),
        Variant("oauth-error-pasted", oauth_error, _PASTED, proved(ID)),
        Variant(
            "silence-only",
            only_silence,
            (*phrases.NOTHING_SYNCS[:2], *phrases.EMAIL_MISSING_BY_REP),
            suspected(ID),
            needs=("unify", "activities"),
        ),
        Variant("session-error-unsure", session_error, _SESSION, suspected(ID)),
        Variant(
            "session-error-and-page",
            session_error,
            (admin("write-error", "Every record in Errors/Skipped Records fails with {error}"),),
            proved(ID),
        ),
    ),
)
