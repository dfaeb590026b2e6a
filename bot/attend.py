"""What is done with one thing said: fold it into its case, look, diagnose, save, tell."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.slack import NotHere, Voice
from bot.store import Cases, Ledger, Standing
from bot.sweep import Sweep
from bot.triage import Triage, again
from diagnostics.bundle import pack
from diagnostics.question import Question
from diagnostics.report import Report
from handlers import conversation, home
from handlers.case import Audience, Case, Kind, Said, State
from handlers.commands import HELP
from handlers.render import blocks
from handlers.render.markdown import markdown
from handlers.render.metadata import metadata
from handlers.render.mrkdwn import cut, escape
from handlers.render.outline import Outline, checking, outline
from handlers.understanding import is_small_talk

_log = logging.getLogger(__name__)
_SUPPORT = "support@unifygtm.com"


class Attendant:
    """Attends to things said, one at a time per thread (bot/work.py sees to that)."""

    def __init__(
        self,
        voice: Voice,
        triage: Triage,
        cases: Cases,
        standing: Standing,
        ledger: Ledger,
        sweep: Sweep,
        admins: tuple[str, ...],
        clock: Callable[[], datetime],
    ) -> None:
        self._voice, self._triage, self._cases, self._standing = voice, triage, cases, standing
        self._ledger, self._sweep, self._admins, self._clock = ledger, sweep, admins, clock

    def attend(self, said: Said) -> None:
        """Do what is to be done. Raises what Slack or the store raise: it is tried again."""
        match said.kind:
            case Kind.COMMAND:
                self._command(said)
            case Kind.MENTION | Kind.SHORTCUT:
                self._called(*self._with_files(said))
            case Kind.MESSAGE:
                self._message(*self._with_files(said))
            case Kind.ACTION if said.action.startswith("warning/"):
                self._sweep.pressed(said)
            case Kind.ACTION:
                self._pressed(said)
            case Kind.FORM:
                self._form(said)
            case Kind.HOME:
                self._home(said)
            case Kind.RECHECK:
                self._look_again(said)

    def apologise(self, said: Said, reference: str) -> None:
        """Say that it could not be done, without saying what broke."""
        text = (
            f"Something of mine broke while I worked on this. Please try again; if it stays, tell my admin {reference}."
        )
        case = self._cases.in_thread(said.channel, said.thread_ts or said.ts)
        if case and case.report_ts:
            self._voice.post(case.channel, {"text": text}, case.thread_ts)
        else:
            self._voice.post(self._voice.direct(said.user), {"text": text})

    # What opens a case

    def _command(self, said: Said) -> None:
        name, _, _ = self._voice.profile(said.user)
        case = conversation.open_case(said, "", said.channel, self._admins, private=said.channel.startswith("D"))
        case = self._cases.by_id(case.id) or self._asked(case, said)
        question = case.question
        assert question is not None  # _asked gives it one
        if said.text and not question.for_us:
            self._hint(said, f"I could not read “{cut(said.text, 100)}” as a question about email activity.\n{HELP}")
            return
        if not case.thread_ts:
            case = self._root(case, said, name)
        self._report(case)

    def _root(self, case: Case, said: Said, name: str) -> Case:
        """The visible message that a command leaves; where we are no member, in direct messages, with a pointer."""
        about = _about(case.question)
        text = f"{escape(name) or 'Somebody'} asked " + (
            f"about *{escape(about)}*." if about else "how the connection between Unify and Salesforce is."
        )
        message = {"text": f"{text} Details in the thread."}
        try:
            if not case.channel:
                raise NotHere("")
            ts = self._voice.post(case.channel, message)
        except NotHere:
            channel = self._voice.direct(said.user)
            audience = Audience.ADMIN if said.user in self._admins else Audience.REP
            case = replace(case, channel=channel, audience=audience)
            ts = self._voice.post(channel, message)
            if said.response_url:
                self._voice.respond(
                    said.response_url, "I am not in this channel, so I answer you in our direct messages."
                )
        case = replace(case, thread_ts=ts)
        self._cases.save(case)
        return case

    def _with_files(self, said: Said) -> tuple[Said, str]:
        """What is said with the files that came with it, and the errors in them."""
        return conversation.with_files(said, [self._voice.file(url) for url in said.files])

    def _called(self, said: Said, attached: str) -> None:
        """A mention or the shortcut: in a thread of ours it is a reply, else it opens a case about its ticket."""
        private = said.channel.startswith("D")
        thread = said.thread_ts or said.ts
        before = self._cases.in_thread(said.channel, thread)
        if before and said.kind is Kind.MENTION:
            self._replied(before, said, attached, addressed=True)
            return
        if not (said.quoted or attached) and is_small_talk(said.text):
            return
        if said.kind is Kind.MENTION and said.thread_ts:
            ticket = self._voice.thread(said.channel, said.thread_ts)
            texts = [text for text, _ in ticket if text and (said.text not in text or not said.text)]
            said = replace(said, quoted="\n".join(texts))
            if not attached:
                files = [self._voice.file(url) for _, urls in ticket for url in urls]
                said, attached = conversation.with_files(said, files)
        case = conversation.open_case(said, thread, said.channel, self._admins, private=private)
        case = self._cases.by_id(case.id) or self._asked(case, said, attached)
        question = case.question
        assert question is not None  # _asked gives it one
        if not question.for_us:
            text = (
                "I look into emails, replies and opens that Unify does not bring to Salesforce. Tell me here whose "
                "email is missing, paste the ticket's text or the error, or use *Triage sync issue* on the ticket."
            )
            self._voice.post(said.channel, {"text": text}, thread)
            return
        try:
            self._report(case)
        except NotHere:
            # The shortcut works where we are no member: the answer goes to the person.
            self._report(self._moved(case, said))

    def _moved(self, case: Case, said: Said) -> Case:
        channel = self._voice.direct(said.user)
        text = f"About the message you showed me: *{escape(_about(case.question))}*"
        ts = self._voice.post(channel, {"text": text})
        if said.response_url:
            self._voice.respond(said.response_url, "I am not in this channel, so I answer you in our direct messages.")
        audience = Audience.ADMIN if said.user in self._admins else Audience.REP
        return replace(case, channel=channel, thread_ts=ts, audience=audience)

    def _message(self, said: Said, attached: str) -> None:
        direct = said.channel.startswith("D")
        if said.thread_ts:
            case = self._cases.in_thread(said.channel, said.thread_ts)
        else:
            latest = self._cases.latest_of(said.user, said.channel)
            case = latest if latest and latest.open_keys else None
        if case and (self._replied(case, said, attached, addressed=direct) or not direct):
            return
        if not direct:
            return
        if not attached and is_small_talk(said.text):
            if self._ledger.claim(f"thanked:{said.user}:{said.at.date()}", "", said.at):
                self._voice.post(said.channel, {"text": "Glad to help."}, said.thread_ts)
            return
        self._called(replace(said, kind=Kind.SHORTCUT, quoted=said.text, text=""), attached)

    # What goes on in a case

    def _replied(self, case: Case, said: Said, attached: str, *, addressed: bool) -> bool:
        """Fold a reply into its case; false where it is nothing for us."""
        _, _, tz = self._voice.profile(said.user)
        after = conversation.reply(case, said, tz=tz, addressed=addressed, attached=attached)
        if after is None:
            return False
        for answer in after.answers:
            if answer not in case.answers:
                self._standing.hear(answer)
        self._report(after, fresh=True)
        return True

    def _pressed(self, said: Said) -> None:
        case = self._cases.by_id(said.text) or self._cases.in_thread(said.channel, said.thread_ts)
        if case is None:
            return
        match said.action.split("/"):
            case ["answer", key, choice]:
                self._answered(case, key, choice, said)
            case ["case", "recheck"]:
                self._report(case, fresh=True)
            case ["case", "evidence"]:
                told = self._replay(case, said.user)
                if told:
                    self._voice.fill(said.view, blocks.evidence_view(told))
            case ["case", "solved"]:
                self._close(replace(case, solved=True, state=State.FIXED, recheck_at=None), said)
            case ["case", "not-solved"]:
                self._cases.save(replace(case, solved=False))
                text = (
                    "Thank you for telling me. What else did you see? An address, a time or an error line helps most."
                )
                self._voice.post(case.channel, {"text": text}, case.thread_ts)
            case ["case", "handover"]:
                self._hand_over(case, said)
            case ["case", "ask-admin"]:
                self._ask_admins(case, said)

    def _form(self, said: Said) -> None:
        case = self._cases.by_id(said.quoted)
        if case is not None:
            self._answered(case, said.action.split("/")[1], said.text, said)

    def _answered(self, case: Case, key: str, value: str, said: Said) -> None:
        after = conversation.answer(case, key, value, said)
        for given in after.answers[-1:]:
            self._standing.hear(given)
        self._report(after, fresh=False)

    def _look_again(self, said: Said) -> None:
        case = self._cases.by_id(said.quoted)
        if case is None or case.recheck_at is None:
            return
        report = self._report(case, fresh=True)
        if not conversation.arrived(report):
            text = f"<@{case.asker}> It is still missing. {escape(report.verdict)}"
            self._voice.post(case.channel, {"text": text}, case.thread_ts)

    def _close(self, case: Case, said: Said) -> None:
        self._cases.save(case)
        told = self._replay(case, "")
        if told:
            self._tell(case, told, None)

    def _hand_over(self, case: Case, said: Said) -> None:
        case = replace(case, state=State.HANDED_OVER, recheck_at=None)
        told = self._replay(case, "")
        self._cases.save(case)
        if told is None:
            return
        self._tell(case, told, None)
        text = f"For {_SUPPORT}, to be copied as it is (case {case.id}):\n```{escape(cut(markdown(told), 3_000))}```"
        self._voice.post(case.channel, {"text": text}, case.thread_ts)

    def _ask_admins(self, case: Case, said: Said) -> None:
        told = self._replay(replace(case, audience=Audience.ADMIN), "", private=True)
        if told is None or not self._ledger.claim(f"asked-admins:{case.id}:{','.join(case.open_keys)}", "", said.at):
            return
        name, _, _ = self._voice.profile(said.user)
        for admin in self._admins:
            channel = self._voice.direct(admin)
            intro = {"text": f"{escape(name) or 'Somebody'} asks for your help with this:"}
            self._voice.post(channel, blocks.message(told), self._voice.post(channel, intro))
        text = (
            "I asked your admins by direct message; their answer comes back here."
            if self._admins
            else "Nobody is set up as an admin for me (SYNC_TRIAGE_ADMINS), so I cannot ask one."
        )
        self._voice.post(case.channel, {"text": text}, case.thread_ts)

    def _home(self, said: Said) -> None:
        if said.text == "messages":
            self._voice.suggest(said.channel, home.PROMPTS)
            return
        state = None
        if said.user in self._admins:
            _, _, tz = self._voice.profile(said.user)
            question = Question("", said.at, said.at, tz=tz, workspace=said.team)
            report, _ = self._triage.diagnose(question, self._standing.known(self._clock()))
            state = outline("", report, Audience.ADMIN, State.DIAGNOSED, tz=tz, private=True)
        self._voice.home(said.user, home.view(self._cases.open_of(said.user), state))

    # Diagnosing and telling

    def _asked(self, case: Case, said: Said, attached: str = "") -> Case:
        _, address, tz = self._voice.profile(said.user)
        return conversation.ask(case, said, asker=address, tz=tz, attached=attached)

    def _report(self, case: Case, *, fresh: bool = False) -> Report:
        """Diagnose and tell; the first time, say at once that we are at it."""
        question = case.question
        assert question is not None  # a case without a question is never reported on
        if not case.report_ts:
            at_work = blocks.message(checking(case.id, _about(question)))
            ts = self._voice.post(case.channel, at_work, case.thread_ts, metadata(case.id, None, State.CHECKING))
            case = replace(case, report_ts=ts)
            self._cases.save(case)
        standing = self._standing.known(self._clock())
        report, _ = self._triage.diagnose(question, (*standing, *case.answers), fresh=fresh)
        case = conversation.told(case, report)
        self._cases.keep_file(case.id, pack(report))
        self._cases.save(case)
        self._tell(case, self._outline(case, report), report)
        return report

    def _outline(self, case: Case, report: Report, *, private: bool | None = None) -> Outline:
        shut = case.channel.startswith("D") if private is None else private
        return outline(case.id, report, case.audience, case.state, tz=report.question.tz, private=shut)

    def _tell(self, case: Case, told: Outline, report: Report | None) -> None:
        report = report or self._judged_again(case)
        self._voice.edit(case.channel, case.report_ts, blocks.message(told), metadata(case.id, report, case.state))

    def _judged_again(self, case: Case) -> Report | None:
        """The last diagnosis, from its case file: no call is made."""
        file = self._cases.file(case.id)
        return None if file is None else again(file)

    def _replay(self, case: Case, user: str, *, private: bool = False) -> Outline | None:
        """The last report for another pair of eyes: an admin's own, in a place that only they see."""
        report = self._judged_again(case)
        if report is None:
            return None
        if user in self._admins:
            case, private = replace(case, audience=Audience.ADMIN), True
        return self._outline(case, report, private=private or None)

    def _hint(self, said: Said, text: str) -> None:
        if said.response_url:
            self._voice.respond(said.response_url, text)
        else:
            self._voice.post(self._voice.direct(said.user), {"text": text})


def _about(question: Question | None) -> str:
    if question is None:
        return ""
    people = [str(person) for person in question.people if person.address or person.record_id]
    return ", ".join(people) or cut(" ".join(question.text.split()), 80) or ("the errors" if question.attached else "")
