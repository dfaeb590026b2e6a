"""What a reply in the thread says about the questions that are open there."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from diagnostics.prompts import NOT_SURE, PROMPTS
from handlers.understanding import choices
from handlers.understanding.free_answers import FREE, Reply
from handlers.understanding.markup import plain
from handlers.understanding.small_talk import is_small_talk
from handlers.understanding.stated import stated
from handlers.understanding.wording import Wording, wording

_SHORT = 25  # words: in a longer reply a loose word is no answer, only a plain statement is


def read_answer(text: str, open_keys: Sequence[str], *, at: datetime, tz: str) -> dict[str, str]:
    """What a free reply says: {key: value} of the open questions it answers, and of others it plainly settles.

    Values are the choices' (prompts.py), `not-sure`, or for free answers: an address or record id (contact), a
    username (integration-user), an ISO 8601 time with offset (sent-at, mapping-changed), a field's name (field), the
    pasted text (write-error). Empty for chatter, and where a word could answer two of the open questions. Never raises.
    """
    said = plain(text)
    if not said or is_small_talk(text):
        return {}
    words = wording(said)
    keys = tuple(key for key in open_keys if key in PROMPTS)
    reply = Reply(text, said, words, keys, at if at.tzinfo else at.replace(tzinfo=UTC), tz)
    found = {key: value for key in keys if (value := _read(key, reply))}
    found = stated(words) | found
    if not found:
        found = _polar(words.text, keys)
    if choices.NOT_SURE.search(words.text):
        found |= _unsure(words, [key for key in keys if key not in found], alone=not found)
    return found


def _read(key: str, reply: Reply) -> str:
    if key in FREE:
        return FREE[key](reply)
    text = reply.words.text
    if key in choices.SWITCHES and sum(k in choices.SWITCHES for k in reply.open_keys) > 1 and "both" not in text:
        return ""  # "it's on": which of them? Only the reader of plain statements may tell.
    fits = [value for value, sounds in choices.CHOICES[key].items() if sounds.search(text)]
    asks_back = text.endswith("?") or len(text.split()) > _SHORT
    return fits[0] if len(fits) == 1 and not asks_back else ""


def _polar(text: str, keys: Sequence[str]) -> dict[str, str]:
    """A bare yes or no, if only one open question can be answered so."""
    polar = [key for key in keys if key in choices.POLAR]
    if len(polar) != 1 or text.endswith("?") or choices.NOT_SURE.search(text):
        return {}
    yes, no = choices.POLAR[polar[0]]
    if choices.NO.search(text):
        return {polar[0]: no}
    return {polar[0]: yes} if choices.YES.search(text) else {}


def _unsure(words: Wording, keys: list[str], *, alone: bool) -> dict[str, str]:
    """Which open questions "no idea" is about: those it names; all, if it names none and says nothing else."""
    doubts = " ".join(s for s in re.split(r"[,.;] | but ", words.text) if choices.NOT_SURE.search(s))
    about = [key for key in keys if choices.TOPICS[key].search(doubts)]
    return dict.fromkeys(about or (keys if alone else ()), NOT_SURE)
