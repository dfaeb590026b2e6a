"""A healthy company out of a seed: people, permissions, traffic."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from playground.company.company import Company
from playground.company.names import ENDINGS, FIRMS, FIRST, LAST, SEQUENCES, SUBJECTS
from playground.company.noise import make_noise
from playground.company.people import Prospect, Rep
from playground.salesforce import Org
from playground.unify import Workspace
from playground.unify.workspace import Row

_SYSTEM = (
    "PermissionsApiEnabled",
    "PermissionsEditTask",
    "PermissionsActivitiesAccess",
    "PermissionsViewSetup",
    "PermissionsViewAllUsers",
)
_USERNAMES = (("Unify Sync", "unify-sync"), ("Integration User", "integration"), ("CRM Connector", "svc-unify"))


def found(now: datetime, chance: Random, zone: str = "Europe/Berlin") -> Company:
    """A company as of `now` in which everything arrives."""
    return _Founder(now, chance, zone).company()


class _Founder:
    def __init__(self, now: datetime, chance: Random, zone: str) -> None:
        self.now, self.chance, self.zone = now, chance, zone
        self.org, self.space = Org(now, clock=lambda: now), Workspace(now, clock=lambda: now)
        self.first, self.last = chance.sample(FIRST, len(FIRST)), chance.sample(LAST, len(LAST))
        self.firms = chance.sample(FIRMS, len(FIRMS))
        self.long_ago = now - timedelta(days=chance.randint(150, 600))
        self.sequences = [self.space.sequence, *map(self.space.new_sequence, SEQUENCES[1:])]

    def company(self) -> Company:
        org, chance = self.org, self.chance
        api_only = org.insert("Profile", Name="Minimum Access - API Only Integrations", CreatedDate=self.long_ago)
        sales = org.insert("Profile", Name="Sales User", CreatedDate=self.long_ago)
        named, username = chance.choice(_USERNAMES)
        unify = self.user(named, f"{username}@initech.com", api_only)
        admin = self.user("Sam Okafor", "sam@initech.com", sales)
        org.bot_id = self.user("Sync Triage", "sync-triage@initech.com", api_only)
        for _ in range(chance.randint(2, 4)):
            first, last = self.first.pop(), self.last.pop()
            self.user(f"{first} {last}", f"{first}.{last}@initech.com".lower(), sales, active=False)
        made: dict[str, Any] = {"CreatedDate": self.long_ago, "CreatedById": admin}
        org.insert("Organization", Name="Initech", OrganizationType="Enterprise Edition", **made)
        profile_set, system_set, object_set = self.permissions(unify, api_only, made)
        org.insert("UserLogin", UserId=unify, LastModifiedDate=self.long_ago, **made)

        reps = [self.rep(sales) for _ in range(chance.randint(3, 5))]
        contact = self.prospect("Contact", reps[0], made)
        lead = self.prospect("Lead", reps[0], made)
        others = [
            self.prospect(chance.choice(("Contact", "Contact", "Lead")), chance.choice(reps), made) for _ in range(6)
        ]
        company = Company(
            self.now,
            ZoneInfo(self.zone),
            chance,
            org,
            self.space,
            unify,
            f"{username}@initech.com",
            admin,
            "sam@initech.com",
            reps[0],
            reps[1:],
            contact,
            lead,
            others,
            system_set,
            object_set,
            profile_set,
        )
        _settle_in(company)
        make_noise(company)
        return company

    def user(self, name: str, address: str, profile: str, *, active: bool = True) -> str:
        return self.org.insert(
            "User",
            Name=name,
            Username=address,
            Email=address,
            IsActive=active,
            UserType="Standard",
            ProfileId=profile,
            CreatedDate=self.long_ago,
        )

    def permissions(self, unify: str, profile: str, made: dict[str, Any]) -> tuple[str, str, str]:
        """The profile's own set, one with system permissions and one with objects and fields (often the same)."""
        org, at_once = self.org, self.chance.random() < 0.6
        own = org.insert(
            "PermissionSet",
            Name="X00eProfile",
            Label="Profile",
            IsOwnedByProfile=True,
            ProfileId=profile,
            PermissionsApiEnabled=True,
            **made,
        )
        system = org.insert(
            "PermissionSet",
            Name="Unify_Sync",
            Label="Unify Sync",
            IsOwnedByProfile=False,
            **dict.fromkeys(_SYSTEM, True),
            **made,
        )
        objects = (
            system
            if at_once
            else org.insert("PermissionSet", Name="CRM_Write", Label="CRM write", IsOwnedByProfile=False, **made)
        )
        for held in dict.fromkeys((own, system, objects)):
            org.insert("PermissionSetAssignment", AssigneeId=unify, PermissionSetId=held, IsActive=True, **made)
        for sobject in ("Account", "Contact", "Lead", "EmailMessage"):
            org.insert(
                "ObjectPermissions",
                ParentId=objects,
                SobjectType=sobject,
                PermissionsRead=True,
                PermissionsCreate=True,
                PermissionsEdit=True,
                PermissionsViewAllRecords=sobject == "Contact",
                **made,
            )
        org.add_field("EmailMessage", "Open_Count__c", type="double", label="Open Count", created=self.long_ago)
        org.add_field("EmailMessage", "Campaign__c", label="Campaign", created=self.long_ago)
        org.add_field("Task", "Sequence__c", label="Sequence", created=self.long_ago)
        for sobject in ("EmailMessage", "Task"):
            for field in org.schema[sobject.lower()].fields.values():
                if field.nillable and not field.calculated:
                    org.insert(
                        "FieldPermissions",
                        ParentId=objects,
                        SobjectType=sobject,
                        Field=f"{sobject}.{field.name}",
                        PermissionsRead=True,
                        PermissionsEdit=True,
                        **made,
                    )
        return own, system, objects

    def rep(self, profile: str) -> Rep:
        first, last = self.first.pop(), self.last.pop()
        address = f"{first}.{last}@initech.com".lower()
        id = self.user(f"{first} {last}", address, profile)
        sends_as = self.chance.choice((f"{first}@getinitech.com", f"{first}.{last}@tryinitech.com")).lower()
        return Rep(id, f"{first} {last}", address, self.space.add_mailbox(sends_as, address, f"{first} {last}"))

    def prospect(self, kind: str, of: Rep, made: dict[str, Any]) -> Prospect:
        first, last, firm = self.first.pop(), self.last.pop(), self.firms.pop()
        domain = f"{firm}.{self.chance.choice(ENDINGS)}".lower()
        address = f"{first}.{last}@{domain}".lower()
        names = {"FirstName": first, "LastName": last, "Email": address, "OwnerId": of.id, **made}
        if kind == "Contact":
            account = self.org.insert("Account", Name=firm, Website=f"https://{domain}", OwnerId=of.id, **made)
            id = self.org.insert("Contact", AccountId=account, **names)
        else:
            id = self.org.insert("Lead", Company=firm, **names)
        person = self.space.add_person(address, first, last)
        return Prospect(id, first, last, address, firm, person, self.enroll(person, of))

    def enroll(self, person: Row, of: Rep) -> Row:
        return self.space.enroll(
            person, of.mailbox, self.now - timedelta(days=13), sequence=self.chance.choice(self.sequences)
        )


