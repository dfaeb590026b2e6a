"""Ways to join look-ups: at the same time, and remembering what holds for the whole organisation."""

import threading
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from diagnostics.asks import ApiUsage, Ask, Found, Human, LookUp, Missing, Reason, Rest, Soql, Tooling, Unify, UnifyJob

SALESFORCE: tuple[type[Ask], ...] = (Soql, Tooling, Rest, ApiUsage)
UNIFY: tuple[type[Ask], ...] = (Unify, UnifyJob)
PEOPLE: tuple[type[Ask], ...] = (Human,)


def concurrently(*routes: tuple[tuple[type[Ask], ...], LookUp]) -> LookUp:
    """Each look-up gets the asks of its kinds, all at the same time; one that breaks costs only its own asks."""

    def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        shares = [([a for a in asks if isinstance(a, kinds)], source) for kinds, source in routes]
        shares = [(share, source) for share, source in shares if share]
        with ThreadPoolExecutor(max(1, len(shares))) as pool:
            parts = pool.map(lambda s: _safely(s[1], s[0]), shares)
            return {ask: found for part in parts for ask, found in part.items()}

    return look_up


def _safely(source: LookUp, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
    try:
        return source(asks)
    except Exception as error:  # noqa: BLE001 - whatever a client throws costs its own asks only
        return dict.fromkeys(asks, Missing(Reason.DOWN, f"no sensible answer came ({type(error).__name__})"))


class Remembered:
    """A look-up that keeps answers for a while, with their age. Silence is never kept: the next one asks again."""

    def __init__(self, source: LookUp, clock: Callable[[], datetime], keep: timedelta = timedelta(minutes=10)) -> None:
        self._source, self._clock, self._keep = source, clock, keep
        self._known: dict[Ask, Found] = {}
        self._lock = threading.Lock()

    def known(self, asks: Collection[Ask]) -> dict[Ask, Found | Missing]:
        """What is remembered and young enough."""
        oldest = self._clock() - self._keep
        with self._lock:
            self._known = {a: f for a, f in self._known.items() if f.at and f.at > oldest}
            return {a: self._known[a] for a in asks if a in self._known}

    def afresh(self, asks: Collection[Ask]) -> dict[Ask, Found | Missing]:
        """Ask the source whatever is known, and remember what it says."""
        answers = dict(self._source(asks))
        with self._lock:
            # Usage is free and changes with every call.
            self._known |= {a: f for a, f in answers.items() if isinstance(f, Found) and not isinstance(a, ApiUsage)}
        return answers
