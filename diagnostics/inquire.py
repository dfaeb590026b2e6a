"""Which question to a person comes next: the one expected to tell most, given what is known."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from math import log2

from diagnostics.asks import Ask, Found, Human, LookUp, Missing, Reason
from diagnostics.check import Check
from diagnostics.examine import examine, keys_of
from diagnostics.gather import FactKey, Gathered, gather
from diagnostics.judgement import Verdict
from diagnostics.prompts import NOT_SURE, PROMPTS, Prompt
from diagnostics.question import Question, Symptom
from diagnostics.report import Finding

_AT_ONCE = 2
_WORTH_ASKING_TOO = 0.6  # a second question tells nearly as much as the first, or can wait for its answer
_NONE_OF_THESE = 3.0  # the prior of everything that no check looks for, nothing being wrong included
# Each question already answered makes people less patient: so many bits the next one must be expected to tell.
_PATIENCE = (0.05, 0.1, 0.2, 0.5, 0.9)


def inquire(findings: Sequence[Finding], got: Gathered, question: Question) -> tuple[Prompt, ...]:
    """At most two prompts, best first, each able to change a verdict that still matters."""
    causes = [f for f in findings if f.verdict is Verdict.CAUSE]
    belief = _beliefs(findings)
    worth: dict[str, float] = {}
    for finding in findings:
        if _matters(finding, causes, question):
            for ask in _unsaid(finding, got):
                if _changes(finding, ask, got, question):
                    worth[ask.key] = worth.get(ask.key, 0.0) + PROMPTS[ask.key].odds * _bits(belief(finding))
    least = _PATIENCE[min(_answered(got), len(_PATIENCE) - 1)]
    best = [key for key in sorted(worth, key=lambda key: -worth[key]) if worth[key] >= least][:_AT_ONCE]
    return tuple(PROMPTS[key] for key in best if worth[key] >= _WORTH_ASKING_TOO * worth[best[0]])


def which(symptoms: Collection[Symptom]) -> tuple[Prompt, ...]:
    """The question which of `symptoms` is meant, with a button for each; none where there is nothing to choose."""
    choices = tuple(c for c in PROMPTS["symptom"].choices if c.value in (*symptoms, NOT_SURE))
    return (replace(PROMPTS["symptom"], choices=choices),) if symptoms else ()


def _matters(finding: Finding, causes: Sequence[Finding], question: Question) -> bool:
    if finding.verdict not in (Verdict.SUSPECT, Verdict.UNKNOWN):
        return False
    if not question.suspected and finding.verdict is Verdict.UNKNOWN:
        return False  # the state of the integration is told without interrogating anybody
    if not causes:
        return True
    if any(finding.check.id in c.check.keeps_open for c in causes):
        return True
    # What would explain a proved cause is worth a question: the root is what has to be mended.
    return finding.verdict is Verdict.SUSPECT and any(_upstream(finding.check, c.check, question) for c in causes)


def _upstream(check: Check, other: Check, question: Question) -> bool:
    return other.id in check.explains_away or bool(check.explains & other.symptoms & frozenset(question.suspected))


def _beliefs(findings: Sequence[Finding]) -> Callable[[Finding], float]:
    """How likely each cause is, as far as is known: a suspicion by its confidence; what could not be checked by its prior
    among all that is still open, so that it grows as the others are excluded."""
    suspected = max((f.judgement.confidence for f in findings if f.verdict is Verdict.SUSPECT), default=0.0)
    mass = _NONE_OF_THESE + sum(f.check.prior for f in findings if f.verdict is Verdict.UNKNOWN)

    def belief(finding: Finding) -> float:
        if finding.verdict is Verdict.SUSPECT:
            return finding.judgement.confidence
        return (1 - suspected) * finding.check.prior / mass

    return belief


def _bits(p: float) -> float:
    """What settling something of this probability tells: its entropy."""
    return -p * log2(p) - (1 - p) * log2(1 - p) if 0 < p < 1 else 0.0


def _unsaid(finding: Finding, got: Gathered) -> list[Human]:
    """The questions that this finding's facts wanted to ask, and nobody has answered yet."""
    asks: dict[Human, None] = {}
    for key in keys_of(finding.check.needs, finding.subject):
        for ask in got.trails.get(key, ()):
            answer = got.found.get(ask)
            if isinstance(ask, Human) and isinstance(answer, Missing) and answer.reason is Reason.UNSAID:
                asks[ask] = None
    return list(asks)


def _changes(finding: Finding, ask: Human, got: Gathered, question: Question) -> bool:
    """Whether some answer would prove the cause, or clear the suspicion.

    Where nobody can suppose the answer, it may: of a fact that waits for it, or of one that was inferred without it.
    """
    prompt = PROMPTS[ask.key]
    if prompt.free and not prompt.samples:
        waits = [got.facts[key] for key in _hanging(finding, ask, got)]
        return any(isinstance(f, Missing) and f.reason is Reason.UNSAID for f in waits) or any(
            getattr(fact, "inferred", False) for fact in finding.judgement.because if fact in waits
        )
    values = (*(c.value for c in prompt.choices if c.value != NOT_SURE), *prompt.samples)
    verdicts = {_supposing(finding, ask, value, got, question) for value in values}
    wanted = {Verdict.CAUSE, Verdict.CLEAR} if finding.verdict is Verdict.SUSPECT else {Verdict.CAUSE}
    return bool(verdicts & wanted)


def _supposing(finding: Finding, ask: Human, value: str, got: Gathered, question: Question) -> Verdict:
    """The verdict if this were answered: the facts that hang on it are gathered anew, from what is known already."""
    known = {**got.found, ask: Found(value, question.as_of)}
    anew = gather(_hanging(finding, ask, got), question, _only(known))
    supposed = Gathered(got.facts | anew.facts, got.trails, known, got.breakages)
    return examine(finding.check, finding.subject, supposed)[0].verdict


def _hanging(finding: Finding, ask: Human, got: Gathered) -> list[FactKey]:
    """The facts of the finding that wanted this answer."""
    return [key for key in keys_of(finding.check.needs, finding.subject) if ask in got.trails.get(key, ())]


def _only(known: Mapping[Ask, Found | Missing]) -> LookUp:
    def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        return {ask: known.get(ask, Missing(Reason.ABSENT, "not looked up")) for ask in asks}

    return look_up


def _answered(got: Gathered) -> int:
    """How many questions people of this case have answered, be it with "not sure"."""
    answers = [answer for ask, answer in got.found.items() if isinstance(ask, Human)]
    return sum(
        answer.reason is Reason.UNSURE if isinstance(answer, Missing) else answer.by not in ("message", "configuration")
        for answer in answers
    )
