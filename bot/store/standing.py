"""Answers that hold for the whole organisation, shared between threads until they are too old."""

from datetime import datetime, timedelta

from bot.store.database import Database
from diagnostics.answers import Answer
from diagnostics.prompts import PROMPTS


class Standing:
    """The latest answer to each question about the organisation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hear(self, answer: Answer) -> None:
        """Remember an answer, if it is one about the organisation."""
        if PROMPTS[answer.key].org:
            self._database.run(
                'INSERT INTO standing (key, value, "by", at) VALUES (?, ?, ?, ?)'
                ' ON CONFLICT (key) DO UPDATE SET value = excluded.value, "by" = excluded."by", at = excluded.at',
                answer.key, answer.value, answer.by, answer.at.isoformat(),
            )  # fmt: skip

    def known(self, now: datetime) -> tuple[Answer, ...]:
        """What still holds."""
        rows = self._database.rows('SELECT key, value, "by", at FROM standing ORDER BY at')
        answers = (Answer(r["key"], r["value"], r["by"], datetime.fromisoformat(r["at"])) for r in rows)
        return tuple(a for a in answers if _holds(a, now))


def _holds(answer: Answer, now: datetime) -> bool:
    hours = PROMPTS[answer.key].hours if answer.key in PROMPTS else 0
    return answer.key in PROMPTS and (hours == 0 or now - answer.at < timedelta(hours=hours))
