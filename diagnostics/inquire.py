"""Which question to a person comes next: the one expected to settle most, given what is known."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from diagnostics.asks import Human, Missing, Reason
from diagnostics.check import Fact
from diagnostics.gather import FactKey, Gathered
from diagnostics.judgement import Verdict
from diagnostics.prompts import NOT_SURE, PROMPTS, Prompt
from diagnostics.question import Org, Person, Symptom
from diagnostics.report import Finding

_AT_ONCE = 2
_WORTH_ASKING_TOO = 0.6  # a second question settles nearly as much as the first, or can wait for its answer
# A suspicion is one answer away from certainty; an unknown may turn out to be nothing at all.
_WORTH = {Verdict.SUSPECT: 3.0, Verdict.UNKNOWN: 1.0}


def inquire(findings: Sequence[Finding], got: Gathered, symptom_asked: bool) -> tuple[Prompt, ...]:
    """At most two prompts, best first, each able to change a verdict that still matters."""
    causes = [f for f in findings if f.verdict is Verdict.CAUSE]
    still_open = frozenset[str]().union(*(c.check.keeps_open for c in causes))
    worth: dict[str, float] = {}
    for finding in findings:
        if finding.verdict not in _WORTH or (causes and finding.check.id not in still_open):
            continue
        if not symptom_asked and finding.verdict is not Verdict.SUSPECT:
            continue  # the state of the integration is told without interrogating anybody
        for key in _unsaid(finding, got):
            worth[key] = worth.get(key, 0.0) + finding.check.prior * _WORTH[finding.verdict]
    best = sorted(worth, key=lambda key: -worth[key])[:_AT_ONCE]
    return tuple(PROMPTS[key] for key in best if worth[key] >= _WORTH_ASKING_TOO * worth[best[0]])


def which(symptoms: Collection[Symptom]) -> tuple[Prompt, ...]:
    """The question which of `symptoms` is meant, with a button for each; none where there is nothing to choose."""
    choices = tuple(c for c in PROMPTS["symptom"].choices if c.value in (*symptoms, NOT_SURE))
    return (replace(PROMPTS["symptom"], choices=choices),) if symptoms else ()


def _unsaid(finding: Finding, got: Gathered) -> dict[str, None]:
    """Keys of the questions that this finding's facts wanted to ask, and nobody has answered yet."""
    keys: dict[str, None] = {}
    for need in finding.check.needs:
        for ask in got.trails.get(_key(need.fact, finding), ()):
            answer = got.found.get(ask)
            if isinstance(ask, Human) and isinstance(answer, Missing) and answer.reason is Reason.UNSAID:
                keys[ask.key] = None
    return keys


def _key(fact: type[Fact], finding: Finding) -> FactKey:
    return fact, (finding.subject if fact.about is Person else Org())
