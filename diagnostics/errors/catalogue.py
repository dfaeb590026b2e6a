"""Salesforce's error codes as a writer of emails meets them, each with the cause it belongs to.

Sources: the codes and messages are public (vendor pages, recorded responses, client libraries); meanings are ours.
"""

from diagnostics.errors.entry import Entry
from diagnostics.errors.of_records import OF_RECORDS
from diagnostics.errors.of_requests import OF_REQUESTS
from diagnostics.errors.of_rights import OF_RIGHTS
from diagnostics.errors.of_rules import OF_RULES
from diagnostics.errors.of_sign_in import OF_SIGN_IN
from diagnostics.errors.of_values import OF_VALUES

CATALOGUE: tuple[Entry, ...] = (*OF_RULES, *OF_RIGHTS, *OF_VALUES, *OF_RECORDS, *OF_REQUESTS, *OF_SIGN_IN)

# Undone or not tried because of another record: the other one is the error.
ECHOES = frozenset({"ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED"})

_BY_CODE: dict[str, list[Entry]] = {}
for _entry in CATALOGUE:
    _BY_CODE.setdefault(_entry.code, []).append(_entry)


def lookup(code: str, message: str = "") -> Entry | None:
    """The entry for a code; among its variants the first whose words the message has, else the one without words."""
    said = message.lower()
    entries = _BY_CODE.get(code, ())
    return next((e for e in entries if any(w in said for w in e.words)), None) or next(
        (e for e in entries if not e.words), None
    )


def ambiguous(entry: Entry, message: str) -> bool:
    """Whether the code has variants of other causes and the message, perhaps translated, shows none of them."""
    return bool(message) and not entry.words and any(e.cause_id != entry.cause_id for e in _BY_CODE[entry.code])
