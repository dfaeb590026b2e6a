"""What settles an answer by being plainly said, apart from the switches (settings.py)."""

from handlers.understanding.of_connection import OF_CONNECTION
from handlers.understanding.of_mapping import OF_MAPPING
from handlers.understanding.of_origin import OF_ORIGIN
from handlers.understanding.of_reply import OF_REPLY
from handlers.understanding.of_syncing import OF_SYNCING

STATEMENTS = (*OF_ORIGIN, *OF_REPLY, *OF_CONNECTION, *OF_SYNCING, *OF_MAPPING)
