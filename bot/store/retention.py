"""How long notes are kept that only serve to do nothing twice. Cases, their files and outcomes stay."""

from datetime import datetime, timedelta

from bot.store.database import Database
from bot.store.facts import Facts
from bot.store.ledger import Ledger
from bot.store.said import Sayings

_TRIED_AGAIN = timedelta(days=30)  # far longer than anything is
_SAID = timedelta(days=90)
_FACTS = timedelta(days=1)
_NOTES = ("post:", "looked:", "thanked:", "pointed:", "swept:")


def forget(database: Database, now: datetime) -> None:
    """Drop what is older."""
    ledger = Ledger(database)
    for prefix in _NOTES:
        ledger.forget(prefix, now - _TRIED_AGAIN)
    Sayings(database).forget(now - _SAID)
    Facts(database, "").forget(now - _FACTS)
