"""Which of the symptoms found is the main one, and which of the others are complaints of their own."""

from collections.abc import Mapping

from diagnostics.question import Symptom

_LATER = 0.35  # what is said first is more often the point
_MAIN = 3.9  # a second symptom must be said as plainly as a first one
_ABSENCES = frozenset({Symptom.NOTHING_SYNCS, Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.PERSON_MISSING})
_VAGUE = frozenset({Symptom.NOTHING_SYNCS, Symptom.EMAIL_MISSING})


def ranked(found: Mapping[Symptom, tuple[float, int]], *, expired: bool) -> tuple[tuple[Symptom, ...], float]:
    """The symptoms, the main one first, and how likely it is the main one (0-1).

    `expired`: the message says that the connection expired, which is a symptom of its own.
    """
    rank = {s: weight - _LATER * min(first, 4) for s, (weight, first) in found.items()}
    if not rank:
        return ((Symptom.LOGIN_BROKEN,), 0.8) if expired else ((), 0.5)
    order = sorted(rank, key=lambda s: -rank[s])
    main = order[0]
    login = found.get(Symptom.LOGIN_BROKEN)
    if main is Symptom.NOTHING_SYNCS and login and login[1] <= found[main][1]:
        main = Symptom.LOGIN_BROKEN  # "it asks to reconnect, and nothing syncs": the second follows from the first
        order.remove(main)
        order.insert(0, main)
    others = [s for s in order[1:] if _counts(s, main, found)]
    if expired and Symptom.LOGIN_BROKEN not in (main, *others):
        others.append(Symptom.LOGIN_BROKEN)
    margin = rank[main] - (rank[order[1]] if len(order) > 1 else 0)
    return (main, *others), min(0.97, 0.38 + 0.05 * found[main][0] + 0.1 * max(0.0, min(margin, 3)))


def _counts(symptom: Symptom, main: Symptom, found: Mapping[Symptom, tuple[float, int]]) -> bool:
    """Whether a weaker symptom is a second complaint rather than an echo of the main one's words."""
    weight, first = found[symptom]
    if symptom is Symptom.WRITE_ERROR:
        return True
    if (symptom, main) == (Symptom.NOTHING_SYNCS, Symptom.LOGIN_BROKEN):
        return weight >= _MAIN
    if symptom in _VAGUE and (main is not Symptom.LOGIN_BROKEN or Symptom.NOTHING_SYNCS in found):
        return False
    if symptom is Symptom.LATE and main in _ABSENCES:
        return False  # what is missing is not late: the delay is only wondered about
    return weight >= _MAIN and first != found[main][1]
