"""What a statement is: a clause that settles an answer, what must stand near it, what takes it back."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause in which `says` is found, and `unless` is not, settles `key` as `value`.

    `where` must be found in the sentence or the one before it; in the sentence itself if `alone`.
    """

    key: str
    value: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    where: re.Pattern[str] | None = None
    alone: bool = False
