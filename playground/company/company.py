"""One company under way: handles to what stories are about, and what can happen there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from playground.company.people import Prospect, Rep
from playground.company.wording import ago_in_words
from playground.salesforce import Org
from playground.unify import Workspace
from playground.unify.workspace import Row


@dataclass(slots=True)
class Company:
    """Salesforce and Unify of one company. `rep` writes to `contact` and to `lead`; `unify` is the user Unify signs in as.

    `system_set` grants system permissions, `object_set` those on objects and fields; `profile_set` is the profile's own.
    `truths` is what is so, by question key: what an honest person who knows would answer. `words` fill complaints.
    """

    now: datetime
    zone: ZoneInfo
    chance: Random
    org: Org
    space: Workspace
    unify: str
    unify_username: str
    admin: str
    admin_email: str
    rep: Rep
    colleagues: list[Rep]
    contact: Prospect
    lead: Prospect
    others: list[Prospect]
    system_set: str
    object_set: str
    profile_set: str
    truths: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def ago(self, minutes: float = 0, *, hours: float = 0, days: float = 0) -> datetime:
        """A moment before now."""
        return self.now - timedelta(minutes=minutes, hours=hours, days=days)

    def send(
        self,
        to: Prospect,
        subject: str,
        at: datetime,
        *,
        arrives: bool = True,
        opens: int = 0,
        record: str = "",
        **fields: Any,
    ) -> Row:
        """A sequence's email as Unify sends it; on the person's record (or on `record`) some minutes later, if it arrives."""
        step = self.space.send(to.enrolled, subject, at, opens=opens)
        if arrives:
            self.write(to, subject, at, record=record, Open_Count__c=opens, **fields)
        return step

    def write(self, to: Prospect, subject: str, at: datetime, *, record: str = "", **fields: Any) -> str:
        """The EmailMessage that Unify's user writes of a sent email."""
        known = self.org.schema["emailmessage"].fields
        written = min(self.now, at + timedelta(minutes=self.chance.randint(3, 9)))
        body = {"TextBody": f"Hi {to.first}, {subject.lower()} …"} | fields
        return self.org.email(
            record or to.id,
            self.unify,
            at,
            subject,
            sender=self.sender_of(to),
            written=written,
            **{k: v for k, v in body.items() if k.lower() in known},
        )

    def sender_of(self, to: Prospect) -> str:
        """The address that a person's sequence sends from."""
        return str(to.enrolled["mailbox"]["email"])

    def lose(self, at: datetime, to: Prospect | None = None, subject: str = "", *, sent: bool = True) -> Row | None:
        """The email that is missing: sent by Unify (or, not `sent`, never by it), and not in Salesforce."""
        to = to or self.contact
        subject = subject or self.fresh_subject()
        step = self.send(to, subject, at, arrives=False) if sent else None
        self.tell(at, subject)
        return step

    def tell(self, at: datetime, subject: str = "", *, to_the_minute: bool = False) -> None:
        """Complaints are about the email of that time; whoever is asked says when it was."""
        when = ago_in_words(at, self.now, self.zone, self.chance, to_the_minute=to_the_minute)
        self.words |= {"when": when, "subject": subject}
        self.truths["sent-at"] = at.astimezone(self.zone).isoformat()

    def fresh_subject(self) -> str:
        """A subject that no email has yet."""
        return f"Proposal {self.chance.randint(1000, 9999)}"

    def silence(self, since: datetime) -> None:
        """Nothing that Unify's user wrote after `since` is there; what he wrote last was just before."""
        self.send(self.others[0], f"Last one ({since:%H:%M})", since - timedelta(minutes=12))
        self.unwrite(since)

    def unwrite(self, since: datetime) -> None:
        """Take away what Unify's user wrote after `since`."""
        self._forget(r["Id"] for r in self.org.tables["emailmessage"] if self._mine(r, since))
        self.org.tables["task"] = [r for r in self.org.tables["task"] if not self._mine(r, since)]

    def empty(self, id: str) -> None:
        """Take away what Unify's user wrote on a record."""
        tables = self.org.tables
        here = {r["EmailMessageId"] for r in tables["emailmessagerelation"] if r["RelationId"] == id}
        self._forget(r["Id"] for r in tables["emailmessage"] if r["Id"] in here and r["CreatedById"] == self.unify)
        tables["task"] = [r for r in tables["task"] if not (r["WhoId"] == id and r["CreatedById"] == self.unify)]

    def move(self, from_id: str, to_id: str) -> None:
        """What Unify's user wrote on one record is on another."""
        kind = {"003": "Contact", "00Q": "Lead"}[to_id[:3]]
        for relation in self.org.tables["emailmessagerelation"]:
            if relation["RelationId"] == from_id and relation["CreatedById"] == self.unify:
                relation |= {"RelationId": to_id, "RelationObjectType": kind}
        for task in self.org.tables["task"]:
            if task["WhoId"] == from_id and task["CreatedById"] == self.unify:
                task["WhoId"] = to_id

    def twin(self, of: Prospect, kind: str = "Contact", **fields: Any) -> str:
        """A second Salesforce record of the same person, with the same address."""
        names: dict[str, Any] = {"FirstName": of.first, "LastName": of.last, "Email": of.email, "OwnerId": self.admin}
        names |= {"CreatedDate": self.ago(days=40), "CreatedById": self.admin} | fields
        return self.org.insert(kind, **({"Company": of.firm} if kind == "Lead" else {}), **names)

    def unknown_to_unify(self, person: Prospect) -> None:
        """Unify has never heard of somebody, nor written anything of him."""
        space, gone = self.space, person.in_unify
        space.people = [p for p in space.people if p is not gone]
        space.steps = [s for s in space.steps if s["enrollment"]["person"] is not gone]
        space.enrollments = [e for e in space.enrollments if e["person"] is not gone]
        self.empty(person.id)

    def as_tasks(self, since: datetime, *, template: bool = False) -> None:
        """What Unify's user wrote after `since` are bare Tasks, with no EmailMessage behind them."""
        self._forget(r["Id"] for r in self.org.tables["emailmessage"] if self._mine(r, since))
        for task in self.org.tables["task"]:
            if template and self._mine(task, since):
                task["Description"] = "Hi {{person.firstName}}, I saw that {{company.name}} is growing."

    def _mine(self, row: Row, since: datetime) -> bool:
        return bool(row["CreatedById"] == self.unify and row["CreatedDate"] > since)

    def _forget(self, messages: Iterable[str]) -> None:
        gone, tables = set(messages), self.org.tables
        tables["emailmessage"] = [r for r in tables["emailmessage"] if r["Id"] not in gone]
        tables["emailmessagerelation"] = [r for r in tables["emailmessagerelation"] if r["EmailMessageId"] not in gone]

    def revoke(self, *permissions: str) -> None:
        """A system permission that no set grants any more."""
        for row in self.org.rows("PermissionSet"):
            if row["Id"] in (self.system_set, self.object_set, self.profile_set):
                self.org.update("PermissionSet", row["Id"], **dict.fromkeys(permissions, False))

    def add_field(self, sobject: str, name: str, *, created: datetime, **traits: Any) -> None:
        """A custom field that Unify's user may edit; complaints are about it."""
        self.org.add_field(sobject, name, created=created, **traits)
        self.org.insert(
            "FieldPermissions",
            ParentId=self.object_set,
            SobjectType=sobject,
            Field=f"{sobject}.{name}",
            PermissionsRead=True,
            PermissionsEdit=True,
            CreatedDate=created,
        )
        self.words["field"] = self.truths["field"] = name

    def restrict(self, sobject: str, **flags: bool) -> None:
        """Change what the sets say of an object."""
        for row in self.org.rows("ObjectPermissions", SobjectType=sobject):
            self.org.update("ObjectPermissions", row["Id"], **flags)

    def logins_fail(self, since: datetime, status: str) -> None:
        """Unify signed in until `since`; every try after it failed."""
        org = self.org
        org.tables["loginhistory"] = [r for r in org.tables["loginhistory"] if r["LoginTime"] <= since]
        at = since
        while (at := at + timedelta(minutes=self.chance.randint(20, 70))) < self.now:
            self.log_in(at, status)
        self.log_in(self.ago(self.chance.randint(1, 15)), status)

    def log_in(self, at: datetime, status: str = "Success", application: str = "Unify") -> None:
        """A row of the login history of Unify's user."""
        self.org.insert(
            "LoginHistory",
            UserId=self.unify,
            LoginTime=at,
            Status=status,
            Application=application,
            LoginType="Remote Access 2.0",
        )

    def link(self, id: str) -> str:
        """The address of a record in the browser."""
        kind = {"003": "Contact", "00Q": "Lead", "001": "Account", "02s": "EmailMessage"}[id[:3]]
        host = self.org.my_domain.replace(".my.salesforce.com", ".lightning.force.com")
        return f"https://{host}/lightning/r/{kind}/{id}/view"
