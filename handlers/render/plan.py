"""Errors that were quoted together: counted by cause, the largest first, with one plan."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diagnostics.judgement import Counted, Verdict
from diagnostics.report import Finding

_LINES = 8  # kinds of errors that are told one by one


@dataclass(frozen=True, slots=True)
class Plan:
    """`counted` is a line for each kind of error; each step mends one cause, and what comes after all of them is last."""

    headline: str
    counted: tuple[str, ...]
    steps: tuple[str, ...]
    note: str


def quoted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The causes that errors were quoted of, the largest first."""
    found = (f for f in findings if f.verdict is Verdict.CAUSE and f.judgement.counted)
    return tuple(sorted(found, key=lambda f: -f.judgement.count))


def plan(causes: Sequence[Finding], unread: Sequence[Finding], *, sees_all: bool) -> Plan:
    """One plan for two or more causes, as `quoted` ranks them; `unread` are suspicions about errors that nobody knows."""
    ways = {f.check.id: steps(f, sees_all) for f in causes}
    told = Counter(step for own in ways.values() for step in own)
    last = [step for step in told if told[step] > 1]  # what comes after several of them is said once, for all
    largest = causes[0].judgement
    most = f"The most frequent ({largest.count}): " if largest.count > 1 else ""
    notes = dict.fromkeys(f.judgement.remedy.note for f in causes if f.judgement.remedy)
    return Plan(
        f"{sum(f.judgement.count for f in causes)} errors with {len(causes)} causes. {most}{largest.says}",
        lines([c for f in (*causes, *unread) for c in f.judgement.counted]),
        (*(_way(f, [step for step in ways[f.check.id] if step not in last]) for f in causes), *last),
        " ".join(filter(None, notes)),
    )


def steps(finding: Finding, sees_all: bool) -> tuple[str, ...]:
    """The steps of its remedy that these eyes may see."""
    remedy = finding.judgement.remedy
    return tuple(s.text for s in remedy.steps if sees_all or not s.private) if remedy else ()


def lines(counted: Sequence[Counted]) -> tuple[str, ...]:
    """How often, what, and some of whom or what it is about."""
    ranked = sorted(counted, key=lambda c: -c.count)
    told = [f"{c.count} × {c.what}{_examples(c)}" for c in ranked[:_LINES]]
    rest = ranked[_LINES:]
    return (*told, f"{sum(c.count for c in rest)} × {len(rest)} more kinds of error") if rest else tuple(told)


def _examples(counted: Counted) -> str:
    if not counted.examples:
        return ""
    return f" ({'for example ' if counted.count > len(counted.examples) else ''}{', '.join(counted.examples)})"


def _way(finding: Finding, own: Sequence[str]) -> str:
    title = finding.judgement.remedy.title if finding.judgement.remedy else finding.check.title
    return f"{title} ({finding.judgement.count}; {finding.who.value}): {' '.join(own)}"
