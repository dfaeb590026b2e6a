"""From a message to a question: what each reader finds, put together."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from diagnostics.errors.codes import OF_TOKENS
from diagnostics.question import Address, Question, Role, Scope, Symptom
from handlers.understanding.addresses import Named, settled
from handlers.understanding.model import NONE, Likely, trained
from handlers.understanding.sent import sending
from handlers.understanding.signs import Signs, signs
from handlers.understanding.times import zone

_SURE = 0.6  # below it, asking is worth the delay
_CLOSE = 0.5  # of the first one's probability: rarer ones would only puzzle
_PLAIN = 0.8  # a fact that no rule knows the wording of is read from this probability on
_OF_NO_EMAIL = (Symptom.PERSON_MISSING, Symptom.LOGIN_BROKEN)
# Whose an address is of which nothing is said: the contact's, unless more than one email or person is asked about.
_OF_WHOM = {Scope.EVERYONE: Role.UNKNOWN, Scope.ONE_REP: Role.SENDER}
_ALSO = 0.5  # a further symptom is listed if it is likelier than not


def understand(
    text: str,
    *,
    asked_at: datetime,
    tz: str,
    asker: str = "",
    workspace: str = "",
    bot_user: str = "",
) -> Question:
    """What `text` (Slack mark-up or plain) asks; `asker` is the writer's own address, `bot_user` the bot's Slack id.

    Never raises. An unknown zone counts as UTC, and so does a time without one. The confidence is that of the first
    symptom, or of its not being about syncing at all.
    """
    asked_at = asked_at if asked_at.tzinfo else asked_at.replace(tzinfo=UTC)
    tz = tz if zone(tz) is not UTC else "UTC"
    shown = signs(text, bot_user)
    likely = trained().likely(shown.features)
    about = bool(shown.words.text) and (shown.bare or likely.about_sync)
    settled = _settled(shown, likely) if about else {}
    symptoms = complaints(likely, settled, shown.error_codes) if about and not shown.bare else ()
    extent = Scope(max(likely.scope, key=likely.scope.__getitem__)) if about else Scope.UNKNOWN
    when = sending(shown.words, symptoms, extent, asked_at, tz) if about else None
    return Question(
        text=text,
        asked_at=asked_at,
        as_of=asked_at,
        tz=tz,
        workspace=workspace,
        asker=asker,
        about_sync=about,
        symptoms=symptoms,
        scope=extent,
        addresses=_roles(shown.named, symptoms, extent, asker.lower()),
        record_ids=shown.record_ids,
        error_codes=shown.error_codes,
        sent_at=when.at if when else None,
        sent_within=when.within if when else None,
        stated=settled,
        alternatives=_alternatives(likely, symptoms),
        confidence=round(likely.first[symptoms[0]] if symptoms else likely.first[NONE], 2),
    )


def _settled(shown: Signs, likely: Likely) -> dict[str, str]:
    """What the rules read; and where they saw nothing of the kind, what the wording makes all but certain."""
    by_wording = sorted(
        (p, fact) for fact, p in likely.facts.items() if p >= _PLAIN and fact[0] not in shown.told.weighed
    )
    return {key: value for _, (key, value) in by_wording} | shown.told.settled


def complaints(likely: Likely, settled: Mapping[str, str], error_codes: Iterable[str]) -> tuple[Symptom, ...]:
    """The main one, and those that are complaints of their own, the likeliest first."""
    main = max(Symptom, key=lambda s: likely.first[s])
    others = sorted(
        (s for s in Symptom if likely.symptoms[s] >= _ALSO and s is not main), key=lambda s: -likely.symptoms[s]
    )
    if settled.get("connection") == "expired" and Symptom.LOGIN_BROKEN not in (main, *others):
        others.append(Symptom.LOGIN_BROKEN)  # that is what it means
    if not OF_TOKENS.issuperset(error_codes) and Symptom.WRITE_ERROR not in (main, *others):
        others.append(Symptom.WRITE_ERROR)  # an error that is quoted is a complaint, whatever else is one
    return (main, *others)


def _alternatives(likely: Likely, symptoms: tuple[Symptom, ...]) -> tuple[Symptom, ...]:
    """The main symptom and the next likely one, where one of both is nearly sure and neither is."""
    if len(symptoms) != 1:
        return ()  # several are complained about: each is looked into
    second = max((s for s in Symptom if s is not symptoms[0]), key=lambda s: likely.first[s])
    a, b = likely.first[symptoms[0]], likely.first[second]
    return (symptoms[0], second) if a < _SURE and b >= _CLOSE * a else ()


def _roles(named: Named, symptoms: tuple[Symptom, ...], extent: Scope, asker: str) -> tuple[Address, ...]:
    """Roles are those of the outreach email asked about: where there is none, nor to oneself, nobody has one."""
    if not symptoms or symptoms[0] in _OF_NO_EMAIL:
        return tuple(map(Address, named.roles))
    found = settled(named, otherwise=_OF_WHOM.get(extent, Role.RECIPIENT))
    return tuple(Address(a.address) if (a.address, a.role) == (asker, Role.RECIPIENT) else a for a in found)


def as_row(question: Question) -> dict[str, object]:
    """The question as `sync-triage understand` prints it: the object of interfaces.md §5, without the id."""
    return {
        "about_sync": question.about_sync,
        "symptoms": [s.value for s in question.symptoms],
        "scope": (question.scope if question.about_sync else Scope.UNKNOWN).value,
        "emails": [{"address": a.address, "role": a.role.value} for a in question.addresses],
        "record_ids": list(question.record_ids),
        "error_codes": list(question.error_codes),
        "sent_at": question.sent_at.isoformat() if question.sent_at else None,
        "stated": dict(question.stated),
        "confidence": question.confidence,
    }
