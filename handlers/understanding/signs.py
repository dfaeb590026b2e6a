"""Everything a message shows before it is judged: its wording, what is named in it, and the model's features of both."""

import re
from dataclasses import dataclass

from diagnostics.question import Role
from handlers.understanding import codes, records
from handlers.understanding.about import about_sync, bare
from handlers.understanding.addresses import Named, named, settled
from handlers.understanding.contrasts import contrasts
from handlers.understanding.extents import EXTENTS
from handlers.understanding.features import features
from handlers.understanding.ideas import ideas
from handlers.understanding.markup import plain
from handlers.understanding.scope import scope
from handlers.understanding.stated import Told, told
from handlers.understanding.symptoms import best, scores
from handlers.understanding.wording import Wording, wording

_PERSON = ("contact", "lead")


@dataclass(frozen=True, slots=True)
class Signs:
    """`told` and the roles of who is `named` hold if the message is about syncing at all; `features` are the model's.

    `bare`: it is little but an address, an id or a code.
    """

    words: Wording
    named: Named
    record_ids: tuple[str, ...]
    error_codes: tuple[str, ...]
    told: Told
    features: frozenset[str]
    bare: bool


def signs(text: str, bot_user: str = "") -> Signs:
    """The signs in `text` (Slack mark-up or plain)."""
    said = plain(re.sub(rf"<@{re.escape(bot_user)}(?:\|[^<>]*)?>", " ", text) if bot_user else text)
    words = wording(said)
    found, ids, errors = named(said), records.find(said), codes.find(said)
    meant = tuple(ideas(sentence) for sentence in words.sentences)
    rated = scores(meant)
    facts = told(words, {"reply-address": "other"} if found.elsewhere else {})
    about, _ = about_sync(words, rated, bool(found.roles or ids or errors))
    people = sum(a.role is Role.RECIPIENT for a in settled(found, Role.RECIPIENT)) or sum(
        records.kind(i) in _PERSON for i in ids
    )
    verdicts = (
        f"about {about}",
        f"scope {scope(words, best(rated), people)}",
        *(f"extent {name}" for name, pattern in EXTENTS.items() if pattern.search(words.text)),
        f"people {min(people, 2)}",
        f"addresses {min(len(found.roles), 2)}",
        f"errors {min(len(errors), 2)}",
        *contrasts(words.sentences, meant),
        *(f"stated {key} {value}" for key, value in facts.settled.items()),
        *(f"record {records.kind(i)}" for i in ids),
    )
    return Signs(
        words,
        found,
        ids,
        errors,
        facts,
        features(words, meant, rated, verdicts),
        bool(found.roles or ids or errors) and bare(words),
    )
