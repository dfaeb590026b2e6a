"""What the engine concludes: findings with evidence, and what to ask next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from diagnostics.asks import Ask, Found, Missing
from diagnostics.check import Check
from diagnostics.judgement import Judgement, Verdict, Who
from diagnostics.prompts import Prompt
from diagnostics.question import Question, Subject, Symptom


class Truth(StrEnum):
    """Whether the symptom itself could be seen."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    UNVERIFIED = "unverified"


Source = Literal["salesforce", "unify", "person", "message", "configuration"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that is known: by whom, what, when. `private` evidence is for admins only; `link` opens it."""

    source: Source
    what: str
    at: datetime | None
    link: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Established:
    """Whether the symptom is true, with what shows it."""

    symptom: Symptom | None
    state: Truth
    says: str
    because: tuple[object, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A check's judgement on one subject, with its evidence; `explained_by` names the cause that took it along."""

    check: Check
    subject: Subject
    judgement: Judgement
    evidence: tuple[Evidence, ...] = ()
    explained_by: str = ""

    @property
    def verdict(self) -> Verdict:
        """The judgement's verdict, or *explained* where a cause upstream took it along."""
        return Verdict.EXPLAINED if self.explained_by else self.judgement.verdict

    @property
    def who(self) -> Who:
        """Who can do something about it."""
        remedy = self.judgement.remedy
        return (remedy and remedy.who) or self.check.who


class Passing(StrEnum):
    """What became of an email at one stage of its way."""

    PASSED = "passed"
    STOPPED = "stopped"
    UNKNOWN = "unknown"
    NOT_REACHED = "not-reached"


@dataclass(frozen=True, slots=True)
class StageResult:
    """One stage of the flight: its public name, its title, what became of the email there, and why, in a few words."""

    name: str
    title: str
    state: Passing
    says: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def private(self) -> bool:
        """Whether the words rest on users, permissions, limits or logins: a channel sees the mark alone."""
        return any(e.private for e in self.evidence)

    @property
    def link(self) -> str:
        """Opens what shows it."""
        return next((e.link for e in self.evidence if e.link), "")


@dataclass(frozen=True, slots=True)
class Breakage:
    """Something of ours that broke while it worked: costs one *unknown*; the bot logs it under the reference."""

    where: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one diagnosis.

    `findings` are ranked, causes first; `also_found` are true faults that cannot produce the symptom asked about;
    `prompts` are what to ask a person next, best first; `flight` is the way of the one email (or person's emails) asked
    about, stage by stage; `found` is every answer of the world, for replay, and `site` the
    Salesforce org's address.
    """

    question: Question
    established: Established
    findings: tuple[Finding, ...]
    also_found: tuple[Finding, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    recheck_at: datetime | None = None
    found: Mapping[Ask, Found | Missing] = field(default_factory=dict)
    breakages: tuple[Breakage, ...] = ()
    site: str = ""
    flight: tuple[StageResult, ...] = ()

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with this verdict, in rank order."""
        return tuple(f for f in self.findings if f.verdict is verdict)

    @property
    def causes(self) -> tuple[Finding, ...]:
        """Proved causes, most likely first."""
        return self.of(Verdict.CAUSE)

    @property
    def suspects(self) -> tuple[Finding, ...]:
        """Suspicions, most likely first."""
        return self.of(Verdict.SUSPECT)

    @property
    def verdict(self) -> str:
        """The whole in one sentence, fit for a channel."""
        if self.established.state is Truth.REFUTED:
            return self.established.says
        if self.causes:
            return self.causes[0].judgement.says
        if self.suspects:
            return self.suspects[0].judgement.says
        if self.prompts:
            return "Not settled yet: an answer is needed."
        unknown = len(self.of(Verdict.UNKNOWN))
        if unknown:
            return f"No cause found; {unknown} thing{'s' if unknown > 1 else ''} could not be checked."
        return "No fault found in what could be checked."
