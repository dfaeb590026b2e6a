"""From a message to a question: what each reader finds, put together."""

import re
from datetime import UTC, datetime

from diagnostics.question import Address, Question, Role, Scope, Symptom
from handlers.understanding import addresses, codes, records
from handlers.understanding.about import about_sync
from handlers.understanding.ideas import ideas
from handlers.understanding.markup import plain
from handlers.understanding.ranking import ranked
from handlers.understanding.scope import scope
from handlers.understanding.sent import sent_at
from handlers.understanding.stated import stated
from handlers.understanding.symptoms import scores
from handlers.understanding.times import zone
from handlers.understanding.wording import wording

_PERSON = ("contact", "lead")


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
    said = plain(re.sub(rf"<@{re.escape(bot_user)}(?:\|[^<>]*)?>", " ", text) if bot_user else text)
    words = wording(said)
    found, ids, errors = addresses.find(said), records.find(said), codes.find(said)
    weights = scores(tuple(ideas(s) for s in words.sentences))
    about, sure = about_sync(words, weights, bool(found or ids or errors))
    settled = stated(words) if about else {}
    symptoms, likely = ranked(weights, expired=settled.get("connection") == "expired") if about else ((), 1.0)
    missing_person = symptoms[:1] == (Symptom.PERSON_MISSING,)
    if not symptoms or missing_person:  # roles are those of the outreach email asked about: here there is none
        found = tuple(Address(a.address) for a in found)
    found = tuple(Address(a.address) if (a.address, a.role) == (asker.lower(), Role.RECIPIENT) else a for a in found)
    people = sum(a.role is Role.RECIPIENT or (missing_person and a.address != asker.lower()) for a in found)
    people = people or sum(records.kind(i) in _PERSON for i in ids)
    extent = scope(words, symptoms, people)
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
        addresses=found,
        record_ids=ids,
        error_codes=errors,
        sent_at=sent_at(words, symptoms, extent, asked_at, tz) if about else None,
        stated=settled,
        confidence=round(sure * likely, 2),
    )


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
