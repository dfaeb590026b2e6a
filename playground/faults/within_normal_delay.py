"""It is simply too early."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected

ID = "within-normal-delay"


def just_sent(company: Company) -> None:
    company.lose(company.ago(company.chance.randint(4, 24)))


def just_created(company: Company) -> None:
    """A Contact made minutes ago, which Unify has not read yet."""
    company.unknown_to_unify(company.contact)
    at = company.ago(company.chance.randint(3, 22))
    company.org.update(
        "Contact",
        company.contact.id,
        CreatedDate=at,
        LastModifiedDate=at,
        SystemModstamp=at,
        CreatedById=company.rep.id,
    )
    company.tell(at)


def many_changes(company: Company) -> None:
    """A bulk change of Contacts keeps Unify reading: four hours are normal then."""
    bulk_change(company)
    hours = company.chance.choice((2, 3))
    company.silence(company.ago(hours=hours, minutes=15))
    company.lose(company.ago(hours=hours))


def bulk_change(company: Company) -> None:
    """More than 10,000 Accounts modified within the last hours."""
    org, at = company.org, company.ago(hours=company.chance.uniform(3, 3.6))
    row = dict(org.tables["account"][0]) | {
        "CreatedDate": company.ago(days=90),
        "LastModifiedDate": at,
        "SystemModstamp": at,
    }
    org.tables["account"] += [{**row, "Id": f"001Bk{n:010}AAA", "Name": f"Imported {n}"} for n in range(10_400)]


_LOST = (
    rep("email-missing", "is my mail to {contact} lost?? sent {when}, not in Salesforce"),
    rep("email-missing", "I sent {contact} an email {when} and it isn't in Salesforce"),
    support("email-missing", "Ticket: email to {contact}, sent from Unify {when}, is not in Salesforce yet."),
)
FAULT = Fault(
    ID,
    (
        Variant("email-minutes-ago", just_sent, _LOST, proved(ID)),
        Variant(
            "time-is-asked",
            just_sent,
            (
                rep("email-missing", "my latest email to {contact} isn't in Salesforce"),
                support("email-missing", "Ticket: the newest email to {contact} is not in Salesforce. Why?"),
            ),
            proved(ID),
        ),
        Variant("contact-minutes-ago", just_created, phrases.PERSON_MISSING, proved(ID)),
        # Salesforce's own bulk change keeps Unify reading, and while it reads it does not write.
        Variant(
            "large-volume",
            many_changes,
            phrases.EMAIL_MISSING_BY_REP,
            suspected(ID, "writes-paused-during-read"),
        ),
    ),
)
