"""The flight recorder: from what was judged already, how far an email got on its way from Unify into Salesforce."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diagnostics.judgement import Verdict
from diagnostics.question import Person, Question, Symptom
from diagnostics.report import Established, Finding, Passing, StageResult, Truth
from diagnostics.stage import Stage

# Complaints about an email, as far as one email or the emails of one person are meant.
OF_AN_EMAIL = frozenset(
    {
        Symptom.EMAIL_MISSING,
        Symptom.REPLY_MISSING,
        Symptom.OPENS_MISSING,
        Symptom.BODY_MISSING,
        Symptom.NOT_LINKED,
        Symptom.WRONG_OWNER,
        Symptom.LATE,
    }
)
ARRIVAL = "written"  # the stage that is passed by a record in Salesforce
_ENDS = (Passing.STOPPED, Passing.NOT_REACHED)


def stages_for(question: Question, stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """The stages of this question's flight; none where it is not about emails of a person that is known."""
    about_an_email = set(question.people) - {Person()} and OF_AN_EMAIL.intersection(question.suspected[:1])
    return tuple(s for s in stages if s.applies(question)) if about_an_email else ()


def record(
    seen: Sequence[tuple[Stage, StageResult]],
    findings: Sequence[Finding],
    established: Established,
    complaint: Symptom | None,
) -> tuple[StageResult, ...]:
    """The flight: `seen` is what the facts alone say of each stage, in order; `findings` are those about this person or the
    whole organisation. Nothing is judged here: causes stop, suspicions leave open, the truth of the complaint decides its own
    stage, and what is in Salesforce has passed whatever comes before."""
    stages = [stage for stage, _ in seen]
    concerns = _by_stage(stages, findings, complaint)
    caused = any(f.verdict is Verdict.CAUSE for mine in concerns for f in mine)
    own = [
        _own(stage, result, mine, established if complaint in stage.about else None, caused)
        for (stage, result), mine in zip(seen, concerns, strict=True)
    ]
    arrival = next((i for i, stage in enumerate(stages) if stage.name == ARRIVAL), len(stages))
    if established.state is Truth.REFUTED:
        own[arrival : arrival + 1] = [replace(r, state=Passing.PASSED) for r in own[arrival : arrival + 1]]
    doubted = [any(f.verdict is Verdict.SUSPECT for f in mine) for mine in concerns]
    return tuple(_in_order(own, stages, arrival, doubted))


def _by_stage(stages: Sequence[Stage], findings: Sequence[Finding], complaint: Symptom | None) -> list[list[Finding]]:
    """Each stage's findings; every finding belongs to one stage at most."""
    concerns: list[list[Finding]] = [[] for _ in stages]
    for finding in findings:
        naming = [i for i, stage in enumerate(stages) if stage.names(finding.check.id)]
        # The complaint's own stage comes first: a field that may not be edited stops opens, or else the whole write.
        naming.sort(key=lambda i: complaint not in stages[i].about)
        for i in naming[:1]:
            concerns[i].append(finding)
    return concerns


def _own(
    stage: Stage, result: StageResult, mine: Sequence[Finding], truth: Established | None, caused: bool
) -> StageResult:
    """What is known of this stage by itself; `truth` is the complaint's, where it says that the email failed here."""
    causes = [f for f in mine if f.verdict is Verdict.CAUSE]
    for finding in sorted(causes, key=lambda f: f.check.id in stage.held_by):
        held = finding.check.id in stage.held_by
        return _as_found(result, Passing.NOT_REACHED if held else Passing.STOPPED, finding)
    if truth and truth.state is Truth.REFUTED:
        return replace(result, state=Passing.PASSED, says=truth.says, evidence=truth.evidence)
    # That it is not there is the last thing to blame: a cause elsewhere says why.
    if truth and truth.state is Truth.CONFIRMED and not caused:
        return replace(result, state=Passing.STOPPED, says=truth.says, evidence=truth.evidence)
    for finding in (f for f in mine if f.verdict is Verdict.SUSPECT):
        return _as_found(result, Passing.UNKNOWN, finding)
    if stage.clear and mine and all(f.verdict is Verdict.CLEAR for f in mine):
        return replace(result, state=Passing.PASSED, says=stage.clear, evidence=())
    if truth and result.state is Passing.UNKNOWN and not result.says:
        return replace(result, says=truth.says)
    return result


def _as_found(result: StageResult, state: Passing, finding: Finding) -> StageResult:
    return replace(result, state=state, says=finding.judgement.says, evidence=finding.evidence)


def _in_order(
    own: Sequence[StageResult], stages: Sequence[Stage], arrival: int, doubted: Sequence[bool]
) -> Iterator[StageResult]:
    """The same one after the other: behind the first end nothing is reached, except what a record in Salesforce proves."""
    end = next((i for i, result in enumerate(own) if result.state in _ENDS), len(own))
    unsent = any(stage.unsent for stage in stages[end : end + 1])
    arrived = not unsent and any(result.state is Passing.PASSED for result in own[arrival : arrival + 1])
    for i, result in enumerate(own):
        if i > end and (not arrived or result.state in _ENDS):
            yield replace(result, state=Passing.NOT_REACHED, says="", evidence=())
        elif arrived and i < arrival and result.state is not Passing.PASSED and i != end and not doubted[i]:
            yield replace(result, state=Passing.PASSED, says="", evidence=())
        elif not arrived and arrival < i < end:
            yield replace(result, state=Passing.UNKNOWN, says="", evidence=())
        else:
            yield result
