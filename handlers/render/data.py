"""A report as JSON, for programs and for `--json`."""

from collections.abc import Mapping
from typing import Any

from diagnostics.report import Finding, Report
from handlers.understanding import as_row


def as_json(report: Report, calls: Mapping[str, int]) -> dict[str, Any]:
    """The whole report; `calls` counts the API calls it cost, by service."""
    return {
        "question": as_row(report.question),
        "symptom": {"state": report.established.state.value, "says": report.established.says},
        "verdict": report.verdict,
        "flight": [{"stage": s.name, "state": s.state.value, "says": s.says} for s in report.flight],
        "findings": [_finding(f) for f in report.findings],
        "also_found": [_finding(f) for f in report.also_found],
        "questions": [
            {"key": p.key, "prompt": p.text, "choices": [c.value for c in p.choices]} for p in report.prompts
        ],
        "calls": dict(calls),
        "recheck_at": report.recheck_at.isoformat() if report.recheck_at else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    judgement, remedy = finding.judgement, finding.judgement.remedy
    return {
        "id": finding.check.id,
        "about": str(finding.subject),
        "verdict": finding.verdict.value,
        "says": judgement.says,
        "details": judgement.details or None,
        "counted": [{"what": c.what, "count": c.count, "examples": list(c.examples)} for c in judgement.counted],
        "explained_by": finding.explained_by or None,
        "confidence": judgement.confidence,
        "evidence": [
            {"source": e.source, "what": e.what, "at": e.at.isoformat() if e.at else None, "link": e.link or None}
            for e in finding.evidence
        ],
        "remedy": remedy
        and {
            "title": remedy.title,
            "who": finding.who.value,
            "steps": [s.text for s in remedy.steps],
            "note": remedy.remarks,
            "sources": list(finding.check.sources),
        },
    }
