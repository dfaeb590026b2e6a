"""The durable engine (DBOS): what was heard, and what is to be done regularly, survives whatever dies."""

from bot.work.desk import Work
from bot.work.engine import LANES

__all__ = ["LANES", "Work"]
