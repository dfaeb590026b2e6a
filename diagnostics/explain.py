"""What explains what: a proved cause takes along its consequences, so that one fault never shows as six."""

from collections.abc import Sequence
from dataclasses import replace

from diagnostics.check import ANY_CAUSE
from diagnostics.judgement import Verdict
from diagnostics.question import Org, Question
from diagnostics.report import Finding

_OPEN = (Verdict.CAUSE, Verdict.SUSPECT, Verdict.UNKNOWN)
_RANK = {
    v: i for i, v in enumerate((Verdict.CAUSE, Verdict.SUSPECT, Verdict.EXPLAINED, Verdict.UNKNOWN, Verdict.CLEAR))
}


def explain(
    findings: Sequence[Finding], question: Question, refuted: bool
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Split findings (in ladder order) into those that answer the question, ranked, and those also found."""
    relevant = [f for f in findings if _relevant(f, question)]
    also = [f for f in findings if f.verdict is Verdict.CAUSE and f not in relevant]
    if refuted:
        also += [f for f in relevant if f.verdict is Verdict.CAUSE]
        return tuple(f for f in relevant if f.verdict is Verdict.CLEAR), tuple(also)
    relevant, set_aside = _take_along(_withhold(relevant), question)
    order = {id(f): i for i, f in enumerate(relevant)}
    # Of what is equally sure, what more of the errors quoted are comes first.
    ranked = sorted(
        relevant, key=lambda f: (_RANK[f.verdict], -f.judgement.confidence, -f.judgement.count, order[id(f)])
    )
    return tuple(ranked), (*also, *set_aside)


def _relevant(finding: Finding, question: Question) -> bool:
    if finding.judgement.aside:
        return False
    if question.suspected:
        return bool(finding.check.symptoms.intersection(question.suspected))
    return finding.check.alone


def _withhold(findings: Sequence[Finding]) -> list[Finding]:
    """Suspicions that need "no other cause" give way to one."""
    causes = {f.check.id for f in findings if f.verdict is Verdict.CAUSE}
    pointed_at = causes | {f.check.id for f in findings if f.verdict is Verdict.SUSPECT}

    def held(f: Finding) -> Finding:
        if f.verdict is not Verdict.SUSPECT:
            return f
        stronger = causes if f.check.withheld_by == ANY_CAUSE else pointed_at & f.check.withheld_by
        stronger = stronger - {f.check.id}
        return replace(f, explained_by=min(stronger)) if stronger else f

    return [held(f) for f in findings]


def _take_along(findings: Sequence[Finding], question: Question) -> tuple[list[Finding], list[Finding]]:
    """Mark what causes explain, by their root; standing faults under such a cause are set aside as also found.

    What a cause explains by name comes first: an email from Gmail is not late, whatever a late email would explain.
    """
    result = _by_name(findings)
    aside: list[Finding] = []
    for i in range(len(result)):
        cause = result[i]
        if cause.verdict is not Verdict.CAUSE or cause in aside:
            continue
        for j, other in enumerate(result):
            if j == i or not _open(other, cause) or not _by_symptom(cause, other, question):
                continue
            if not other.check.standing:
                result[j] = replace(other, explained_by=cause.check.id)
            elif other.verdict is Verdict.CAUSE and other not in aside:
                aside.append(other)
    return _by_root([f for f in result if f not in aside]), aside


def _by_root(findings: Sequence[Finding]) -> list[Finding]:
    """Name the root also where a cause was itself taken along only later."""
    standing = {f.check.id for f in findings if not f.explained_by}
    up = {f.check.id: f.explained_by for f in findings if f.check.id not in standing}

    def root(id: str) -> str:
        for _ in up:  # no chain is longer than this
            id = up.get(id, id)
        return id

    return [replace(f, explained_by=root(f.explained_by)) if f.explained_by else f for f in findings]


def _by_name(findings: Sequence[Finding]) -> list[Finding]:
    result = list(findings)
    for i in range(len(result)):
        cause = result[i]
        if cause.judgement.verdict is not Verdict.CAUSE:
            continue
        for j, other in enumerate(result):
            if j != i and _open(other, cause) and other.check.id in cause.check.explains_away:
                result[j] = replace(other, explained_by=cause.explained_by or cause.check.id)
                cause = result[i] = _with_evidence_of(cause, other)
    return result


def _open(other: Finding, cause: Finding) -> bool:
    """Not settled otherwise, not the root of the cause itself, and about the same person."""
    same = cause.subject == other.subject or isinstance(cause.subject, Org) or isinstance(other.subject, Org)
    return same and other.verdict in _OPEN and other.check.id != (cause.explained_by or cause.check.id)


def _by_symptom(cause: Finding, other: Finding, question: Question) -> bool:
    # Without a symptom (the state of the integration) every symptom is meant.
    asked = frozenset(question.suspected) or other.check.symptoms
    return bool(cause.check.explains & other.check.symptoms & asked)


def _with_evidence_of(cause: Finding, consequence: Finding) -> Finding:
    if consequence.verdict is not Verdict.CAUSE:
        return cause
    more = tuple(e for e in consequence.evidence if e not in cause.evidence)
    return replace(cause, evidence=cause.evidence + more)
