"""Ways to join look-ups: at the same time, and remembering what holds for the whole organisation."""

import logging
import threading
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from datetime import datetime, timedelta

from bot.store import Facts
from bot.tracing import span
from diagnostics.asks import ApiUsage, Ask, Found, Human, LookUp, Missing, Reason, Rest, Soql, Tooling, Unify, UnifyJob

_log = logging.getLogger(__name__)
SALESFORCE: tuple[type[Ask], ...] = (Soql, Tooling, Rest, ApiUsage)
UNIFY: tuple[type[Ask], ...] = (Unify, UnifyJob)
PEOPLE: tuple[type[Ask], ...] = (Human,)


def concurrently(*routes: tuple[tuple[type[Ask], ...], LookUp]) -> LookUp:
    """Each look-up gets the asks of its kinds, all at the same time; one that breaks costs only its own asks."""

    def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        shares = [([a for a in asks if isinstance(a, kinds)], source) for kinds, source in routes]
        shares = [(share, source) for share, source in shares if share]
        with ThreadPoolExecutor(max(1, len(shares))) as pool:
            # In a copy of the context each: the reference in the logs, and the span that it belongs to.
            parts = [pool.submit(copy_context().run, _safely, source, share) for share, source in shares]
            return {ask: found for part in parts for ask, found in part.result().items()}

    return look_up


def _safely(source: LookUp, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
    try:
        with span("look up", source=type(next(iter(asks))).__name__, asks=str(len(asks))):
            return source(asks)
    except Exception as error:  # noqa: BLE001 - whatever a client throws costs its own asks only
        return dict.fromkeys(asks, Missing(Reason.DOWN, f"no sensible answer came ({type(error).__name__})"))


class Remembered:
    """A look-up that keeps answers for a while, with their age, and asks once what several want at the same time.

    Silence is never kept: the next one asks again. `facts` shares what holds for the whole organisation with other
    replicas, and with this one after a restart.
    """

    def __init__(
        self,
        source: LookUp,
        clock: Callable[[], datetime],
        keep: timedelta = timedelta(minutes=10),
        facts: Facts | None = None,
    ) -> None:
        self._source, self._clock, self._keep, self._facts = source, clock, keep, facts
        self._known: dict[Ask, Found] = {}
        self._under_way: dict[Ask, Future[Mapping[Ask, Found | Missing]]] = {}
        self._lock = threading.Lock()

    def ask(self, asks: Collection[Ask], shared: Collection[Ask], *, fresh: bool = False) -> dict[Ask, Found | Missing]:
        """Everything asked, in one look-up. `shared` holds for the whole organisation: it may be remembered, or is
        waited for where somebody is asking it right now; unless it is to be `fresh`."""
        known: dict[Ask, Found | Missing] = {} if fresh else self.known(shared)
        flight: Future[Mapping[Ask, Found | Missing]] = Future()
        with self._lock:
            theirs = {} if fresh else {a: self._under_way[a] for a in shared if a not in known and a in self._under_way}
            mine = [a for a in asks if a not in known and a not in theirs]
            leading = [a for a in mine if a in shared and a not in self._under_way]
            self._under_way |= dict.fromkeys(leading, flight)
        try:
            answers = self.afresh(mine) if mine else {}
        except BaseException as error:
            flight.set_exception(error)
            raise
        finally:
            with self._lock:
                for ask in leading:
                    del self._under_way[ask]
        flight.set_result(answers)
        self._share({a: f for a, f in answers.items() if a in shared and isinstance(f, Found)})
        for ask, other in theirs.items():
            answers[ask] = other.result()[ask]  # it breaks as theirs does: they have asked what we would
        return known | answers

    def known(self, asks: Collection[Ask]) -> dict[Ask, Found | Missing]:
        """What is remembered and young enough."""
        oldest = self._clock() - self._keep
        with self._lock:
            self._known = {a: f for a, f in self._known.items() if f.at and f.at > oldest}
            known: dict[Ask, Found | Missing] = {a: self._known[a] for a in asks if a in self._known}
        wanted = [a for a in asks if a not in known]
        if self._facts and wanted:
            try:
                found = self._facts.known(wanted, oldest)
            except Exception:  # noqa: BLE001 - what cannot be remembered is asked
                _log.warning("nothing remembered by others", exc_info=True)
                found = {}
            with self._lock:
                self._known |= found
            known |= found
        return known

    def afresh(self, asks: Collection[Ask]) -> dict[Ask, Found | Missing]:
        """Ask the source whatever is known, and remember what it says."""
        answers = dict(self._source(asks))
        with self._lock:
            # Usage is free and changes with every call.
            self._known |= {a: f for a, f in answers.items() if isinstance(f, Found) and not isinstance(a, ApiUsage)}
        return answers

    def _share(self, found: Mapping[Ask, Found]) -> None:
        if self._facts and found:
            try:
                self._facts.keep(found)
            except Exception:  # noqa: BLE001 - others will ask for themselves
                _log.warning("nothing remembered for others", exc_info=True)
