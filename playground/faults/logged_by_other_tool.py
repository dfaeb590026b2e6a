"""Another tool wrote the same message first, so Unify did not write it again."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep

ID = "logged-by-other-tool"


def _written(company: Company, by: str, source: str | None) -> None:
    at, subject = company.ago(hours=company.chance.choice((3, 5, 26))), company.fresh_subject()
    company.space.send(company.contact.enrolled, subject, at)
    company.org.email(
        company.contact.id,
        by,
        at,
        subject,
        sender=company.rep.sends_as,
        written=company.ago(hours=2.9),
        TextBody="Hi",
        Source=source,
    )
    company.tell(at, subject)


def einstein(company: Company) -> None:
    _written(company, company.rep.id, "Einstein Activity Capture")


def plug_in(company: Company) -> None:
    _written(company, company.rep.id, "Email Integration App Manual")


def other_integration(company: Company) -> None:
    """Another tool's own integration user, with no source given."""
    tool = company.org.insert(
        "User",
        Name="HubSpot Sync",
        Username="hubspot@initech.com",
        Email="hubspot@initech.com",
        IsActive=True,
        UserType="Standard",
    )
    _written(company, tool, None)


_COMPLAINTS = (
    *phrases.EMAIL_MISSING,
    rep("email-missing", "Unify didn't log my email to {contact} from {when} in Salesforce, it is missing"),
    admin("email-missing", "The Unify copy of the email to {contact} sent {when} is not in Salesforce."),
)
FAULT = Fault(
    ID,
    (
        Variant("einstein", einstein, _COMPLAINTS, proved(ID), needs=("activities",)),
        Variant("plug-in", plug_in, _COMPLAINTS, proved(ID), needs=("activities",)),
        Variant("other-integration", other_integration, _COMPLAINTS, proved(ID), needs=("activities",)),
    ),
)
