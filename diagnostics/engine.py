"""The only engine: gather facts, judge them, let causes take along what they explain, and see what to ask next."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from diagnostics.asks import Ask, Found, Human, LookUp, Missing, Unify, UnifyJob
from diagnostics.check import Check
from diagnostics.confidence import confidence
from diagnostics.examine import BROKEN, examine, given, keys_of, silent
from diagnostics.explain import explain
from diagnostics.gather import Gathered, gather
from diagnostics.inquire import inquire, which
from diagnostics.judgement import Verdict
from diagnostics.prompts import Prompt
from diagnostics.question import Org, Person, Question, Subject, Symptom
from diagnostics.recorder import record, stages_for
from diagnostics.report import (
    Breakage,
    Established,
    Evidence,
    Finding,
    Passing,
    Report,
    Source,
    StageResult,
    Truth,
)
from diagnostics.stage import Stage, unseen
from diagnostics.symptom import SymptomCheck


def diagnose(
    question: Question,
    ladder: Sequence[Check],
    symptoms: Sequence[SymptomCheck],
    look_up: LookUp,
    *,
    stages: Sequence[Stage] = (),
    site: str = "",
) -> Report:
    """Why is it so? Never raises; whatever could not be checked is said in the report.

    `stages` are the flight recorder's, in order; `site` is the Salesforce org's address (https://…), which makes links of
    record ids in the evidence.
    """
    people = question.people or (Org(),)
    jobs = [(check, subject) for check in ladder for subject in _subjects(check, question)]
    to_establish = [s for s in symptoms if s.symptom in question.suspected[:1]]
    stages = stages_for(question, stages)
    keys = [key for check, subject in jobs for key in keys_of(check.needs, subject)]
    of_people = (*(s.needs for s in to_establish), *(s.needs for s in stages))
    keys += [key for needs in of_people for subject in people for key in keys_of(needs, subject)]
    got = gather(keys, question, look_up)

    findings = [_judge(check, subject, got, site) for check, subject in jobs]
    established = _establish(to_establish, people, got, site)
    main, also = explain(findings, question, established.state is Truth.REFUTED)
    untils = [f.judgement.until for f in main if f.verdict in (Verdict.CAUSE, Verdict.SUSPECT) and f.judgement.until]
    prompts = _prompts(main, got, question, established)
    flight = _fly(stages, question, main, established, got, site)
    return Report(
        question=question,
        established=established,
        findings=main,
        also_found=also,
        prompts=prompts,
        recheck_at=min(untils, default=None),
        found=got.found,
        breakages=tuple(got.breakages),
        site=site,
        flight=flight,
    )


def _prompts(
    findings: Sequence[Finding], got: Gathered, question: Question, established: Established
) -> tuple[Prompt, ...]:
    if established.state is Truth.REFUTED:
        return ()
    # Which of two complaints is meant matters only while nothing points anywhere.
    pointed = any(f.verdict in (Verdict.CAUSE, Verdict.SUSPECT) for f in findings)
    return (() if pointed else which(question.alternatives)) or inquire(findings, got, question)


def _subjects(check: Check, question: Question) -> tuple[Subject, ...]:
    if Person in check.about and question.people:
        # A person's own faults are looked for only where they can be the reason; the organisation's also stand aside.
        asked_about = check.symptoms.intersection(question.suspected)
        return question.people if asked_about or Org in check.about else ()
    return (Org(),) if Org in check.about else ()


def _judge(check: Check, subject: Subject, got: Gathered, site: str) -> Finding:
    judgement, facts = examine(check, subject, got)
    evidence = _evidence(judgement.because, got, site)
    if judgement.verdict is Verdict.CAUSE:
        judgement = replace(judgement, confidence=confidence(evidence, facts))
    return Finding(check, subject, judgement, evidence)


def _establish(checks: Sequence[SymptomCheck], people: Sequence[Subject], got: Gathered, site: str) -> Established:
    best = Established(None, Truth.UNVERIFIED, "")
    for check in checks:
        best = replace(best, symptom=check.symptom)
        for subject in people:
            facts = given(check.needs, subject, got)
            if silent(check.needs, facts):
                continue
            try:
                found: Established = check.judge(*facts)
            except Exception as error:  # noqa: BLE001 - as for checks
                got.breakages.append(Breakage(check.symptom, error))
                continue
            found = replace(found, symptom=check.symptom, evidence=_evidence(found.because, got, site))
            # With several people, one whose record is missing keeps the complaint true.
            if best.state is not Truth.CONFIRMED:
                best = found
    return best


def _fly(
    stages: Sequence[Stage],
    question: Question,
    findings: Sequence[Finding],
    established: Established,
    got: Gathered,
    site: str,
) -> tuple[StageResult, ...]:
    """The flight of the one person's email. Several addresses in a complaint about a reply are one person's: the one whose
    flight got furthest is theirs in Unify. Several people otherwise have no flight in common."""
    one = len(question.people) == 1 or question.suspected[:1] == (Symptom.REPLY_MISSING,)
    flights = [
        record(
            [(stage, _see(stage, person, got, site)) for stage in stages],
            [f for f in findings if f.subject in (person, Org())],
            established,
            next(iter(question.suspected), None),
        )
        for person in question.people
    ]
    passed = [sum(result.state is Passing.PASSED for result in flight) for flight in flights]
    return flights[passed.index(max(passed))] if stages and one else ()


def _see(stage: Stage, person: Person, got: Gathered, site: str) -> StageResult:
    """What the facts alone say of one stage."""
    facts = given(stage.needs, person, got)
    missing = silent(stage.needs, facts)
    try:
        seen = unseen(missing.says) if missing else stage.judge(*facts)
    except Exception as error:  # noqa: BLE001 - as for checks
        got.breakages.append(Breakage(stage.name, error))
        seen = unseen(BROKEN)
    return StageResult(stage.name, stage.title, seen.state, seen.says, _evidence(seen.because, got, site))


def _evidence(because: Sequence[object], got: Gathered, site: str) -> tuple[Evidence, ...]:
    """The trail of each deciding fact: who said it, when, and where to see it."""
    keys = {id(fact): key for key, fact in got.facts.items()}
    return tuple(
        _trace(fact, got.trails[keys[id(fact)]], got, site)
        for fact in because
        if id(fact) in keys and not isinstance(fact, Missing)
    )


def _trace(fact: Any, trail: Sequence[Ask], got: Gathered, site: str) -> Evidence:
    answered = [(ask, found) for ask in trail if isinstance(found := got.found[ask], Found)]
    ask, found = answered[-1] if answered else (None, Found(None, None, "message"))
    link = site + fact.link if site and fact.link.startswith("/") else ""
    return Evidence(_source(ask, found), fact.says, found.at, link, fact.private)


def _source(ask: Ask | None, found: Found) -> Source:
    match ask:
        case None:
            return "message"
        case Human():
            return "message" if found.by == "message" else "configuration" if found.by == "configuration" else "person"
        case Unify() | UnifyJob():
            return "unify"
        case _:
            return "salesforce"
