"""What the connection needs and Salesforce knows an end of: each fact lists ends, none of them a fault yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Self

from diagnostics.asks import Json, Missing, Plan, Soql, Tooling, each
from diagnostics.check import Fact, Kind
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.permissions import SYSTEM, Grant, SystemPermissions
from diagnostics.question import Org, Question, Subject
from diagnostics.times import parse

_ORGANIZATION = Soql("SELECT Id, Name, TrialExpirationDate FROM Organization LIMIT 1")
_CERTIFICATES = Tooling("SELECT DeveloperName, MasterLabel, ExpirationDate FROM Certificate")
# The token itself (AccessToken, DeleteToken) is a secret and is never selected.
_TOKENS = "SELECT AppName, UserId, UseCount, LastUsedDate FROM OauthToken WHERE UserId = {user} LIMIT 100"
_POLICIES = Soql(
    "SELECT Id, RefreshTokenPolicyType, RefreshTokenValidityPeriod, RefreshTokenValidityUnit FROM ExtlClntAppOauthPlcyCnfg"
)
# Since 11 May 2026 Salesforce ends the grant of a partner app that has been idle for 30 days, whatever its policy says.
_IDLE_LIMIT = timedelta(days=30)
_UNITS = {"0": 1.0, "days": 1.0, "1": 1 / 24, "hours": 1 / 24, "2": 30.0, "months": 30.0}


@dataclass(frozen=True, slots=True)
class End:
    """One dated end: a stable key, what ends, who or what has it, when, how that is known, and what stops then."""

    key: str
    what: str
    ends: datetime
    how: str
    stops: str
    steps: tuple[str, ...]
    lifetime: timedelta | None = None  # of things that are renewed by use: warned of only when they stop being used


@dataclass(frozen=True, slots=True)
class Ends(Fact):
    """Dated ends of one kind."""

    about: ClassVar[Kind] = Org
    private: ClassVar[bool] = True
    ends: tuple[End, ...]

    @property
    def says(self) -> str:
        return "; ".join(f"{end.what} ends on {end.ends:%Y-%m-%d}" for end in self.ends) or "nothing here has an end"


class GrantEnds(Ends):
    """Permission-set assignments of the integration user that expire, and grant what nothing else grants."""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        permissions = yield from SystemPermissions.ask(question, subject)
        return cls(tuple(_grant_end(permissions, g) for g in permissions.grants if g.ends))


def _grant_end(permissions: SystemPermissions, grant: Grant) -> End:
    others = [g for g in permissions.grants if g is not grant]
    lost = [SYSTEM[c] for c in sorted(grant.permits) if not any(c in g.permits for g in others)]
    stops = (
        f"From then on {', '.join(lost)} is missing"
        if lost
        else "From then on whatever only this set grants is missing"
    )
    assert grant.ends is not None  # chosen for having one
    return End(
        f"permission-set:{grant.name}",
        f"the permission set “{grant.name}” of {permissions.username}",
        grant.ends,
        "Salesforce's permission set assignment has this end date",
        f"{stops}: emails, replies and opens may no longer be written for anyone.",
        (
            (
                f"Salesforce: Setup → Users → {permissions.username} → Permission Set Assignments → {grant.name}: "
                "remove the expiration."
            ),
        ),
    )


class TrialEnd(Ends):
    """The end of a trial organisation."""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        rows = (yield _ORGANIZATION)["records"]
        ends = [at for r in rows if (at := parse(r["TrialExpirationDate"]))]
        return cls(
            tuple(
                End(
                    "trial",
                    "the Salesforce trial",
                    at,
                    "Salesforce's Organization record has this end date",
                    "From then on nobody, Unify included, can use this Salesforce organisation.",
                    ("Talk to your Salesforce account executive before that day.",),
                )
                for at in ends
            )
        )


class CertificateEnds(Ends):
    """The organisation's own certificates (single sign-on, mutual TLS)."""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        rows = (yield _CERTIFICATES)["records"]
        return cls(tuple(end for r in rows if (end := _certificate_end(r))))


def _certificate_end(row: Json) -> End | None:
    at = parse(row["ExpirationDate"])
    if at is None:
        return None
    label = row["MasterLabel"] or row["DeveloperName"]
    return End(
        f"certificate:{row['DeveloperName']}",
        f"the Salesforce certificate “{label}”",
        at,
        "Salesforce's certificate list has this date",
        "Sign-ins that rest on this certificate stop then; if Unify's user signs in through it, so does the connection.",
        (f"Salesforce: Setup → Certificate and Key Management → {label}: create its successor and put it in place.",),
    )


class TokenEnd(Ends):
    """The grant by which Unify signs in: idle too long, it ends. Moves on with each use."""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        user = yield from IntegrationUser.ask(question, subject)
        tokens, policies = yield from each(Soql.of(_TOKENS, user=user.id), _POLICIES)
        if isinstance(tokens, Missing):
            raise tokens
        used = [at for r in tokens["records"] if _of_unify(r["AppName"]) and (at := parse(r["LastUsedDate"]))]
        if not used:
            return cls(())
        idle, why = _idle_limit(policies)
        return cls(
            (
                End(
                    "refresh-token",
                    f"Unify's sign-in to Salesforce as {user.username}",
                    max(used) + idle,
                    f"it was last used on {max(used):%Y-%m-%d}, and {why}",
                    "From then on no emails, replies or opens are written for anyone.",
                    (
                        "Unify: Settings → Integrations → Salesforce: if the sync is paused, resume it.",
                        "If it asks to reconnect: Change User, and sign in as the integration user.",
                    ),
                    lifetime=idle,
                ),
            )
        )


def _of_unify(app: str | None) -> bool:
    return "unify" in (app or "").lower()


def _idle_limit(policies: Json) -> tuple[timedelta, str]:
    """The shorter of Salesforce's own limit and an inactivity policy, where exactly one app's can be read."""
    own = "Salesforce ends sign-ins of partner apps that are idle for 30 days"
    rows = [] if isinstance(policies, Missing) else policies["records"]
    rows = [r for r in rows if r["RefreshTokenPolicyType"] == "SpecificInactivity" and r["RefreshTokenValidityPeriod"]]
    if len(rows) != 1:  # with several apps nothing says which one is Unify's
        return _IDLE_LIMIT, own
    days = rows[0]["RefreshTokenValidityPeriod"] * _UNITS.get(str(rows[0]["RefreshTokenValidityUnit"]).lower(), 1.0)
    policy = timedelta(days=days)
    return (policy, f"its policy ends it after {days:g} idle days") if policy < _IDLE_LIMIT else (_IDLE_LIMIT, own)


ENDS: tuple[type[Ends], ...] = (GrantEnds, TrialEnd, CertificateEnds, TokenEnd)
