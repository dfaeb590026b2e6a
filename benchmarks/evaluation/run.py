"""A case told to the real bot: understood, looked up over HTTP, asked back, diagnosed."""

from collections.abc import Collection, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Self

from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.evaluation.case import Case, Story
from bot.salesforce import Login, Salesforce
from bot.triage import Triage
from bot.unify import UnifyApi
from diagnostics.answers import Answer
from diagnostics.asks import Ask, Found, Missing
from diagnostics.prompts import NOT_SURE
from diagnostics.question import Question
from diagnostics.report import Report
from handlers.render.data import as_json
from handlers.understanding import understand
from playground import salesforce, unify
from playground.faults import KNOWS
from playground.serving import serve

_MOST_QUESTIONS = 6


@dataclass(frozen=True, slots=True)
class Said:
    """One cause in a report, with the confidence that was stated."""

    id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a person, and what was answered."""

    key: str
    answer: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case. Calls and rounds are those of the first diagnosis, with nothing remembered."""

    case: str
    text: str
    read_as: str
    state: str
    causes: tuple[Said, ...] = ()
    suspects: tuple[Said, ...] = ()
    explained: tuple[str, ...] = ()
    also_found: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    salesforce_calls: int = 0
    unify_calls: int = 0
    rounds: int = 0
    broke: tuple[str, ...] = ()
    report: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def repeated(self) -> tuple[str, ...]:
        """Keys that were asked more than once."""
        keys = [a.key for a in self.asked]
        return tuple(dict.fromkeys(k for k in keys if keys.count(k) > 1))


class _Counted(Salesforce):
    """Counts how often it is asked: look-ups one after the other are what a person waits for."""

    rounds = 0

    def look_up(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        self.rounds += 1
        return Salesforce.look_up(self, asks)


class Bench:
    """Two servers that stay, whose data change from case to case."""

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._apps: dict[str, ASGIApp] = {}
        self._at_salesforce, self._at_unify = (
            self._stack.enter_context(serve(self._current(name))) for name in ("salesforce", "unify")
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _current(self, name: str) -> ASGIApp:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await self._apps[name](scope, receive, send)

        return app

    def tell(self, case: Case) -> Outcome:
        """The case from its first word to its last answer."""
        story = case.build()
        company = story.company
        self._apps = {"salesforce": salesforce.app(company.org), "unify": unify.app(company.space)}
        org = company.org
        login = Login(org.my_domain, org.client_id, org.client_secret, base_url=self._at_salesforce)
        key = "" if case.without == "no-unify-key" else company.space.api_key
        client = _Counted(login, clock=lambda: company.now, pause=0.001)
        api = UnifyApi(key, self._at_unify, clock=lambda: company.now, sleep=lambda _: None)
        triage = Triage(client, api, company.unify_username if case.named else "", lambda: company.now)
        began = perf_counter()
        with closing(triage):
            question = understand(story.text, asked_at=story.asked_at, tz=story.tz, asker=story.asker)
            report, cost = triage.diagnose(question)
            rounds = client.rounds
            asked: list[Asked] = []
            answers: list[Answer] = []
            while report.prompts and len(asked) < _MOST_QUESTIONS:
                prompt = report.prompts[0].key
                asked.append(Asked(prompt, _answer(case, story, prompt)))
                answers = [a for a in answers if a.key != prompt]
                answers.append(Answer(prompt, asked[-1].answer, story.asker, company.now))
                report, _ = triage.diagnose(question, answers)
        calls = {"salesforce": cost.salesforce, "unify": cost.unify}
        return _outcome(case, question, report, tuple(asked), calls, rounds, perf_counter() - began)


def _answer(case: Case, story: Story, key: str) -> str:
    """What an honest person says who knows what somebody like that can know."""
    knows = KNOWS[case.complaint.voice] - set(case.unsure)
    if case.without == "not-sure" or key not in knows:
        return NOT_SURE
    return story.company.truths.get(key, NOT_SURE)


def _outcome(
    case: Case,
    question: Question,
    report: Report,
    asked: tuple[Asked, ...],
    calls: Mapping[str, int],
    rounds: int,
    seconds: float,
) -> Outcome:
    def ids(verdict: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(f.check.id for f in report.findings if f.verdict == verdict))

    suspected = question.suspected
    return Outcome(
        case.id,
        question.text,
        suspected[0].value if suspected else "",
        report.established.state.value,
        tuple(Said(f.check.id, f.judgement.confidence) for f in report.causes),
        tuple(Said(f.check.id, f.judgement.confidence) for f in report.suspects),
        ids("explained"),
        tuple(dict.fromkeys(f.check.id for f in report.also_found)),
        ids("clear"),
        ids("unknown"),
        asked,
        calls["salesforce"],
        calls["unify"],
        rounds,
        tuple(f"{b.where}: {b.error!r}" for b in report.breakages),
        as_json(report, calls),
        seconds,
    )
