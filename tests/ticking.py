"""A process with the engine and one job of each second, which writes a line into a file each time: `DATABASE_URL FILE`."""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.store import Cases, Threads, connect
from bot.work import Work
from bot.work.desk import Step
from handlers.case import Said


class Nobody:
    """Nothing is heard here."""

    def attend(self, said: Said, step: Step) -> None:
        """Not called."""

    def reference(self, said: Said) -> str:
        """Not called."""
        return ""

    def apologise(self, said: Said, reference: str) -> None:
        """Not called."""


def main(url: str, file: str) -> None:
    """Until it is killed."""
    database = connect(url)

    def job() -> None:
        with Path(file).open("a") as lines:
            lines.write(f"{time.time()}\n")

    work = Work(url, Threads(database), Cases(database), Nobody(), database.passing, lambda: datetime.now(UTC),
                regular={"tick": (timedelta(seconds=1), job)})  # fmt: skip
    work.start()
    with Path(file).open("a") as lines:
        lines.write("ready\n")
    while True:
        time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
