"""How sure a proved cause is, by the kind of evidence that decided it; held against what `make evaluate` measures."""

from collections.abc import Iterable, Sequence

from diagnostics.report import Evidence, Source

# A system's own record; an error message, quoted; what a person says of a screen that only they see.
_OF: dict[Source, float] = {"salesforce": 0.98, "unify": 0.98, "configuration": 0.98, "message": 0.97, "person": 0.96}
_INFERRED = 0.95  # something that it stands on was inferred from the data, not named


def confidence(evidence: Sequence[Evidence], facts: Iterable[object]) -> float:
    """Between 0 and 1. The first piece of evidence is the one that decides."""
    sure = _OF[evidence[0].source] if evidence else _INFERRED
    return min(sure, _INFERRED) if any(getattr(fact, "inferred", False) for fact in facts) else sure
