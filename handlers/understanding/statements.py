"""What settles an answer by being plainly said, apart from the switches (settings.py)."""

from itertools import groupby

from handlers.understanding.of_connection import OF_CONNECTION
from handlers.understanding.of_mapping import OF_MAPPING
from handlers.understanding.of_origin import OF_ORIGIN
from handlers.understanding.of_reply import OF_REPLY
from handlers.understanding.of_syncing import OF_SYNCING

STATEMENTS = (*OF_ORIGIN, *OF_REPLY, *OF_CONNECTION, *OF_SYNCING, *OF_MAPPING)
# Neighbours that need the same near them, so that it is looked for once: (where, alone, statements).
BY_CONDITION = tuple(
    (where, alone, tuple(statements))
    for (where, alone), statements in groupby(STATEMENTS, lambda statement: (statement.where, statement.alone))
)
