"""Measures, and writes docs/performance.md: all parts, or those named on the command line (the others stay)."""

import logging
import platform
import re
import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks.desk import acks, scale, triages
from benchmarks.desk.scene import ROOT, busy

PAGE = ROOT / "docs/performance.md"
PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "acks": ("What a durable acknowledgement costs", acks.cost),
    "acks-under-work": ("Acknowledgements while it works", acks.under_work),
    "wall-time": ("How long a triage takes", triages.wall_time),
    "calls": ("What a triage asks of the services", triages.calls),
    "replicas": ("Replicas", scale.with_replicas),
    "full-store": ("A full store", scale.full_store),
    "footprint": ("Start-up and memory", scale.footprint),
}
HEAD = """# Performance

Written by `make benchmark`; each table is one run, and what counts in it are the ratios: the services are the
playground's, on the same machine as the bot.
"""


def main(names: list[str]) -> int:
    """Measure these parts, or all."""
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # servers that are ended in the middle of an answer
    before = PAGE.read_text() if PAGE.exists() else ""
    sections = dict(re.findall(r"<!-- (\S+) -->\n(.*?)(?=\n<!-- |\Z)", before, re.DOTALL))
    for name in names or PARTS:
        title, measure = PARTS[name]
        print(f"{name} …", file=sys.stderr, flush=True)
        loaded, began = busy(), time.monotonic()
        figures = measure()
        what = (measure.__doc__ or "").strip()
        machine = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {loaded} before"
        took = time.monotonic() - began
        note = f"*{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine}; {took:.0f} s.*"
        sections[name] = f"## {title}\n\n{what}\n\n{figures}\n\n{note}\n"
        parts = [f"<!-- {n} -->\n{sections[n].strip()}\n" for n in PARTS if n in sections]
        PAGE.write_text("\n".join([HEAD, *parts]))
        print(figures, file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
