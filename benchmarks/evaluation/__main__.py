"""The command: `python -m benchmarks.evaluation`."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.evaluation.case import Case
from benchmarks.evaluation.cases import cases
from benchmarks.evaluation.processes import outcomes
from benchmarks.evaluation.run import Bench
from benchmarks.evaluation.score import mark
from benchmarks.evaluation.write import markdown, show

_PAGE = Path("docs/evaluation.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases and show the figures; 1 only if the run itself broke."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which companies are made up")
    parser.add_argument(
        "--only", default="", metavar="KIND/CAUSE", help="cases whose id has this in it; writes no page"
    )
    parser.add_argument("--case", default="", metavar="ID", help="one case, with its whole story as JSON")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--page", type=Path, default=_PAGE, help="where the page goes")
    given = parser.parse_args(arguments)
    every = cases(given.seed)
    if given.case:
        return _tell(every.get(given.case))
    chosen = [id for id in every if given.only in id]
    if not chosen:
        parser.error(f"no case has {given.only!r} in its id")
    under_way = track(outcomes(given.seed, chosen, given.jobs), "Cases", len(chosen), console=Console(stderr=True))
    done = {outcome.case: outcome for outcome in under_way}
    marks = [mark(every[id], done[id]) for id in chosen]
    show(Console(), marks)
    if not given.only:
        given.page.parent.mkdir(exist_ok=True)
        given.page.write_text(markdown(given.seed, marks))
    return 0


def _tell(case: Case | None) -> int:
    if case is None:
        sys.exit("no such case")
    with Bench() as bench:
        one = mark(case, bench.tell(case))
    story = {"wrong": one.wrong, "truth": asdict(case.truth), "named": case.named, **asdict(one.outcome)}
    Console().print_json(json.dumps(story, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
