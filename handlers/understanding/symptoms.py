"""Which symptoms a message points to, and how strongly."""

from collections.abc import Mapping

from diagnostics.question import Symptom
from handlers.understanding.rules import RULES

_LAST_RESORT = 2.0  # something synced is named and something is wrong with it, in words no rule knows
_CARRIED = 0.85  # "it is blank", the field being named before, counts nearly as much as "the field is blank"
_LATER = 0.35
_ECHO = 0.25  # a symptom repeated adds this much of its weight
_STRONGEST_FIRST = tuple(sorted(RULES, key=lambda rule: -rule.weight))
_SYSTEMS = frozenset({"salesforce", "unify"})
_USUAL = (
    ("opens", Symptom.OPENS_MISSING),
    ("reply", Symptom.REPLY_MISSING),
    ("task", Symptom.BODY_MISSING),
    ("mapping", Symptom.FIELD_EMPTY),
    ("email", Symptom.EMAIL_MISSING),
    ("activity", Symptom.EMAIL_MISSING),
)
_NOUNS = frozenset({"email", "activity", "reply", "opens", "field", "person", "task"})


def scores(sentences: tuple[frozenset[str], ...]) -> Mapping[Symptom, tuple[float, int]]:
    """Of each symptom that the sentences' ideas point to: its weight, and the first sentence that does.

    A sentence that names nothing ("it is still not there") speaks of what the last one that did named.
    """
    found: dict[Symptom, list[tuple[float, int]]] = {}
    subject: frozenset[str] = frozenset()
    for n, said in enumerate(sentences):
        if "blank" in said and "field" in subject and not said & {"opens", "reply", "body", "task"}:
            said |= {"field"}  # the field is named first, its emptiness next
        weights = _best(said)
        if said & _NOUNS:
            subject = said & (_NOUNS | _SYSTEMS)
        elif subject:
            carried = {s: w * _CARRIED for s, w in _best(said | subject).items()}
            weights = {**carried, **weights}
        for symptom, weight in weights.items():
            found.setdefault(symptom, []).append((weight, n))
    return {symptom: _total(hits) for symptom, hits in found.items()} or _last_resort(frozenset().union(*sentences))


def best(found: Mapping[Symptom, tuple[float, int]]) -> tuple[Symptom, ...]:
    """The symptom that the rules alone would call the main one; what is said first is more often the point."""
    return (max(found, key=lambda s: found[s][0] - _LATER * min(found[s][1], 4)),) if found else ()


def _last_resort(said: frozenset[str]) -> Mapping[Symptom, tuple[float, int]]:
    """What most people mean who name something synced, and enough else to show that it is about syncing."""
    system, trouble = bool(said & _SYSTEMS), "trouble" in said
    about_it = (trouble and (system or said & {"one", "team"})) or (system and "one" in said)
    if not about_it or "how-to" in said:
        return {}
    return next(({symptom: (_LAST_RESORT, 0)} for noun, symptom in _USUAL if noun in said), {})


def _best(said: frozenset[str]) -> dict[Symptom, float]:
    best: dict[Symptom, float] = {}
    for rule in _STRONGEST_FIRST:
        if rule.symptom not in best and rule.holds(said):
            best[rule.symptom] = rule.weight
    return best


def _total(hits: list[tuple[float, int]]) -> tuple[float, int]:
    strongest = max(weight for weight, _ in hits)
    echoes = sum(weight for weight, _ in hits) - strongest
    first = min(n for weight, n in hits if weight >= strongest - 1)
    return strongest + min(2.0, _ECHO * echoes), first
