"""What people said, as a look-up: the asker's message, clicks and replies in the thread, and standing answers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from diagnostics.asks import Ask, Found, Human, LookUp, Missing, Reason
from diagnostics.prompts import NOT_SURE
from diagnostics.question import Address, Question, Role, Symptom
from diagnostics.times import parse

MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said to the question `key` (about whom, if not the whole case), who it was, and when."""

    key: str
    value: str
    by: str
    at: datetime
    about: str = ""


def people(question: Question, answers: Iterable[Answer]) -> LookUp:
    """Answer `Human` asks from the message itself and from `answers` (later ones win). Other asks are left out."""
    said = {(a.key, a.about): Found(a.value, a.at, a.by) for a in answers}
    stated = {key: Found(value, question.asked_at, MESSAGE) for key, value in question.stated.items()}

    def look_up(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        return {
            ask: _hear(said.get((ask.key, ask.about)) or said.get((ask.key, "")) or stated.get(ask.key))
            for ask in asks
            if isinstance(ask, Human)
        }

    return look_up


def settle(question: Question, answers: Iterable[Answer]) -> Question:
    """The question, made more precise by answers that say whom or which email it is about."""
    for answer in answers:
        if answer.key == "symptom":
            question = _chosen(question, answer.value)
        if answer.value == NOT_SURE:
            continue
        if answer.key == "contact" and "@" in answer.value:
            others = tuple(a for a in question.addresses if a.address != answer.value.lower())
            question = replace(question, addresses=(Address(answer.value.lower(), Role.RECIPIENT), *others))
        elif answer.key == "contact":
            question = replace(question, record_ids=(answer.value, *question.record_ids))
        elif answer.key == "sent-at":
            question = _dated(question, answer)
    return question


def _chosen(question: Question, symptom: str) -> Question:
    """With the symptom that was chosen first; in any case it is not asked again."""
    chosen = tuple(s for s in Symptom if s == symptom)
    others = tuple(s for s in question.symptoms if s not in question.alternatives) if chosen else question.symptoms
    return replace(question, symptoms=(*chosen, *(s for s in others if s not in chosen)), alternatives=())


def _dated(question: Question, answer: Answer) -> Question:
    midnight = answer.at.astimezone(ZoneInfo(question.tz)).replace(hour=0, minute=0, second=0, microsecond=0)
    spans = {
        "under-30-min": (answer.at - timedelta(minutes=30), answer.at),
        "under-4-h": (answer.at - timedelta(hours=4), answer.at - timedelta(minutes=30)),
        "today": (midnight, max(midnight, answer.at - timedelta(hours=4))),
        "older": (answer.at - timedelta(days=14), midnight),
    }
    if answer.value in spans:
        return replace(question, sent_within=spans[answer.value], sent_at=None)
    at = parse(answer.value)
    return replace(question, sent_at=at, sent_within=None) if at else question


def _hear(found: Found | None) -> Found | Missing:
    if found is None:
        return Missing(Reason.UNSAID, "nobody has been asked yet")
    if found.value == NOT_SURE:
        return Missing(Reason.UNSURE, "the person asked was not sure")
    return found
