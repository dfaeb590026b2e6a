"""Sources that can be taken away, so that less can be known."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.company import Company


@dataclass(frozen=True, slots=True)
class Source:
    """A source by the name that variants need it by (`gives`), and how it is taken away."""

    gives: str
    take: Callable[[Company], None]


def _without(*permissions: str) -> Callable[[Company], None]:
    def take(company: Company) -> None:
        company.org.bot_permissions -= set(permissions)

    return take


def _nothing(company: Company) -> None:
    """Taken away elsewhere: by the client's settings, or by whom is asked."""


def _unify_down(company: Company) -> None:
    company.space.fail("/", 500, "oops", times=-1)


def _exports_refused(company: Company) -> None:
    company.space.jobs_per_day = 0


def _salesforce_down(company: Company) -> None:
    company.org.fail("/composite", 503, "<html>maintenance</html>", times=-1)


def _tooling_down(company: Company) -> None:
    company.org.fail("tooling/composite", 500, "<html>error</html>", times=-1)


SOURCES: dict[str, Source] = {
    "no-unify-key": Source("unify", _nothing),
    "unify-down": Source("unify", _unify_down),
    "exports-used-up": Source("unify", _exports_refused),
    "no-view-setup": Source("view-setup", _without("View Setup and Configuration")),
    "tooling-down": Source("view-setup", _tooling_down),
    "no-access-activities": Source("activities", _without("Access Activities")),
    "no-manage-users": Source("logins", _without("Manage Users")),
    "no-view-all-users": Source("users", _without("View All Users")),
    "no-contacts": Source("people", _without("Read Contacts", "Read Leads")),
    "bare-rights": Source(
        "rights", _without("View Setup and Configuration", "Access Activities", "Manage Users", "View All Users")
    ),
    "not-sure": Source("person", _nothing),
    "salesforce-down": Source("salesforce", _salesforce_down),
}
