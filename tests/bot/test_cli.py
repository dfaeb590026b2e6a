"""The command line, as a process: exit codes, one sentence on errors, JSON alone on standard output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diagnostics.checks import LADDER
from playground.scenarios import scenarios

QUESTION = "my email to jane@acme.com from this morning isn't in Salesforce"


def run(
    *arguments: str, typed: str = "", folder: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    """One command, without any setting from outside."""
    root = Path(__file__).parents[2]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "SALESFORCE_", "UNIFY_", "SYNC_"))}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", *arguments], input=typed, capture_output=True, text=True, timeout=120,
        cwd=folder or root, env={**env, "PYTHONPATH": str(root), **environ}, check=False,
    )  # fmt: skip


def test_a_triage_as_json_and_the_same_again_from_its_file(tmp_path: Path) -> None:
    file = str(tmp_path / "case.json")
    asked = run("ask", QUESTION, "--scenario", "sent-from-gmail", "--answer", "origin=gmail", "--json", "--save", file)
    assert asked.returncode == 0, asked.stderr
    report = json.loads(asked.stdout)
    assert [f["id"] for f in report["findings"] if f["verdict"] == "cause"] == ["sent-outside-unify"]
    assert report["calls"]["salesforce"] <= 6
    assert report.keys() >= {
        "question",
        "symptom",
        "verdict",
        "also_found",
        "findings",
        "questions",
        "calls",
        "recheck_at",
    }
    again = json.loads(run("replay", file, "--json").stdout)
    assert {**again, "calls": None} == {**report, "calls": None}
    assert again["calls"] == {"salesforce": 0, "unify": 0}


def test_the_state_of_the_integration_takes_four_calls() -> None:
    report = json.loads(run("ask", "--scenario", "healthy", "--json").stdout)
    assert report["calls"]["salesforce"] <= 4
    assert not [f for f in report["findings"] if f["verdict"] in ("cause", "suspect")]


def test_the_text_may_come_from_standard_input_and_go_out_as_markdown() -> None:
    asked = run("ask", "-", "--scenario", "sent-from-gmail", "--markdown", typed=f"{QUESTION}, I sent it from Gmail")
    assert asked.stdout.startswith("## Sent from Gmail")


def test_the_catalogue_lists_every_cause_in_full() -> None:
    rows = json.loads(run("catalogue", "--json").stdout)
    assert [r["id"] for r in rows] == [c.id for c in LADDER]
    assert all(r["title"] and r["section"] and r["who"] and r["sources"] for r in rows)
    assert all(c.id in run("catalogue").stdout for c in LADDER)


def test_scenarios_are_listed() -> None:
    assert scenarios().keys() <= set(run("scenarios").stdout.split())


def test_understand_reads_lines_and_writes_lines() -> None:
    lines = [
        {"id": 1, "text": QUESTION, "asked_at": "2026-11-24T15:00:00+01:00", "tz": "Europe/Berlin"},
        {"id": "b", "text": "thanks!", "asked_at": "2026-11-24T15:00:00+01:00", "tz": "Europe/Berlin"},
    ]
    read = [json.loads(x) for x in run("understand", typed="\n".join(map(json.dumps, lines))).stdout.splitlines()]
    assert [r["id"] for r in read] == [1, "b"]
    assert [r["about_sync"] for r in read] == [True, False]
    assert read[0]["symptoms"] == ["email-missing"]
    assert read[0]["sent_at"] == "2026-11-24T09:00:00+01:00"


@pytest.mark.parametrize(
    ("arguments", "typed", "code", "says"),
    [
        (("ask", "x", "--scenario", "nope"), "", 1, "There is no scenario nope"),
        (("ask", "x", "--scenario", "healthy", "--tz", "Mars/X"), "", 1, "Mars/X is no time zone"),
        (("ask", "x", "--scenario", "healthy", "--answer", "origin=fax"), "", 1, "origin"),
        (("ask", "x", "--scenario", "healthy", "--answer", "what=1"), "", 1, "KEY"),
        (("ask", "x"), "", 1, "SALESFORCE_DOMAIN"),
        (("serve",), "", 1, "SLACK_BOT_TOKEN"),
        (("doctor",), "", 1, "SLACK_BOT_TOKEN"),
        (("replay", "/no/such/file"), "", 1, "No such file"),
        (("understand",), "not json", 1, "line 1"),
        (("understand",), "[]", 1, "line 1"),
        (("nonsense",), "", 2, "usage"),
        ((), "", 2, "usage"),
    ],
)
def test_errors_are_said_on_standard_error(
    arguments: tuple[str, ...], typed: str, code: int, says: str, tmp_path: Path
) -> None:
    done = run(*arguments, typed=typed, folder=tmp_path)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 1}', '{"format": 1, "question": {}, "found": [{}]}'])
def test_a_damaged_case_file_is_named_as_such(content: str, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(content)
    done = run("replay", "case.json", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().count("\n") == 0
