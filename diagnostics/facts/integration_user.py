"""The Salesforce user that Unify signs in as."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Self

from diagnostics.asks import Human, Json, Missing, Plan, Reason, Soql
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject

_BY_USERNAME = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Username = {username}"
_BY_ID = "SELECT Id, Name, Username, Email, IsActive FROM User WHERE Id = {id}"
_WRITERS = "SELECT CreatedById, CreatedDate FROM EmailMessage ORDER BY CreatedDate DESC LIMIT 200"
# One writer of most of a company's email records is an integration; people log their own mail, each a little.
_ENOUGH, _SHARE = 5, 0.6


@dataclass(frozen=True, slots=True)
class IntegrationUser(Fact):
    """A User row; `inferred` where nobody named it and the data did."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    id: str
    username: str
    name: str
    active: bool
    inferred: bool

    @property
    def says(self) -> str:
        how = "inferred: it wrote most of the latest email records" if self.inferred else "as named"
        return f"Unify signs in to Salesforce as {self.username} ({how}); active: {'yes' if self.active else 'no'}"

    @property
    def link(self) -> str:
        return f"/{self.id}"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        try:
            username = (yield Human("integration-user")).value
        except Missing as unnamed:
            return cls.of((yield from _infer(unnamed)), inferred=True)
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


def _infer(unnamed: Missing) -> Plan[Json]:
    unknown = Missing(unnamed.reason, "which Salesforce user Unify signs in as is not known yet")
    try:
        writers = Counter(row["CreatedById"] for row in (yield Soql.of(_WRITERS))["records"])
    except Missing:
        raise unknown from None
    if not writers:
        raise unknown
    (top, count), *_ = writers.most_common(1)
    if count < _ENOUGH or count < _SHARE * writers.total():
        raise unknown
    rows = (yield Soql.of(_BY_ID, id=top))["records"]
    if not rows:
        raise unknown
    return rows[0]
