"""What each thing said makes of a case. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from diagnostics.answers import Answer
from diagnostics.judgement import Verdict
from diagnostics.prompts import PROMPTS
from diagnostics.question import Question
from diagnostics.report import Report, Truth
from handlers.case import Audience, Case, Kind, Said, State
from handlers.understanding import is_small_talk, read_answer, understand


def open_case(said: Said, thread_ts: str, channel: str, admins: Sequence[str], *, private: bool) -> Case:
    """A new case in a thread. In a channel support is spoken to; alone, an admin or a rep."""
    if private:
        audience = Audience.ADMIN if said.user in admins else Audience.REP
    else:
        audience = Audience.REP if said.kind is Kind.COMMAND else Audience.SUPPORT
    return Case(case_id(said), said.team, channel, thread_ts, said.user, audience, said.at)


def case_id(said: Said) -> str:
    """The id of the case that this opens: it follows from what was said, so that the same delivery opens the same one."""
    return hashlib.sha256(said.id.encode()).hexdigest()[:12]


def ask(case: Case, said: Said, *, asker: str, tz: str) -> Case:
    """The case with its question: what was said, or, where that is only a call, the ticket it points at."""
    text = "\n".join(filter(None, (said.text, said.quoted)))
    question = understand(text, asked_at=said.at, tz=tz, asker=asker, workspace=said.team)
    return replace(case, question=question, state=State.CHECKING)


def answer(case: Case, key: str, value: str, said: Said) -> Case:
    """The case with one more answer; a later one to the same question takes its place."""
    if key not in PROMPTS:
        return case
    others = tuple(a for a in case.answers if a.key != key)
    return replace(case, answers=(*others, Answer(key, value, said.user, said.at)))


def reply(case: Case, said: Said, *, tz: str, addressed: bool) -> Case | None:
    """The case after a reply in its thread; None where it is nothing for us: thanks, or talk between people."""
    if is_small_talk(said.text):
        return None
    answers = read_answer(said.text, case.open_keys, at=said.at, tz=tz)
    for key, value in answers.items():
        case = answer(case, key, value, said)
    if answers:
        return case
    heard = understand(said.text, asked_at=said.at, tz=tz, asker=case.question.asker if case.question else "")
    names_somebody = bool(heard.addresses or heard.record_ids)
    if addressed and (heard.symptoms or names_somebody) and heard.about_sync:
        return replace(case, question=_corrected(case.question, heard), answers=_general(case.answers))
    return None


def _corrected(before: Question | None, heard: Question) -> Question:
    """What is said anew, over what was said before where nothing new was said."""
    if before is None:
        return heard
    return replace(
        before,
        text=f"{before.text}\n{heard.text}",
        symptoms=heard.symptoms or before.symptoms,
        scope=heard.scope if heard.symptoms else before.scope,
        addresses=heard.addresses or before.addresses,
        record_ids=heard.record_ids or (() if heard.addresses else before.record_ids),
        error_codes=tuple(dict.fromkeys((*before.error_codes, *heard.error_codes))),
        sent_at=heard.sent_at or before.sent_at,
        stated={**before.stated, **heard.stated},
    )


def _general(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Answers that hold whomever the question is about now."""
    return tuple(a for a in answers if PROMPTS[a.key].org)


def told(case: Case, report: Report) -> Case:
    """The case after a diagnosis: its state, what is asked next, when to look again."""
    if (arrived(report) and case.state is State.WAITING) or fixed(case.causes, report):
        state = State.FIXED
    elif report.causes and report.causes[0].judgement.until:
        state = State.WAITING
    elif report.prompts:
        state = State.NEEDS_ANSWER
    else:
        state = State.DIAGNOSED
    return replace(
        case,
        state=state,
        causes=tuple(f.check.id for f in report.causes),
        open_keys=tuple(p.key for p in report.prompts),
        recheck_at=report.recheck_at if state is State.WAITING else None,
    )


def arrived(report: Report) -> bool:
    """Whether what was missing is there now."""
    return report.established.state is Truth.REFUTED


def fixed(before: Sequence[str], report: Report) -> bool:
    """Whether none of the causes found before is one any more, checked and not only unseen."""
    now = {f.check.id: f.verdict for f in report.findings}
    return bool(before) and all(now.get(id) in (Verdict.CLEAR, None) for id in before) and not report.causes
