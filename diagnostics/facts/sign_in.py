"""Whether the integration user may sign in, and how its last sign-ins went."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Plan, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.question import Org, Question, Subject
from diagnostics.times import UTC_CLOCK, Clock, parse

_LOCKS = "SELECT IsFrozen, IsPasswordLocked, LastModifiedDate FROM UserLogin WHERE UserId = {user}"
# Status and Application can be selected but not filtered by: told apart in code. Many, since a client that is refused
# tries again every few minutes, and the last success is behind all of those.
_LOGINS = (
    "SELECT LoginTime, Status, Application FROM LoginHistory "
    "WHERE UserId = {user} AND LoginTime = LAST_N_DAYS:30 ORDER BY LoginTime DESC LIMIT 2000"
)
_SUCCESS = "Success"


@dataclass(frozen=True, slots=True)
class SignInLock(Fact):
    """Frozen by an admin, or locked after wrong passwords (needs Manage Users)."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    frozen: bool
    locked: bool
    since: datetime | None

    @property
    def says(self) -> str:
        yes_no = {True: "yes", False: "no"}
        return f"the integration user is frozen: {yes_no[self.frozen]}, locked: {yes_no[self.locked]}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        rows = (yield Soql.of(_LOCKS, user=user.id))["records"]
        return cls(
            any(r["IsFrozen"] for r in rows),
            any(r["IsPasswordLocked"] for r in rows),
            max((at for r in rows if (at := parse(r["LastModifiedDate"]))), default=None),
        )


@dataclass(frozen=True, slots=True)
class SignIns(Fact):
    """The sign-ins of Unify's application: how many failed since the last success, and when the last one failed."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    application: str
    failures: int
    status: str
    last_failure: datetime | None
    clock: Clock = UTC_CLOCK

    @property
    def says(self) -> str:
        if not self.failures or not self.last_failure:
            return "no sign-in of Unify's application failed since its last success"
        return (
            f"{self.failures} sign-ins of {self.application} failed since its last success, the last at "
            f"{self.clock.at(self.last_failure)} ({self.status})"
        )

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        rows = (yield Soql.of(_LOGINS, user=user.id))["records"]
        application = _of_unify(rows)
        own = [r for r in rows if r["Application"] == application]
        since: list[dict[str, str]] = []
        for row in own:
            if row["Status"] == _SUCCESS:
                break
            since.append(row)
        else:
            since = []  # without a success in sight nothing says that it ever worked
        return cls(
            application or "",
            len(since),
            since[0]["Status"] if since else "",
            parse(since[0]["LoginTime"]) if since else None,
            question.clock,
        )


def _of_unify(rows: list[dict[str, str]]) -> str | None:
    """The application named after Unify, else the one that signed in last: others may share the user."""
    named = (r["Application"] for r in rows if "unify" in (r["Application"] or "").lower())
    succeeded = (r["Application"] for r in rows if r["Status"] == _SUCCESS)
    return next(named, None) or next(succeeded, None)
