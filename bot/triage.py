"""One diagnosis: what is asked, of whom, and what it cost."""

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.lookups import PEOPLE, SALESFORCE, UNIFY, Remembered, concurrently
from bot.metrics import LOOK_UPS, TRIAGE_SECONDS, VERDICTS
from bot.salesforce import Salesforce
from bot.store import Facts
from bot.unify import UnifyApi
from diagnostics.answers import Answer, people, settle
from diagnostics.asks import Ask, Found, Json, LookUp, Missing, Rest, Soql, Tooling
from diagnostics.bundle import unpack
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.expiry import Outlook, outlook
from diagnostics.flight import STAGES
from diagnostics.question import Question
from diagnostics.report import Report
from diagnostics.symptoms import SYMPTOMS

_log = logging.getLogger(__name__)
# A query that names people is about one case; everything else holds for the whole organisation for a while.
_OF_PEOPLE = {"address", "addresses", "id", "ids", "name", "people", "records"}


@dataclass(frozen=True, slots=True)
class Cost:
    """API calls that a diagnosis took."""

    salesforce: int
    unify: int


def again(file: Json) -> Report:
    """The diagnosis of a case file once more: nothing is looked up. Raises NotACase."""
    question, look_up, site = unpack(file)
    return diagnose(question, LADDER, SYMPTOMS, look_up, stages=STAGES, site=site)


class Triage:
    """Diagnoses against one Salesforce organisation and one Unify workspace."""

    def __init__(
        self,
        salesforce: Salesforce,
        unify: UnifyApi,
        integration_user: str,
        clock: Callable[[], datetime],
        facts: Facts | None = None,
    ) -> None:
        self._salesforce, self._unify, self._clock = salesforce, unify, clock
        self._remembered = Remembered(salesforce.look_up, clock, facts=facts)
        self._configured = (
            (Answer("integration-user", integration_user, "configuration", clock()),) if integration_user else ()
        )

    def diagnose(
        self, question: Question, answers: Collection[Answer] = (), *, fresh: bool = False
    ) -> tuple[Report, Cost]:
        """The report as of now. `fresh` asks again what would be remembered."""
        before = self._salesforce.calls, self._unify.calls
        said = (*self._configured, *answers)
        asked = settle(replace(question, as_of=self._clock()), said)
        world = concurrently(
            (SALESFORCE, self._ask_salesforce(fresh)), (UNIFY, self._unify.look_up), (PEOPLE, people(asked, said))
        )
        with TRIAGE_SECONDS.time():
            report = diagnose(asked, LADDER, SYMPTOMS, world, stages=STAGES, site=self._salesforce.site)
        _note(report)
        return report, Cost(self._salesforce.calls - before[0], self._unify.calls - before[1])

    def close(self) -> None:
        """Close the clients."""
        self._salesforce.close()
        self._unify.close()

    def outlook(self, answers: Collection[Answer] = ()) -> Outlook:
        """What ends, and when."""
        question = Question("", self._clock(), self._clock())
        said = (*self._configured, *answers)
        return outlook(
            question,
            concurrently(
                (SALESFORCE, self._salesforce.look_up), (UNIFY, self._unify.look_up), (PEOPLE, people(question, said))
            ),
        )

    def _ask_salesforce(self, fresh: bool) -> LookUp:
        def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
            return self._remembered.ask(asks, [a for a in asks if _org_wide(a)], fresh=fresh)

        return look_up


def _org_wide(ask: Ask) -> bool:
    if isinstance(ask, Soql) and not isinstance(ask, Tooling):
        return not _OF_PEOPLE.intersection(name for name, _ in ask.values)
    return isinstance(ask, Rest | Tooling)


def _note(report: Report) -> None:
    for ask, answer in report.found.items():
        result = answer.reason.value if isinstance(answer, Missing) else "found"
        LOOK_UPS.labels(type(ask).__name__, result).inc()
    for finding in (*report.causes, *report.suspects):
        VERDICTS.labels(finding.check.id, finding.verdict.value).inc()
    for breakage in report.breakages:
        _log.error("%s broke", breakage.where, exc_info=breakage.error)
