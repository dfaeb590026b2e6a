"""What must survive a restart: things said, cases, standing answers, warnings. SQLite through sqlite-utils."""

from bot.store.cases import Cases
from bot.store.database import Database
from bot.store.inbox import Inbox
from bot.store.ledger import Ledger
from bot.store.standing import Standing

__all__ = ["Cases", "Database", "Inbox", "Ledger", "Standing"]