def _settle_in(company: Company) -> None:
    """What has been going on: emails to the people of the story, others' in between, sign-ins."""
    chance = company.chance
    for person in (company.contact, company.lead):
        for days, subject in zip((12, 5), chance.sample(SUBJECTS, 2), strict=True):
            company.send(
                person, subject, company.ago(days=days, hours=chance.uniform(0.5, 3)), opens=chance.randint(1, 4)
            )
    minutes, number = chance.uniform(6, 14), 0
    while minutes < 13 * 24 * 60:
        to, number = chance.choice(company.others), number + 1
        company.send(to, f"{chance.choice(SUBJECTS)} ({number})", company.ago(minutes), opens=chance.randint(0, 3))
        minutes += chance.uniform(45, 260)
    for hours in range(1, 80, 2):
        company.log_in(company.ago(hours=hours))
    company.org.insert(
        "OauthToken",
        AppName="Unify",
        UserId=company.unify,
        UseCount=chance.randint(900, 9000),
        LastUsedDate=company.ago(chance.randint(2, 14)),
    )
    company.org.api_used = chance.randint(2, 55) * company.org.api_limit // 100
    company.truths |= {
        "origin": "unify",
        "reply-thread": "same",
        "reply-address": "same",
        "connection": "ok",
        "writing-enabled": "on",
        "writeback": "on",
        "enhanced-email": "on",
        "sync-running": "no",
        "write-error": "none",
        "mapping": "read-write",
        "mapping-changed": "not-changed",
        "integration-user": company.unify_username,
        "contact": company.contact.email,
    }
    company.words |= {
        "contact": company.contact.email,
        "contact_name": company.contact.name,
        "contact_link": company.link(company.contact.id),
        "contact_id": company.contact.id,
        "lead": company.lead.email,
        "lead_name": company.lead.name,
        "lead_link": company.link(company.lead.id),
        "lead_id": company.lead.id,
        "rep": company.rep.email,
        "rep_name": company.rep.name,
        "sends_as": company.rep.sends_as,
    }
