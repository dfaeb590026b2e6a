"""The Salesforce user that Unify signs in as."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from diagnostics.asks import Human, Json, Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.facts.sent_lately import SentLately
from diagnostics.question import Org, Question, Subject
from diagnostics.subjects import bare
from diagnostics.times import parse
from diagnostics.window import SAME_MOMENT

_BY_USERNAME = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Username = {username}"
_BY_ID = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Id IN {ids}"
_WRITERS = (
    "SELECT CreatedById, CreatedDate, Subject, FromAddress, MessageDate FROM EmailMessage "
    "ORDER BY CreatedDate DESC LIMIT 200"
)
_ENOUGH, _SHARE = 3, 0.6  # of the records that match what Unify sent, so many are by one user


@dataclass(frozen=True, slots=True)
class IntegrationUser(Fact):
    """A User row; `inferred` where nobody named it and the data did: it created most of the email records that match what
    Unify sent, or, where Unify does not tell, it is the one writer of email records that is named after Unify."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    id: str
    username: str
    name: str
    active: bool
    inferred: bool

    @property
    def says(self) -> str:
        how = "inferred from who wrote the latest email records" if self.inferred else "as named"
        return f"Unify signs in to Salesforce as {self.username} ({how}); active: {'yes' if self.active else 'no'}"

    @property
    def link(self) -> str:
        return f"/{self.id}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        try:
            username = (yield Human("integration-user")).value
        except Missing as unnamed:
            return cls.of((yield from _infer(question, unnamed)), inferred=True)
        rows = (yield Soql.of(_BY_USERNAME, username=username))["records"]
        if not rows:
            raise Missing(
                Reason.ABSENT,
                "Salesforce shows the bot no user with the username that Unify is said to "
                "sign in as (View All Users may be missing)",
            )
        return cls.of(rows[0], inferred=False)

    @classmethod
    def of(cls, row: Json, *, inferred: bool) -> Self:
        """The fact from a User row."""
        return cls(row["Id"], row["Username"], row["Name"], bool(row["IsActive"]), inferred)


def _infer(question: Question, unnamed: Missing) -> Plan[Json]:
    unknown = Missing(unnamed.reason, "which Salesforce user Unify signs in as is not known yet")
    try:
        written = (yield Soql.of(_WRITERS))["records"]
        writers = tuple(dict.fromkeys(row["CreatedById"] for row in written))
        users = {row["Id"]: row for row in (yield Soql.of(_BY_ID, ids=writers))["records"]} if writers else {}
    except Missing:
        raise unknown from None
    try:
        top = _most_alike(written, (yield from SentLately.ask(question, Org())))
    except Missing:
        named = [id for id, row in users.items() if "unify" in f"{row['Username']} {row['Name']}".lower()]
        top = named[0] if len(named) == 1 else ""
    if top not in users:
        raise unknown
    return users[top]


def _most_alike(written: list[Json], sent: SentLately) -> str:
    """Who created most of the records that are of emails Unify sent; nobody where there are too few."""
    times: dict[str, list[datetime]] = {}
    for mail in sent.rows:
        times.setdefault(bare(mail.subject), []).append(mail.at)
    creators = Counter(
        row["CreatedById"]
        for row in written
        if (at := parse(row["MessageDate"]))
        and any(abs(at - t) <= SAME_MOMENT for t in times.get(bare(row["Subject"]), ()))
    )
    (top, count), *_ = creators.most_common(1) or [("", 0)]
    return top if count >= _ENOUGH and count >= _SHARE * creators.total() else ""
