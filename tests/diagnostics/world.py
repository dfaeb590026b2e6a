"""A healthy company as a look-up: what is asked is answered by the words it begins with, and every round is recorded."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, TypeVar, cast

from diagnostics.asks import ApiUsage, Ask, Found, Human, Json, Missing, Reason, Rest, Soql, Tooling, Unify, UnifyJob
from diagnostics.check import Fact
from diagnostics.gather import gather
from diagnostics.question import Org, Question, Subject
from tests.diagnostics.checks.facts import CONTACT_ID, DANA, JANE, NOW, UNIFY, UNIFY_ID, ago

_FROM = re.compile(r"\bFROM .*")
QUERIES = 5  # of one composite call


def rows(*records: dict[str, Any]) -> Json:
    """A query's answer."""
    return {"totalSize": len(records), "records": list(records)}


def count(number: int) -> Json:
    """The answer to SELECT COUNT()."""
    return {"totalSize": number, "records": []}


def words(ask: Ask) -> str:
    """What an ask is recognised by: a query from its FROM on, a path, a person's key."""
    match ask:
        case Soql(text=text):
            found = _FROM.search(text)
            return found[0] if found else text
        case Rest(path=path) | Unify(path=path) | UnifyJob(path=path):
            return path
        case Human(key=key):
            return key
        case ApiUsage():
            return "usage"


SENT = ago(hours=5)
_PERMITS = ("ApiEnabled", "EditTask", "ActivitiesAccess", "ViewSetup", "ViewAllUsers")
PERMISSION_SET = {
    "Id": "0PS1",
    "Name": "Unify_Sync",
    "Label": "Unify Sync",
    "IsOwnedByProfile": False,
    "Profile": None,
} | {f"Permissions{name}": True for name in _PERMITS}
MAIL = {
    "Id": "02s000000000001AAA", "Subject": "Q3 pricing", "FromAddress": DANA, "ToAddress": JANE, "Incoming": False,
    "Status": "3", "MessageDate": SENT.isoformat(), "CreatedDate": ago(hours=4.8).isoformat(), "CreatedById": UNIFY_ID,
    "ActivityId": "00T000000000001AAA", "Source": None, "Open_Count__c": 1,
}  # fmt: skip
STEP = {
    "updated_at": SENT.isoformat(),
    "status": "FINISHED",
    "email_message": {"sent_at": SENT.isoformat(), "subject": "Q3 pricing", "from_email_address": DANA, "opens": 1},
    "enrollment": {"id": "enr_1", "mailbox": {"email_address": DANA, "user": {"email": "dana@initech.com"}}},
}
ENROLLMENT = {
    "id": "enr_1", "mailbox": {"email": DANA}, "person": {"email": JANE}, "is_replied": False, "reply_email_message": None,
    "updated_at": NOW.isoformat(),
}  # fmt: skip
PERSON = {"data": {"id": "per_1", "attributes": {"first_name": "Jane", "last_name": "Miller", "email": JANE}}}
_ALL = {"PermissionsRead": True, "PermissionsCreate": True, "PermissionsEdit": True}
HEALTHY: dict[str, Json] = {
    "integration-user": UNIFY,
    "usage": {"used": 12_000, "max": 100_000, "exceeded": False},
    "FROM User WHERE Username": rows(
        {"Id": UNIFY_ID, "Name": "Unify Sync", "Username": UNIFY, "Email": UNIFY, "IsActive": True}
    ),
    "FROM User WHERE Email": rows({"Id": "0052", "Name": "Dana Reyes", "IsActive": True}),
    "FROM UserLogin": rows({"IsFrozen": False, "IsPasswordLocked": False, "LastModifiedDate": ago(days=90).isoformat()}),
    "FROM LoginHistory": rows({"LoginTime": NOW.isoformat(), "Status": "Success", "Application": "Unify"}),
    "FROM UserPermissionAccess": rows({"PermissionsActivitiesAccess": True}),
    "FROM PermissionSetAssignment": rows({"IsActive": True, "ExpirationDate": None, "PermissionSet": PERMISSION_SET}),
    "FROM UserEntityAccess": rows(
        {"EntityDefinitionId": "EmailMessage", "IsReadable": True, "IsCreatable": True, "IsEditable": True}
    ),
    "FROM ObjectPermissions": rows(
        {"SobjectType": "Contact", "Parent": {"Name": "Unify_Sync"}, "PermissionsViewAllRecords": True, **_ALL},
        {"SobjectType": "EmailMessage", "Parent": {"Name": "Unify_Sync"}, "PermissionsViewAllRecords": False, **_ALL},
    ),
    "FROM FieldPermissions": rows(
        {"SobjectType": "EmailMessage", "Field": "EmailMessage.Open_Count__c", "PermissionsRead": True,
         "PermissionsEdit": True, "Parent": {"Name": "Unify_Sync"}}
    ),
    "FROM UserRecordAccess": rows({"RecordId": CONTACT_ID, "HasReadAccess": True, "HasEditAccess": True}),
    "FROM EmailMessage ORDER BY": rows(*(MAIL for _ in range(9))),
    "FROM EmailMessage WHERE CreatedById": rows(
        *({**MAIL, "CreatedDate": ago(minutes=40 + 60 * i).isoformat()} for i in range(3))
    ),
    "FROM EmailMessage WHERE ParentId": count(900),
    "FROM EmailMessage WHERE Id IN": rows(MAIL),
    "FROM EmailMessage LIMIT": rows({"Id": MAIL["Id"]}),
    "FROM EmailMessageRelation": rows({"EmailMessageId": MAIL["Id"], "RelationId": CONTACT_ID}),
    "FROM Task WHERE CreatedById": rows(),
    "FROM Task WHERE WhoId": rows(),
    "FROM Task WHERE TaskSubtype": rows(),
    "FROM Contact WHERE": rows(
        {"Id": CONTACT_ID, "Name": "Jane Miller", "Email": JANE, "IsDeleted": False, "OwnerId": "0052",
         "CreatedDate": ago(days=90).isoformat()}
    ),
    "FROM Contact WHERE LastModifiedDate": count(40),
    "FROM Contact LIMIT": rows({"Id": CONTACT_ID}),
    "FROM Lead WHERE": rows(),
    "FROM Lead WHERE LastModifiedDate": count(30),
    "FROM Lead WHERE IsConverted": count(900),
    "FROM Lead WHERE Email = null": count(12),
    "FROM Lead LIMIT": rows({"Id": "00Q000000000001AAA"}),
    "FROM Account": count(20),
    "FROM EmailAdministrationSettings": rows({"IsEnhancedEmailEnabledEnabled": True}),
    "FROM ValidationRule": rows(),
    "FROM CustomField": rows(
        {"Id": "00N1", "DeveloperName": "Open_Count", "TableEnumOrId": "EmailMessage",
         "CreatedDate": ago(days=90).isoformat()}
    ),
    "sobjects/": {"fields": [
        {"name": "Open_Count__c", "label": "Open Count", "type": "double", "custom": True, "permissionable": True, "calculated": False,
         "autoNumber": False, "nillable": True, "defaultedOnCreate": False}
    ]},
    "/data/v1/objects/person": PERSON,
    "/sequences/v1/enrollments": {"enrollments": [ENROLLMENT]},
    "/sequences/v1/enrollment-steps": {"data": [STEP]},
}  # fmt: skip


