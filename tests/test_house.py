"""The house keeps its own rules: the ladder is complete, every cause is documented and tested, diagnostics stands alone."""

import ast
import re
import sys
from pathlib import Path

import pytest

from diagnostics import checks, facts
from diagnostics.check import Check
from diagnostics.checks import LADDER
from handlers.listeners import ACTIONS, COMMANDS, EVENTS, SHORTCUTS

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
LADDER_BY_ID = {check.id: check for check in LADDER}


def modules(package: object) -> list[str]:
    """The files of a package, without its __init__."""
    return sorted(p.stem for p in Path(package.__path__[0]).glob("*.py") if p.stem != "__init__")  # type: ignore[attr-defined]


def test_every_check_stands_on_the_ladder_under_its_files_name() -> None:
    assert sorted(check.id.replace("-", "_") for check in LADDER) == modules(checks)
    assert len(LADDER_BY_ID) == len(LADDER)


@pytest.mark.parametrize("check", LADDER, ids=lambda check: check.id)
def test_a_check_is_documented_and_has_its_table(check: Check) -> None:
    assert len(check.why.split()) > 8
    assert check.title
    assert check.sources
    assert re.fullmatch(r"[DS1-7](,[DS1-7])*", check.section)
    assert check.symptoms
    assert (ROOT / f"tests/diagnostics/checks/test_{check.id.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("check", LADDER, ids=lambda check: check.id)
def test_a_check_names_only_causes_that_exist(check: Check) -> None:
    assert check.explains_away | (check.withheld_by - {"*"}) | check.keeps_open <= LADDER_BY_ID.keys()
    assert check.id not in check.explains_away


def test_every_fact_is_asked_for() -> None:
    """By a check, a symptom, or another fact; otherwise it is dead."""
    source = "".join(p.read_text() for p in (ROOT / "diagnostics").rglob("*.py"))
    for name in modules(facts):
        assert f"diagnostics.facts.{name} import" in source, name


def test_diagnostics_needs_the_standard_library_only() -> None:
    for path in (ROOT / "diagnostics").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                top = name.partition(".")[0]
                assert top == "diagnostics" or top in sys.stdlib_module_names, f"{path}: {name}"


@pytest.mark.parametrize("word", ["datetime.now", "time.time(", "os.environ", "import socket", "Path("])
@pytest.mark.parametrize("room", ["diagnostics", "handlers"])
def test_clock_environment_and_files_are_touched_in_bot_only(room: str, word: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        assert word not in path.read_text(), path


@pytest.mark.parametrize(
    ("library", "place"),
    [("dbos", "bot/work/"), ("psycopg", "bot/store/"), ("psycopg_pool", "bot/store/"), ("sqlite_utils", "bot/store/"),
     ("opentelemetry", "bot/tracing.py"), ("simple_salesforce", "bot/salesforce/")],
)  # fmt: skip
def test_each_client_lives_in_one_place(library: str, place: str) -> None:
    for path in (ROOT / "bot").rglob("*.py"):
        if not str(path.relative_to(ROOT)).startswith(place):
            assert not re.search(rf"^\s*(import|from) {library}\b", path.read_text(), re.MULTILINE), path


def test_no_secret_of_salesforce_is_ever_selected() -> None:
    for path in (ROOT / "diagnostics").rglob("*.py"):
        code = re.sub(r"#.*", "", path.read_text())
        assert not re.search(r"accesstoken|deletetoken", code, re.IGNORECASE), path


def test_the_manifest_subscribes_to_what_is_listened_to(manifest: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    features: dict[str, list[dict[str, str]]] = manifest["features"]  # type: ignore[assignment]
    subscribed = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {event.partition(".")[0] for event in subscribed} == EVENTS.keys()
    assert {c["command"] for c in features["slash_commands"]} == COMMANDS.keys()
    assert {s["callback_id"] for s in features["shortcuts"]} == SHORTCUTS.keys()


@pytest.mark.parametrize(
    "action",
    [
        "answer/origin/gmail", "answer/write-error/paste", "case/recheck", "case/evidence", "case/solved", "case/not-solved",
        "case/handover", "case/ask-admin", "warning/recheck", "home/start",
    ],
)  # fmt: skip
def test_every_button_has_a_listener(action: str) -> None:
    assert any(pattern.fullmatch(action) for pattern in ACTIONS)


def test_the_manifest_is_valid(manifest: dict[str, object]) -> None:
    schema = SHARED / "reference/slack-manifest-schema/manifest.schema.2.0.0.json"
    if not schema.is_file():
        pytest.skip("Slack's manifest schema is not at hand: NOT CHECKED")
    import json

    import jsonschema

    jsonschema.validate(manifest, json.loads(schema.read_text()))


def test_the_catalogues_ids_are_public() -> None:
    spec = SHARED / "spec/causes.md"
    if not spec.is_file():
        pytest.skip("the catalogue of causes is not at hand: NOT CHECKED")
    public = set(re.findall(r"^\| `([a-z-]+)` \| [\dDS,]+ \|", spec.read_text(), re.MULTILINE))
    assert LADDER_BY_ID.keys() <= public
