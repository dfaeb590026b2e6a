"""What is wrong or odd in every company, and has nothing to do with anybody's question."""

from datetime import timedelta

from playground.company.company import Company
from playground.company.names import FIRMS, LAST


def make_noise(company: Company) -> None:
    """Other people's records, other people's mail, rules on other objects, old things."""
    _records(company)
    _mail(company)
    _rules(company)
    _answers_of_others(company)


def _records(company: Company) -> None:
    org, chance = company.org, company.chance
    made = {"CreatedDate": company.ago(days=chance.randint(60, 400)), "CreatedById": company.admin}
    for number in range(chance.randint(25, 45)):
        org.insert(
            "Lead",
            LastName=f"Prospect {number}",
            Company=chance.choice(FIRMS),
            Email=None if number % 13 == 0 else f"prospect{number}@example.com",
            OwnerId=company.admin,
            **made,
        )
    for number in range(chance.randint(2, 5)):
        org.insert("Contact", LastName=f"{chance.choice(LAST)} {number}", Email=None, OwnerId=company.admin, **made)
    twin = f"info@{chance.choice(FIRMS).lower()}.example"
    for name in ("Reception", "Front desk"):
        org.insert("Contact", LastName=name, Email=twin, OwnerId=company.admin, **made)
    converted = org.insert("Contact", FirstName="Old", LastName="Prospect", Email="old@example.com", **made)
    org.insert(
        "Lead",
        FirstName="Old",
        LastName="Prospect",
        Company="Before",
        Email="old@example.com",
        IsConverted=True,
        ConvertedContactId=converted,
        ConvertedDate=company.ago(days=50).date(),
        **made,
    )


def _mail(company: Company) -> None:
    """People log their own mail, Salesforce captures some, and old Tasks are archived."""
    org, chance = company.org, company.chance
    for source in (None, None, "Einstein Activity Capture", "Email Integration App Manual"):
        by, to = chance.choice(company.colleagues), chance.choice(company.others)
        at = company.ago(days=chance.randint(1, 20), minutes=chance.randint(0, 600))
        org.email(to.id, by.id, at, "Lunch next week?", sender=by.email, TextBody="Thai?", Source=source)
    org.insert(
        "Task",
        Subject="Email: from another age",
        TaskSubtype="Email",
        Status="Completed",
        IsClosed=True,
        IsArchived=True,
        WhoId=company.others[0].id,
        OwnerId=company.unify,
        CreatedById=company.unify,
        CreatedDate=company.ago(days=500),
    )
    org.insert(
        "Task",
        Subject="Call back",
        TaskSubtype="Call",
        Status="Not Started",
        WhoId=company.contact.id,
        OwnerId=company.rep.id,
    )


def _rules(company: Company) -> None:
    org = company.org
    old = {"CreatedDate": company.ago(days=120), "CreatedById": company.admin}
    for sobject, name, active, message in (
        ("Contact", "Contact_Phone_Format", True, "Enter the phone number with its country code"),
        ("Opportunity", "Close_Date_In_Future", True, "The close date must be in the future"),
        ("Account", "Account_Owner_Region", True, "Owner and region do not match"),
        ("Task", "Task_Outcome_Old", False, "Choose an outcome before you close the task"),
    ):
        org.insert(
            "ValidationRule",
            ValidationName=name,
            Active=active,
            EntityDefinitionId=sobject,
            ErrorMessage=message,
            **old,
        )


def _answers_of_others(company: Company) -> None:
    """Replies, out-of-office notes and a bounce of other people; an assignment of somebody else that ran out."""
    chance = company.chance
    steps = [s for s in company.space.steps if s["enrollment"]["person"] not in _of_the_story(company) and s["at"]]
    for step, subject, category in zip(
        chance.sample(steps, 3),
        ("Re: thanks!", "Automatic reply: on vacation", "Re: not now"),
        ("POSITIVE", "AUTOMATED", "NEGATIVE"),
        strict=True,
    ):
        company.space.reply(step, step["at"] + timedelta(minutes=40), subject, category)
    company.space.enroll(
        company.space.add_person("bounced@example.com", "Bo", "Unced"),
        company.colleagues[-1].mailbox,
        company.ago(days=9),
        is_bounced=True,
    )
    company.org.insert(
        "PermissionSetAssignment",
        AssigneeId=company.rep.id,
        PermissionSetId=company.system_set,
        IsActive=True,
        ExpirationDate=company.ago(days=3),
        CreatedDate=company.ago(days=90),
    )


def _of_the_story(company: Company) -> list[object]:
    return [company.contact.in_unify, company.lead.in_unify]
