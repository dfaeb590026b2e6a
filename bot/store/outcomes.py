"""What people said of our verdicts: the only measure of whether they were right."""

import json
from collections import Counter
from datetime import datetime

from bot.store.database import Database
from handlers.case import Case


class Outcomes:
    """One row a case that somebody judged; the last word counts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hear(self, case: Case, at: datetime) -> None:
        """*That was it*, or *that wasn't it*."""
        self._database.run(
            "INSERT INTO outcomes (case_id, team, causes, solved, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id)"
            " DO UPDATE SET causes = excluded.causes, solved = excluded.solved, at = excluded.at",
            case.id, case.team, json.dumps(case.causes), int(bool(case.solved)), at.isoformat(),
        )  # fmt: skip

    def counts(self) -> dict[str, tuple[int, int]]:
        """For each cause that was named: how often it was it, and how often it was not."""
        right, wrong = Counter[str](), Counter[str]()
        for row in self._database.rows("SELECT causes, solved FROM outcomes"):
            (right if row["solved"] else wrong).update(json.loads(row["causes"]))
        return {cause: (right[cause], wrong[cause]) for cause in sorted(right.keys() | wrong.keys())}
