"""What to say and in which order: the verdict, how we know, the steps for this person, what could not be checked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from diagnostics.asks import Reason
from diagnostics.judgement import Verdict, Who
from diagnostics.prompts import Prompt
from diagnostics.report import Evidence, Finding, Passing, Report, StageResult, Truth
from diagnostics.times import local
from handlers.case import Audience, State
from handlers.render.plan import Plan, lines, plan, quoted
from handlers.render.plan import steps as steps_of
from handlers.understanding.doubts import doubts

_ADMINS = (Who.SALESFORCE_ADMIN, Who.UNIFY_ADMIN, Who.BOTH_ADMINS)
_SAID_BY = {
    "salesforce": "Salesforce",
    "unify": "Unify",
    "person": "You told me",
    "message": "You wrote",
    "configuration": "Set up",
}
_CERTAIN = 0.97
MARKS = {Passing.PASSED: "✓", Passing.STOPPED: "✗", Passing.UNKNOWN: "?", Passing.NOT_REACHED: "·"}
_IN_COMMON = {Passing.NOT_REACHED: "Not reached", Passing.UNKNOWN: "Not known"}
_SHORT = 4  # lines of evidence a rep is shown at once; the rest is behind the button


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and where to see what it speaks of (an https address, or nothing)."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One fault, or one plan for several: what it is, who can do something about it, the steps, what else to know, where it
    is documented. `counted` are the errors that it covers, a line each."""

    headline: str
    certainty: str
    details: str = ""
    counted: tuple[str, ...] = ()
    who: str = ""
    steps: tuple[str, ...] = ()
    forward: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A stage of the flight, or several in a row of which there is nothing to say: `title` then says what they have in
    common."""

    state: Passing
    title: str
    says: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A report, ordered for one audience. Texts are plain; each renderer escapes them for its medium."""

    case_id: str
    state: State
    headline: str
    sections: tuple[Section, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    flight: tuple[Waypoint, ...] = ()
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
    told = _distinct(report.causes) or _distinct(report.suspects)[:2]
    causes, unread = quoted(told), [f for f in report.suspects if f.judgement.counted]
    together = plan(causes, unread, sees_all=sees_all) if len(causes) > 1 else None
    evidence = _evidence(report, told, sees_all, tz)
    unknown = _unknown(report.of(Verdict.UNKNOWN), report.prompts)
    # Beside a proved cause, what else might have been is for the evidence view.
    many = len(report.of(Verdict.UNKNOWN))
    aside = f"{many} further checks, listed under Show evidence." if report.causes and many > 2 else None
    short = _SHORT if audience is Audience.REP else 2 * _SHORT
    sections = _sections(told, together, report, audience, sees_all)
    return Outline(
        case_id=case_id,
        state=state,
        headline=together.headline if together and state is not State.FIXED else _headline(report, state),
        sections=sections,
        prompts=report.prompts,
        flight=_flight(report, sections, sees_all),
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


def _distinct(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What holds for several people in the same words is told once."""
    return tuple({(f.check.id, f.judgement.says): f for f in reversed(findings)}.values())[::-1]


def _sections(
    told: Sequence[Finding], together: Plan | None, report: Report, audience: Audience, sees_all: bool
) -> tuple[Section, ...]:
    """A section for each fault; the causes of errors that were quoted together are one, with one plan."""
    if report.established.state is Truth.REFUTED:
        return ()
    if together is None:
        return tuple(_section(f, report, audience, sees_all) for f in told)
    causes = quoted(told)
    others = tuple(_section(f, report, audience, sees_all) for f in told if f not in causes)
    for_others = audience is Audience.REP and any(f.who in _ADMINS for f in causes)
    details = (f"{f.judgement.details.removesuffix('.')}." for f in causes if sees_all and f.judgement.details)
    first = Section(
        headline=together.headline,
        certainty="Certain" if all(f.judgement.confidence >= _CERTAIN for f in causes) else "Nearly certain",
        details=" ".join(details),
        counted=together.counted,
        steps=together.steps,
        forward=f"Forward to them: {together.headline}" if for_others else "",
        note=together.note,
        sources=() if audience is Audience.REP else tuple(dict.fromkeys(s for f in causes for s in f.check.sources)),
        explains=tuple(title for f in causes for title in _explained(f, report)),
    )
    return (first, *others)


def _explained(finding: Finding, report: Report) -> tuple[str, ...]:
    """The titles of causes that this one took along."""
    return tuple(
        f.check.title
        for f in report.of(Verdict.EXPLAINED)
        if f.explained_by == finding.check.id and f.judgement.verdict is Verdict.CAUSE
    )


def _section(finding: Finding, report: Report, audience: Audience, sees_all: bool) -> Section:
    check, judgement, remedy = finding.check, finding.judgement, finding.judgement.remedy
    assert remedy is not None  # causes and suspects have one: judgement.py refuses others
    # While a question would settle it, the question comes first: steps for a mere suspicion may be the wrong ones.
    settled = finding.verdict is Verdict.CAUSE or not report.prompts
    steps = steps_of(finding, sees_all) if settled else ()
    for_others = finding.who in _ADMINS and audience is Audience.REP
    return Section(
        headline=judgement.says,
        certainty=_certainty(finding, report),
        details=f"{judgement.details.removesuffix('.')}." if sees_all and judgement.details else "",
        counted=lines(judgement.counted) if judgement.count > 1 else (),
        who="" if not settled or finding.who in (Who.REP, Who.NOBODY) else f"This needs {finding.who}.",
        steps=steps,
        forward=f"Forward to them: {judgement.says} {remedy.title}." if for_others else "",
        note=remedy.remarks if settled else "",
        sources=() if audience is Audience.REP else check.sources,
        explains=_explained(finding, report),
    )


def _certainty(finding: Finding, report: Report) -> str:
    if finding.verdict is Verdict.CAUSE:
        return "Certain" if finding.judgement.confidence >= _CERTAIN else "Nearly certain"
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


def _flight(report: Report, sections: Sequence[Section], sees_all: bool) -> tuple[Waypoint, ...]:
    """Stage by stage; nothing where nothing is known of any. What the report says already is not said again."""
    if not any(stage.state in (Passing.PASSED, Passing.STOPPED) for stage in report.flight):
        return ()
    said = {report.verdict, *(section.headline for section in sections)}
    told: list[Waypoint] = []
    for common, stages in groupby(report.flight, lambda stage: _in_common(stage, said)):
        if common:
            told.append(
                Waypoint(common, _IN_COMMON[common], ", ".join(s.title[:1].lower() + s.title[1:] for s in stages))
            )
        else:
            told += (_waypoint(stage, said, sees_all) for stage in stages)
    return tuple(told)


def _in_common(stage: StageResult, said: Collection[str]) -> Passing | None:
    """The state of a stage of which there is no more to say than that."""
    wordless = not stage.says or (stage.state is Passing.NOT_REACHED and stage.says in said)
    return stage.state if wordless and stage.state in _IN_COMMON else None


def _waypoint(stage: StageResult, said: Collection[str], sees_all: bool) -> Waypoint:
    if stage.private and not sees_all:
        return Waypoint(stage.state, stage.title)
    return Waypoint(stage.state, stage.title, "" if stage.says in said else stage.says.removesuffix("."), stage.link)


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
