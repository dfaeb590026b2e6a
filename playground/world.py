"""Three services of one healthy company: everything works, with the usual noise around it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from playground.salesforce import Org
from playground.unify import Workspace
from playground.unify.workspace import Row

UNIFY_USER = "unify-sync@initech.com"
NEEDED = {
    "PermissionsApiEnabled": True,
    "PermissionsEditTask": True,
    "PermissionsActivitiesAccess": True,
    "PermissionsViewSetup": True,
    "PermissionsViewAllUsers": True,
}


@dataclass(slots=True)
class World:
    """Salesforce and Unify of one company, and handles to those of their records that stories are about.

    `dana` is the rep, `jane` her contact (a Contact in Salesforce), `unify` the user that Unify signs in as.
    """

    now: datetime
    org: Org
    unify_space: Workspace
    unify: str
    dana: str
    jane: str
    lead: str
    permission_set: str
    jane_in_unify: Row
    enrollment: Row
    mailbox: Row

    def ago(self, minutes: float = 0, *, hours: float = 0, days: float = 0) -> datetime:
        """A moment before now."""
        return self.now - timedelta(minutes=minutes, hours=hours, days=days)

    def sent(self, subject: str, at: datetime, *, arrives: bool = True, opens: int = 1, counted: bool = True) -> Row:
        """Dana's sequence email to Jane; written to Salesforce ten minutes later, if it arrives, and its opens with it."""
        step = self.unify_space.send(self.enrollment, subject, at, opens=opens)
        if arrives:
            self.org.email(
                self.jane,
                self.unify,
                at,
                subject,
                sender="dana@getinitech.com",
                written=at + timedelta(minutes=10),
                Open_Count__c=opens if counted else 0,
            )
        return step

    def silence(self, since: datetime) -> None:
        """Nothing that Unify's user wrote after `since` is there."""
        org = self.org
        late = {
            r["Id"] for r in org.tables["emailmessage"] if r["CreatedById"] == self.unify and r["CreatedDate"] > since
        }
        for name, column in (("emailmessage", "Id"), ("emailmessagerelation", "EmailMessageId")):
            org.tables[name] = [r for r in org.tables[name] if r[column] not in late]
        org.tables["task"] = [
            r for r in org.tables["task"] if not (r["CreatedById"] == self.unify and r["CreatedDate"] > since)
        ]


