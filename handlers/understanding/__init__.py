"""What a person writes, understood: a message as a `Question`, a reply in the thread as answers."""

from handlers.understanding.answers import read_answer
from handlers.understanding.reading import as_row, understand
from handlers.understanding.small_talk import is_small_talk

__all__ = ["as_row", "is_small_talk", "read_answer", "understand"]
