"""What each thing said makes of a case. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from diagnostics.answers import Answer
from diagnostics.errors import apart, read
from diagnostics.judgement import Verdict
from diagnostics.prompts import PROMPTS
from diagnostics.question import Address, Question, Role, Symptom
from diagnostics.report import Report, Truth
from handlers.case import Audience, Case, Kind, Said, State
from handlers.understanding import is_small_talk, read_answer, understand
from handlers.understanding.corrections import Correction, correction

_CORRECTABLE = frozenset({"contact", "sent-at"})  # while these are asked, an address or a time is the answer

_ERROR = "write-error"
_READ = 4_000  # characters of a file without errors that are read as words


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


def with_files(said: Said, files: Sequence[str]) -> tuple[Said, str]:
    """What is said when files come with it, and the text of those that hold errors: an export is data, and not words."""
    exports = [file for file in files if read(file)]
    words = [file[:_READ] for file in files if file not in exports]
    return replace(said, text="\n".join(filter(None, (said.text, *words)))), "\n".join(exports)


def ask(case: Case, said: Said, *, asker: str, tz: str, attached: str = "") -> Case:
    """The case with its question: what was said, or, where that is only a call, the ticket it points at."""
    words, pasted = apart("\n".join(filter(None, (said.text, said.quoted))))
    question = understand(words, asked_at=said.at, tz=tz, asker=asker, workspace=said.team)
    return replace(case, question=attach(attach(question, pasted), attached), state=State.CHECKING)


def attach(question: Question, text: str) -> Question:
    """The question with one more file of errors; without other words it asks about these."""
    if not text or text in question.attached:
        return question
    codes = (error.code for error in read(text) if error.entry)
    return replace(
        question,
        attached="\n".join(filter(None, (question.attached, text))),
        error_codes=tuple(dict.fromkeys((*question.error_codes, *codes))),
        symptoms=question.symptoms or (Symptom.WRITE_ERROR,),
    )


def answer(case: Case, key: str, value: str, said: Said) -> Case:
    """The case with one more answer; a later one to the same question takes its place."""
    if key not in PROMPTS:
        return case
    others = tuple(a for a in case.answers if a.key != key)
    return replace(case, answers=(*others, Answer(key, value, said.user, said.at)))


def reply(case: Case, said: Said, *, tz: str, addressed: bool, attached: str = "") -> Case | None:
    """The case after a reply in its thread; None where it is nothing for us: thanks, or talk between people."""
    if attached and case.question:
        case = replace(case, question=attach(case.question, attached))
        return reply(case, said, tz=tz, addressed=addressed) or case
    if is_small_talk(said.text):
        return None
    before = case.question
    put_right = before and correction(said.text, at=said.at, tz=tz, known=before.sent_at)
    if before and put_right and (put_right.other or not _CORRECTABLE.intersection(case.open_keys)):
        return replace(case, question=_put_right(before, put_right), answers=_general(case.answers))
    answers = read_answer(said.text, case.open_keys, at=said.at, tz=tz)
    if _ERROR in case.open_keys and any(error.entry for error in read(said.text)):
        answers |= {_ERROR: said.text}  # all of it: several lines may be quoted, each for itself
    for key, value in answers.items():
        case = answer(case, key, value, said)
    if answers:
        return case
    if before and put_right:
        return replace(case, question=_put_right(before, put_right), answers=_general(case.answers))
    heard = understand(said.text, asked_at=said.at, tz=tz, asker=before.asker if before else "")
    names_somebody = bool(heard.addresses or heard.record_ids)
    if addressed and (heard.symptoms or names_somebody) and heard.about_sync:
        return replace(case, question=_corrected(case.question, heard), answers=_general(case.answers))
    return None


def _put_right(before: Question, right: Correction) -> Question:
    """The same question about somebody else, or another time. "The other one" of one alone has to be asked for."""
    ours = tuple(a for a in before.addresses if a.role is Role.SENDER)
    question = replace(before, sent_at=right.sent_at, sent_within=None) if right.sent_at else before
    if not right.contact and not right.other:
        return question
    others = (p.address or p.record_id for p in before.people[1:2])
    meant = right.contact or next(others, "")
    named = (Address(meant, Role.RECIPIENT),) if "@" in meant else ()
    return replace(question, addresses=(*named, *ours), record_ids=(meant,) if meant and not named else ())


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
        sent_within=heard.sent_within if heard.sent_at else before.sent_within,
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