def healthy(now: datetime | None = None) -> World:
    """A company where email activity arrives: the starting point of every scenario."""
    now = (now or datetime.now(UTC)).replace(microsecond=0)
    org, space = Org(now), Workspace(now)
    long_ago = now - timedelta(days=200)

    profile = org.insert("Profile", Name="Minimum Access - API Only Integrations", CreatedDate=long_ago)
    sales = org.insert("Profile", Name="Sales User", CreatedDate=long_ago)

    def user(name: str, username: str, profile_id: str, *, active: bool = True) -> str:
        return org.insert(
            "User",
            Name=name,
            Username=username,
            Email=username,
            IsActive=active,
            UserType="Standard",
            ProfileId=profile_id,
            CreatedDate=long_ago,
        )

    unify = user("Unify Sync", UNIFY_USER, profile)
    dana = user("Dana Reyes", "dana@initech.com", sales)
    sam = user("Sam Okafor", "sam@initech.com", sales)
    user("Pete Former", "pete@initech.com", sales, active=False)
    org.bot_id = user("Sync Triage", "sync-triage@initech.com", profile)

    made = {"CreatedDate": long_ago, "CreatedById": sam}
    org.insert("Organization", Name="Initech", OrganizationType="Enterprise Edition", **made)
    of_profile = org.insert(
        "PermissionSet",
        Name="X00eProfile",
        Label="Profile",
        IsOwnedByProfile=True,
        ProfileId=profile,
        PermissionsApiEnabled=True,
        **made,
    )
    permission_set = org.insert(
        "PermissionSet", Name="Unify_Sync", Label="Unify Sync", IsOwnedByProfile=False, **NEEDED, **made
    )
    for held in (of_profile, permission_set):
        org.insert("PermissionSetAssignment", AssigneeId=unify, PermissionSetId=held, IsActive=True, **made)
    everything = {f"Permissions{right}": True for right in ("Read", "Create", "Edit")}
    for sobject in ("Account", "Contact", "Lead", "EmailMessage"):
        org.insert(
            "ObjectPermissions",
            ParentId=permission_set,
            SobjectType=sobject,
            PermissionsViewAllRecords=sobject == "Contact",
            **everything,
            **made,
        )
    org.add_field("EmailMessage", "Open_Count__c", type="double", label="Open Count", created=long_ago)
    org.add_field("Task", "Sequence__c", label="Sequence", created=long_ago)
    for field in ("EmailMessage.Open_Count__c", "Task.Sequence__c", "Task.Description"):
        org.insert(
            "FieldPermissions",
            ParentId=permission_set,
            SobjectType=field.partition(".")[0],
            Field=field,
            PermissionsRead=True,
            PermissionsEdit=True,
            **made,
        )
    org.insert("UserLogin", UserId=unify, LastModifiedDate=long_ago, **made)
    for hours in range(1, 60, 2):
        org.insert(
            "LoginHistory",
            UserId=unify,
            LoginTime=now - timedelta(hours=hours),
            Status="Success",
            Application="Unify",
            LoginType="Remote Access 2.0",
        )
    org.insert("OauthToken", AppName="Unify", UserId=unify, UseCount=4211, LastUsedDate=now - timedelta(minutes=9))

    globex = org.insert("Account", Name="Acme", Website="https://acme.com", OwnerId=dana, **made)
    jane = org.insert(
        "Contact", FirstName="Jane", LastName="Doe", Email="jane@acme.com", AccountId=globex, OwnerId=dana, **made
    )
    bob = org.insert("Contact", FirstName="Bob", LastName="Stone", Email="bob@umbrella.com", OwnerId=dana, **made)
    lead = org.insert(
        "Lead", FirstName="Lee", LastName="Chan", Email="lee@hooli.com", Company="Hooli", OwnerId=dana, **made
    )
    for number in range(40):
        org.insert(
            "Lead",
            LastName=f"Prospect {number}",
            Company="Various",
            Email=f"prospect{number}@example.com",
            OwnerId=sam,
            **made,
        )

    mailbox = space.add_mailbox("dana@getinitech.com", "dana@initech.com", "Dana Reyes")
    jane_in_unify = space.add_person("jane@acme.com", "Jane", "Doe")
    bob_in_unify = space.add_person("bob@umbrella.com", "Bob", "Stone")
    space.add_person("lee@hooli.com", "Lee", "Chan")
    enrollment = space.enroll(jane_in_unify, mailbox, now - timedelta(days=13))
    world = World(now, org, space, unify, dana, jane, lead, permission_set, jane_in_unify, enrollment, mailbox)

    for days, subject in ((12, "Quick question"), (5, "Following up")):
        world.sent(subject, world.ago(days=days, hours=2))
    with_bob = space.enroll(bob_in_unify, mailbox, now - timedelta(days=10))
    # Traffic with other people: the connection's pulse, the last beat a few minutes ago.
    for number, minutes in enumerate((12, 55, 140, 260, 400, 900, 1500, 2900, 4400, 7000)):
        at, subject = world.ago(minutes), f"Hello {number}"
        space.send(with_bob, subject, at)
        org.email(bob, unify, at, subject, sender="dana@getinitech.com", written=at + timedelta(minutes=4))
    # Noise: people log their own mail, and Salesforce's own capture does too.
    org.email(bob, sam, world.ago(days=3), "Lunch?", sender="sam@initech.com")
    org.email(bob, sam, world.ago(days=2), "Contract", sender="sam@initech.com", Source="Einstein Activity Capture")
    org.insert(
        "ValidationRule",
        ValidationName="Contact_Phone_Format",
        Active=True,
        EntityDefinitionId="Contact",
        ErrorMessage="Enter the phone number with its country code",
        **made,
    )
    return world
