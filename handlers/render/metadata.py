"""The metadata of every report message, for other programs."""

from collections.abc import Iterable
from typing import Any

from diagnostics.judgement import Verdict
from diagnostics.report import Finding, Report
from handlers.case import State


def metadata(case_id: str, report: Report | None, state: State) -> dict[str, Any]:
    """The message metadata; event type and keys are public."""

    def ids(findings: Iterable[Finding]) -> list[str]:
        return list(dict.fromkeys(f.check.id for f in findings))

    payload: dict[str, Any] = {"case": case_id, "state": state.value}
    named = {
        "causes": Verdict.CAUSE,
        "suspects": Verdict.SUSPECT,
        "unknown": Verdict.UNKNOWN,
        "explained": Verdict.EXPLAINED,
        "clear": Verdict.CLEAR,
    }
    for name, verdict in named.items():
        payload[name] = ids(report.of(verdict)) if report else []
    payload["also_found"] = ids(report.also_found) if report else []
    payload["questions"] = [p.key for p in report.prompts] if report else []
    payload["recheck_at"] = report.recheck_at.isoformat() if report and report.recheck_at else None
    return {"event_type": "sync_triage_report", "event_payload": payload}
