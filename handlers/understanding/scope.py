"""How much is affected: one email, one person's, one rep's, or everybody's."""

from diagnostics.question import Scope, Symptom
from handlers.understanding.extents import (
    ALL_PEOPLE,
    ANY_MAIL,
    HANDFUL,
    ONE_EMAIL,
    ONE_REP,
    ONLY_ONE,
    OTHERS,
    PLURAL_PERSON,
    PLURAL_TO_ONE,
    SINGLE_PERSON,
    SOME,
    SOME_REPS,
    TOO,
)
from handlers.understanding.nouns import NOUNS
from handlers.understanding.wording import Wording


def scope(words: Wording, symptoms: tuple[Symptom, ...], people: int) -> Scope:
    """The extent of `symptoms` as the wording has it; `people` counts the contacts named by address or id."""
    if not symptoms:
        return Scope.UNKNOWN
    team = _team(words)
    first = symptoms[0]
    if first is Symptom.PERSON_MISSING:
        return _of_people(words.text, team, people)
    if first in (Symptom.NOTHING_SYNCS, Symptom.LOGIN_BROKEN):
        return Scope.EVERYONE
    if first is Symptom.LATE and not ANY_MAIL.search(words.text):
        return _of_people(words.text, team, people)
    if people == 0 and not team and ONLY_ONE.search(words.text) and not ONE_EMAIL.search(words.text):
        return Scope.ONE_REP
    if people == 0 and SOME.search(words.text) and not (team and not SOME_REPS.search(words.text)):
        return Scope.UNKNOWN
    if team and people == 0:
        return Scope.EVERYONE
    return _of_mail(words, people)


def _team(words: Wording) -> bool:
    return any(NOUNS["team"].search(s) and (not OTHERS.search(s) or TOO.search(s)) for s in words.sentences)


def _of_people(text: str, team: bool, people: int) -> Scope:
    single = SINGLE_PERSON.search(text) and not PLURAL_PERSON.search(text) and not HANDFUL.search(text)
    if people == 1 or (people == 0 and single):
        return Scope.ONE_PERSON
    if HANDFUL.search(text):
        return Scope.UNKNOWN
    if people == 0 and (team or ALL_PEOPLE.search(text)):
        return Scope.EVERYONE
    return Scope.UNKNOWN


def _of_mail(words: Wording, people: int) -> Scope:
    text = words.text
    single = ONE_EMAIL.search(text)
    if people and PLURAL_TO_ONE.search(text):
        return Scope.ONE_PERSON
    whole = ONE_REP.search(text)
    if single and (not whole or single.start() <= whole.start() or people):
        return Scope.ONE_EMAIL
    if people == 1:
        return Scope.ONE_PERSON
    return Scope.ONE_REP if whole else Scope.UNKNOWN