@dataclass
class World:
    """A look-up. `answers` replace those of the healthy company; the longest words that fit decide."""

    answers: dict[str, Json] = field(default_factory=dict)
    rounds: list[tuple[Ask, ...]] = field(default_factory=list)

    def __call__(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        self.rounds.append(tuple(asks))
        return {ask: self._answer(ask) for ask in asks}

    def _answer(self, ask: Ask) -> Found | Missing:
        known = HEALTHY | self.answers
        fitting = [start for start in known if words(ask).startswith(start)]
        if not fitting:
            if isinstance(ask, Human):
                return Missing(Reason.UNSAID, "nobody has been asked yet")
            raise AssertionError(f"the world does not know {ask}")
        answer = known[max(fitting, key=len)]
        if isinstance(answer, Missing | Found):
            return answer
        return Found(answer, NOW, "configuration" if isinstance(ask, Human) else "")

    @property
    def asked(self) -> tuple[tuple[Ask, ...], ...]:
        """The rounds that cost time: those that asked more than people."""
        rounds = (tuple(a for a in asks if not isinstance(a, Human)) for asks in self.rounds)
        return tuple(asks for asks in rounds if asks)

    @property
    def calls(self) -> tuple[int, ...]:
        """Salesforce API calls of each such round: one per composite of five queries, and one on the Tooling API."""
        return tuple(map(_calls, self.asked))


def _calls(asks: tuple[Ask, ...]) -> int:
    tooling = any(isinstance(a, Tooling) for a in asks)
    data = sum(isinstance(a, Soql) and not isinstance(a, Tooling) for a in asks)
    return max(ceil(data / QUERIES), any(isinstance(a, Rest) for a in asks)) + tooling


AnyFact = TypeVar("AnyFact", bound=Fact)


def learn(fact: type[AnyFact], world: World, question: Question, subject: Subject | None = None) -> AnyFact | Missing:
    """What the fact's plan finds out in this world, about the subject or the organisation."""
    about = subject or Org()
    got = gather([(fact, about)], question, world)
    assert got.breakages == []
    return cast(AnyFact | Missing, got.facts[fact, about])
