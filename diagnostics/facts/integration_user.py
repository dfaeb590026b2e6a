"""The Salesforce user that Unify signs in as."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from diagnostics.asks import Human, Json, Missing, Plan, Reason, Soql, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.sent_lately import SentLately
from diagnostics.question import Org, Question, Subject
from diagnostics.subjects import alike, bare
from diagnostics.times import moment
from diagnostics.window import SAME_MOMENT

_BY_USERNAME = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Username = {username}"
_BY_ID = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Id IN {ids}"
_WRITERS = (
    "SELECT CreatedById, CreatedDate, Subject, FromAddress, MessageDate FROM EmailMessage "
    "ORDER BY CreatedDate DESC LIMIT 200"
)
_LOGGERS = (
    "SELECT CreatedById, CreatedDate, Subject FROM Task WHERE TaskSubtype = 'Email' ORDER BY CreatedDate DESC LIMIT 200"
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
    mails, tasks = yield from each(Soql.of(_WRITERS), Soql.of(_LOGGERS))
    written = [row for answer in (mails, tasks) if not isinstance(answer, Missing) for row in answer["records"]]
    try:
        creators = _alike(written, (yield from SentLately.ask(question, Org())))
    except Missing:
        creators = Counter()
    writers = tuple(dict.fromkeys(row["CreatedById"] for row in written))
    if not writers:
        raise unknown
    try:
        users = {row["Id"]: row for row in (yield Soql.of(_BY_ID, ids=writers))["records"]}
    except Missing:
        raise unknown from None
    (top, count), *_ = creators.most_common(1) or [("", 0)]
    if count < _ENOUGH or count < _SHARE * creators.total():
        named = [id for id, row in users.items() if "unify" in f"{row['Username']} {row['Name']}".lower()]
        top = named[0] if len(named) == 1 and not creators else ""
    if top not in users:
        raise unknown
    return users[top]


def _alike(written: list[Json], sent: SentLately) -> Counter[str]:
    """How many of the records that are of emails Unify sent each user created; a Task may come up to a day later."""
    found: Counter[str] = Counter()
    times = [s.at for s in sent.rows]
    for row in written:
        at = moment(row.get("MessageDate") or row["CreatedDate"])
        late = SAME_MOMENT if row.get("MessageDate") else timedelta(days=1)
        subject = bare(row["Subject"])
        around = sent.rows[bisect_left(times, at - late) : bisect_right(times, at + SAME_MOMENT)]
        if subject and any(alike(subject, bare(s.subject)) for s in around):
            found[row["CreatedById"]] += 1
    return found
