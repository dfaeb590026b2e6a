"""Somebody else's record of the very email that Unify sent."""

import pytest

from diagnostics.checks.logged_by_other_tool import logged_by_other_tool
from diagnostics.facts.said import Origin
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import NOW, UNIFY_ID, UNSAID, UNSURE, ago, judged, record, whereabouts

OURS = record(ago(hours=5))
SAMS = record(ago(hours=5), by="005000000000002AAA")
EINSTEIN = record(ago(hours=5), by="005000000000002AAA", source="Einstein Activity Capture")
PLUG_IN = record(ago(hours=5), by="005000000000002AAA", source="Email Integration App Manual")
HEALTHY: dict[str, object] = {"where": whereabouts(OURS), "origin": UNSAID}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="Unify wrote it"),
        pytest.param({"where": whereabouts(OURS, EINSTEIN)}, Verdict.CLEAR, id="both wrote it"),
        pytest.param({"where": whereabouts()}, Verdict.CLEAR, id="nobody wrote it"),
        pytest.param({"where": whereabouts(EINSTEIN)}, Verdict.CAUSE, id="Einstein Activity Capture wrote it"),
        pytest.param({"where": whereabouts(PLUG_IN)}, Verdict.CAUSE, id="a mail plug-in wrote it"),
        pytest.param({"where": whereabouts(SAMS)}, Verdict.CAUSE, id="another user wrote it"),
        pytest.param({"where": whereabouts(record(ago(hours=5), source="Einstein Activity Capture"))}, Verdict.CAUSE,
                     id="captured for the user that Unify signs in as"),
        pytest.param({"where": whereabouts(record(ago(hours=5), by="005000000000002AAA", is_task=True))}, Verdict.CLEAR,
                     id="a Task is not the message"),
        pytest.param({"where": whereabouts(EINSTEIN, unify_user="")}, Verdict.CAUSE,
                     id="its source says so, whoever Unify's user is"),
        pytest.param({"where": whereabouts(SAMS, unify_user="")}, Verdict.UNKNOWN, id="whose records are Unify's is not known"),
        pytest.param({"where": whereabouts(SAMS, sent=False)}, Verdict.UNKNOWN,
                     id="an email of that moment, which Unify may not have sent"),
        pytest.param({"where": whereabouts(SAMS, sent=False), "origin": UNSURE}, Verdict.UNKNOWN, id="nobody is sure"),
        pytest.param({"where": whereabouts(SAMS, sent=False), "origin": Origin("gmail", NOW)}, Verdict.UNKNOWN,
                     id="it was sent elsewhere"),
        pytest.param({"where": whereabouts(SAMS, sent=False), "origin": Origin("unify", NOW)}, Verdict.CAUSE,
                     id="a person says that it was sent from Unify"),
    ],
)  # fmt: skip
def test_logged_by_other_tool(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(logged_by_other_tool, HEALTHY, **facts).verdict is verdict


def test_the_writer_is_named_where_salesforce_names_it() -> None:
    assert "Einstein Activity Capture" in judged(logged_by_other_tool, HEALTHY, where=whereabouts(EINSTEIN)).says
    assert UNIFY_ID not in judged(logged_by_other_tool, HEALTHY, where=whereabouts(SAMS)).says
