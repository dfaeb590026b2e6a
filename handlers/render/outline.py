"""What to say and in which order: the verdict, how we know, the steps for this person, what could not be checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from diagnostics.asks import Reason
from diagnostics.judgement import Verdict, Who
from diagnostics.prompts import Prompt
from diagnostics.report import Evidence, Finding, Report, Truth
from diagnostics.times import local
from handlers.case import Audience, State
from handlers.understanding.doubts import doubts

_ADMINS = (Who.SALESFORCE_ADMIN, Who.UNIFY_ADMIN, Who.BOTH_ADMINS)
_SAID_BY = {
    "salesforce": "Salesforce",
    "unify": "Unify",
    "person": "You told me",
    "message": "You wrote",
    "configuration": "Set up",
}
_SHORT = 4  # lines of evidence a rep is shown at once; the rest is behind the button


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and where to see what it speaks of (an https address, or nothing)."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One fault: what it is, who can do something about it, the steps, what else to know, where it is documented."""

    headline: str
    certainty: str
    details: str = ""
    who: str = ""
    steps: tuple[str, ...] = ()
    forward: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A report, ordered for one audience. Texts are plain; each renderer escapes them for its medium."""

    case_id: str
    state: State
    headline: str
    sections: tuple[Section, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    evidence: tuple[Line, ...] = ()
    more_evidence: tuple[Line, ...] = ()
    also_found: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    more_unknown: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()
    recheck: str = ""
    buttons: tuple[str, ...] = ()


def checking(case_id: str, about: str) -> Outline:
    """Before anything is known."""
    return Outline(case_id, State.CHECKING, f"Checking {about} …" if about else "Checking the integration …")


def outline(case_id: str, report: Report, audience: Audience, state: State, *, tz: str, private: bool) -> Outline:
    """Order a report for whom it is told. Only admins in a private place see users, permission sets, limits and logins."""
    asked = report.question
    sees_all = audience is Audience.ADMIN and private
    told = report.causes or report.suspects[:2]
    sections = (
        ()
        if report.established.state is Truth.REFUTED
        else tuple(_section(f, report, audience, sees_all) for f in told)
    )
    evidence = _evidence(report, told, sees_all, tz)
    unknown = _unknown(report.of(Verdict.UNKNOWN), report.prompts)
    # Beside a proved cause, what else might have been is for the evidence view.
    many = len(report.of(Verdict.UNKNOWN))
    aside = f"{many} further checks, listed under Show evidence." if report.causes and many > 2 else None
    short = _SHORT if audience is Audience.REP else 2 * _SHORT
    return Outline(
        case_id=case_id,
        state=state,
        headline=_headline(report, state),
        sections=sections,
        prompts=report.prompts,
        evidence=evidence[:short],
        more_evidence=evidence[short:],
        also_found=tuple(dict.fromkeys(_sentence(f, sees_all) for f in report.also_found)),
        unknown=(*doubts(asked.text, asked.record_ids, report.site), *(unknown if aside is None else (aside,))),
        more_unknown=() if aside is None else unknown,
        clear=tuple(dict.fromkeys(f.judgement.says for f in report.of(Verdict.CLEAR))),
        recheck=_recheck(report, state, tz),
        buttons=_buttons(report, state, audience),
    )


def _headline(report: Report, state: State) -> str:
    if state is State.FIXED and report.established.state is not Truth.REFUTED:
        return f"Solved. {report.verdict}" if report.causes else "Checked: what was wrong is good now."
    asked = bool(report.question.suspected)
    if report.established.state is Truth.REFUTED or report.causes or report.suspects:
        return report.verdict
    if not asked:
        unknown = len(report.of(Verdict.UNKNOWN))
        return "The integration works, as far as I can see." if unknown else "The integration works."
    if report.prompts:
        return "Nothing is proved yet; an answer would settle it."
    return "I found no cause in what I could check."


def _section(finding: Finding, report: Report, audience: Audience, sees_all: bool) -> Section:
    check, judgement, remedy = finding.check, finding.judgement, finding.judgement.remedy
    assert remedy is not None  # causes and suspects have one: judgement.py refuses others
    # While a question would settle it, the question comes first: steps for a mere suspicion may be the wrong ones.
    settled = finding.verdict is Verdict.CAUSE or not report.prompts
    steps = tuple(s.text for s in remedy.steps if sees_all or not s.private) if settled else ()
    for_others = finding.who in _ADMINS and audience is Audience.REP
    return Section(
        headline=judgement.says,
        certainty=_certainty(finding, report),
        details=f"{judgement.details.removesuffix('.')}." if sees_all and judgement.details else "",
        who="" if not settled or finding.who in (Who.REP, Who.NOBODY) else f"This needs {finding.who}.",
        steps=steps,
        forward=f"Forward to them: {judgement.says} {remedy.title}." if for_others else "",
        note=remedy.note if settled else "",
        sources=() if audience is Audience.REP else check.sources,
        explains=tuple(
            f.check.title
            for f in report.of(Verdict.EXPLAINED)
            if f.explained_by == check.id and f.judgement.verdict is Verdict.CAUSE
        ),
    )


def _certainty(finding: Finding, report: Report) -> str:
    if finding.verdict is Verdict.CAUSE:
        return "Certain" if finding.judgement.confidence >= 0.95 else "Nearly certain"
    word = "Likely" if finding.judgement.confidence >= 0.5 else "Possible"
    return f"{word}; one answer would settle it" if report.prompts else word


def _evidence(report: Report, told: Sequence[Finding], sees_all: bool, tz: str) -> tuple[Line, ...]:
    """What the verdict rests on; while nothing is proved, also what is known to be in order."""
    lines = [*report.established.evidence, *(e for f in told for e in f.evidence)]
    if not report.causes:
        lines += [e for f in report.of(Verdict.CLEAR) for e in f.evidence]
    shown = tuple(dict.fromkeys(_line(e, report.question.as_of, tz) for e in lines if sees_all or not e.private))
    if lines and not shown:
        return (Line("Salesforce's records of sign-ins and permissions, which only admins are shown."),)
    return shown


def _line(evidence: Evidence, now: datetime, tz: str) -> Line:
    by = _SAID_BY[evidence.source]
    # No colon after the time: Slack would look for an emoji between the two.
    asked = f", {local(evidence.at, now, tz)} —" if evidence.at and evidence.source in ("salesforce", "unify") else ":"
    return Line(f"{by}{asked} {evidence.what}.", evidence.link)


def _sentence(finding: Finding, sees_all: bool) -> str:
    details = f" {finding.judgement.details}" if sees_all and finding.judgement.details else ""
    return finding.judgement.says + details


def _unknown(findings: Iterable[Finding], prompts: Sequence[Prompt]) -> tuple[str, ...]:
    """What could not be checked, by reason; questions that are being asked need no second mention."""
    by_reason: dict[str, list[str]] = {}
    for finding in findings:
        reason = finding.judgement.reason
        if reason is Reason.UNSAID and prompts:
            continue
        why = "only a person can see it" if reason is Reason.UNSAID else finding.judgement.says
        by_reason.setdefault(why, []).append(finding.check.title)
    return tuple(f"{'; '.join(dict.fromkeys(titles))} ({why})" for why, titles in by_reason.items())


def _recheck(report: Report, state: State, tz: str) -> str:
    if state is not State.WAITING or report.recheck_at is None:
        return ""
    return (
        f"I'll look again at {local(report.recheck_at, report.question.as_of, tz)} and tell you here only if it is "
        "still missing."
    )


def _buttons(report: Report, state: State, audience: Audience) -> tuple[str, ...]:
    buttons = ["case/evidence"]
    if state in (State.FIXED, State.HANDED_OVER):
        return tuple(buttons)
    if (report.causes or report.suspects) and state is not State.WAITING:
        buttons += ["case/solved", "case/not-solved"]
    buttons.append("case/recheck")
    if any(f.who in _ADMINS for f in (*report.causes, *report.suspects)) or any(p.org for p in report.prompts):
        buttons += [] if audience is Audience.ADMIN else ["case/ask-admin"]
    if report.question.suspected and audience is not Audience.REP:
        buttons.append("case/handover")
    return tuple(buttons)
