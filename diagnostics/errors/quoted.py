"""One error as it stands once in a text, and what its message names: fields and records."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

MOST = 400  # characters of a message that are kept: Salesforce's own end at 255
# An address, or a record id: 15 or 18 characters that begin with an object's prefix and have digits among them.
ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
RECORD = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z]{0,3}\d)(?:0[0-9A-Za-z]{2}|500|70[01]|a[0-9A-Za-z]{2})"
    r"(?=[A-Za-z]{0,11}\d)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?(?![A-Za-z0-9])"
)
_SHORTEST_ID = 15
_IN_BRACKETS = re.compile(r"\[(?P<names>[A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\]")
_AFTER_COLON = re.compile(r"create/update fields:\s*(?P<names>\w+(?:\s*,\s*\w+)*)")
_COLUMN = re.compile(r"No such column '(?P<names>\w[\w.]*)'")
_CUSTOM = re.compile(r"\b[A-Za-z]\w{0,60}__c\b")
_NAME = re.compile(r"[A-Za-z]\w*")
# In these, in any language, the message begins with the field's label.
_LABEL_FIRST = {
    "STRING_TOO_LONG",
    "INVALID_EMAIL_ADDRESS",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    "NUMBER_OUTSIDE_VALID_RANGE",
    "MALFORMED_ID",
}
_LABEL = re.compile(r"(?P<label>[^:\[\]]{1,60}): \S")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A code (empty where there is none) with Salesforce's message, the fields it names, and whom or what it is about.

    `alone`: it stands in running text, where naming a code again is not another error. `known`: the catalogue has it.
    """

    code: str
    message: str = ""
    fields: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    known: bool = True
    alone: bool = False


def clean(message: str) -> str:
    """A message on one line, without the quotation marks around it."""
    return " ".join(message[: 4 * MOST].split()).strip("`*_\"'“”‘’ ")[:MOST]


@lru_cache(maxsize=1_000)  # most errors of an export say the same
def fields_of(code: str, message: str) -> tuple[str, ...]:
    """The fields that the message names, by API name or, where it gives no other, by label."""
    brackets = _IN_BRACKETS.findall(message)
    if brackets:
        return tuple(_NAME.findall(brackets[-1]))
    named = _AFTER_COLON.search(message) or _COLUMN.search(message)
    if named:
        return tuple(name.rpartition(".")[2] for name in re.split(r"\s*,\s*", named["names"]))
    label = _LABEL.match(message) if code in _LABEL_FIRST else None
    return (label["label"].strip(),) if label else tuple(dict.fromkeys(_CUSTOM.findall(message)))


def records_in(text: str) -> tuple[str, ...]:
    """The record ids in a text, each once."""
    return tuple(dict.fromkeys(RECORD.findall(text)))


def names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Whom or which records texts are about: addresses first, then ids, each once."""
    texts = dict.fromkeys(texts)
    # Most texts are too short for an id, or have no address: that is told faster than it is searched for.
    addresses = [a for text in texts if "@" in text for a in ADDRESS.findall(text)]
    ids = [id for text in texts if len(text) >= _SHORTEST_ID for id in RECORD.findall(text)]
    return tuple(dict.fromkeys([*addresses, *ids]))
