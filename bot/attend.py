"""What is done with one thing said: fold it into its case, look, diagnose, save, tell.

Each of these is a step that is noted when it is done (bot/work/ sees to that), so that after a crash the next one goes
on. A step that was not noted is done again, and does no harm: what was said changes its case once, in one transaction
with the case; a message is posted once by its key; editing a message is the same however often it is done.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from bot.posting import Posting
from bot.slack import NotHere, Voice
from bot.store import Cases, Database, Ledger, Outcomes, Sayings, Standing
from bot.sweep import Sweep
from bot.triage import Triage, again
from diagnostics.answers import Answer
from diagnostics.asks import Json
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

_SUPPORT = "support@unifygtm.com"
_ELSEWHERE = "I am not in this channel, so I answer you in our direct messages."
Step = Callable[[str, Callable[[], Json]], Json]


@dataclass(frozen=True, slots=True)
class Next:
    """What follows from a thing said, decided when it is folded in.

    `report`: look up (`fresh`: nothing remembered) and tell; `retell`: the last report again, as it is now worded.
    `says` is posted in the case's thread, or in `channel` and `thread_ts`; `hint` is for the person alone.
    """

    case: str = ""
    report: bool = False
    fresh: bool = False
    retell: bool = False
    says: str = ""
    channel: str = ""
    thread_ts: str = ""
    hint: str = ""


Folded = tuple[Case | None, Next]
_NOTHING: Folded = (None, Next())


class Attendant:
    """Attends to things said, one at a time per thread (bot/work/ sees to that)."""

    def __init__(
        self,
        voice: Voice,
        triage: Triage,
        database: Database,
        posting: Posting,
        sweep: Sweep,
        admins: tuple[str, ...],
        clock: Callable[[], datetime],
    ) -> None:
        self._voice, self._triage, self._database, self._posting = voice, triage, database, posting
        self._sweep, self._admins, self._clock = sweep, admins, clock
        self._cases, self._sayings, self._outcomes = Cases(database), Sayings(database), Outcomes(database)
        self._standing, self._ledger = Standing(database), Ledger(database)

    def attend(self, said: Said, step: Step) -> None:
        """Do what is to be done, step by step. Raises what Slack or the store raise once patience is at an end."""
        match said.kind, said.action:
            case Kind.HOME, _:
                step("show home", lambda: self._home(said))
            case Kind.ACTION, "case/evidence":
                step("show evidence", lambda: self._show_evidence(said))
            case Kind.ACTION, "case/ask-admin":
                step("ask admins", lambda: self._ask_admins(said))
            case Kind.ACTION, action if action.startswith("warning/"):
                step("look after a warning", lambda: self._sweep.pressed(said))
            case _:
                self._follow(said, Next(**step("fold", lambda: self._fold_in(said))), step)

    def reference(self, said: Said) -> str:
        """What operators find in the logs and people are told where something breaks: the id of the case."""
        case = self._case_of(said)
        return case.id if case else conversation.case_id(said)

    def apologise(self, said: Said, reference: str) -> None:
        """Say that it could not be done, without saying what broke."""
        text = (
            f"Something of mine broke while I worked on this. Please try again; if it stays, tell my admin {reference}."
        )
        case = self._case_of(said)
        if case and case.thread_ts:
            self._posting.post(f"sorry:{said.id}", case.channel, {"text": text}, case.thread_ts)
        else:
            self._posting.post(f"sorry:{said.id}", self._voice.direct(said.user), {"text": text})

    def _case_of(self, said: Said) -> Case | None:
        return (
            (self._cases.by_id(said.quoted) if said.kind in (Kind.FORM, Kind.RECHECK) else None)
            or (self._cases.by_id(said.text) if said.kind is Kind.ACTION else None)
            or self._cases.by_id(conversation.case_id(said))
            or self._cases.in_thread(said.channel, said.thread_ts or said.ts)
        )

    # Folding in: what a thing said makes of its case. Reads, then changes the case once.

    def _fold_in(self, said: Said) -> Json:
        """The case and what follows, saved together with what was said; the same again if it was folded in before."""
        before = self._sayings.outcome(said.id)
        if before is not None:
            return before
        case, follows = self._fold(said)
        with self._database.transaction():
            self._sayings.keep(said, follows.case, asdict(follows))
            if case is not None:
                self._cases.save(case)
        return asdict(follows)

    def _fold(self, said: Said) -> Folded:
        match said.kind:
            case Kind.COMMAND:
                return self._command(said)
            case Kind.MENTION | Kind.SHORTCUT:
                return self._called(*self._with_files(said))
            case Kind.MESSAGE:
                return self._message(*self._with_files(said))
            case Kind.ACTION:
                return self._pressed(said)
            case Kind.FORM:
                return self._form(said)
            case Kind.RECHECK:
                case = self._cases.by_id(said.quoted)
                due = case is not None and case.recheck_at is not None
                return None, Next(said.quoted, report=True, fresh=True) if due else Next()
        return _NOTHING

    # What opens a case

    def _command(self, said: Said) -> Folded:
        case = conversation.open_case(said, "", said.channel, self._admins, private=said.channel.startswith("D"))
        case = self._asked(case, said)
        question = case.question
        assert question is not None  # _asked gives it one
        if said.text and not question.for_us:
            return None, Next(
                hint=f"I could not read “{cut(said.text, 100)}” as a question about email activity.\n{HELP}"
            )
        return case, Next(case.id, report=True)

    def _with_files(self, said: Said) -> tuple[Said, str]:
        """What is said with the files that came with it, and the errors in them."""
        return conversation.with_files(said, [self._voice.file(url) for url in said.files])

    def _called(self, said: Said, attached: str) -> Folded:
        """A mention or the shortcut: in a thread of ours it is a reply, else it opens a case about its ticket."""
        private = said.channel.startswith("D")
        thread = said.thread_ts or said.ts
        before = self._cases.in_thread(said.channel, thread)
        if before and said.kind is Kind.MENTION:
            return self._replied(before, said, attached, addressed=True) or _NOTHING
        if not (said.quoted or attached) and is_small_talk(said.text):
            return _NOTHING
        if said.kind is Kind.MENTION and said.thread_ts:
            ticket = self._voice.thread(said.channel, said.thread_ts)
            texts = [text for text, _ in ticket if text and (said.text not in text or not said.text)]
            said = replace(said, quoted="\n".join(texts))
            if not attached:
                files = [self._voice.file(url) for _, urls in ticket for url in urls]
                said, attached = conversation.with_files(said, files)
        opened = conversation.open_case(said, thread, said.channel, self._admins, private=private)
        case = self._asked(opened, said, attached)
        question = case.question
        assert question is not None  # _asked gives it one
        if not question.for_us:
            text = (
                "I look into emails, replies and opens that Unify does not bring to Salesforce. Tell me here whose "
                "email is missing, paste the ticket's text or the error, or use *Triage sync issue* on the ticket."
            )
            return None, Next(says=text, channel=said.channel, thread_ts=thread)
        return case, Next(case.id, report=True)

    def _message(self, said: Said, attached: str) -> Folded:
        direct = said.channel.startswith("D")
        if said.thread_ts:
            case = self._cases.in_thread(said.channel, said.thread_ts)
        else:
            latest = self._cases.latest_of(said.user, said.channel)
            case = latest if latest and latest.open_keys else None
        folded = self._replied(case, said, attached, addressed=direct) if case else None
        if folded or not direct:
            return folded or _NOTHING
        if not attached and is_small_talk(said.text):
            thanked = self._first(f"thanked:{said.user}:{said.at.date()}", said)
            return None, Next(
                says="Glad to help.", channel=said.channel, thread_ts=said.thread_ts
            ) if thanked else Next()
        return self._called(replace(said, kind=Kind.SHORTCUT, quoted=said.text, text=""), attached)

    # What goes on in a case

    def _replied(self, case: Case, said: Said, attached: str, *, addressed: bool) -> Folded | None:
        """A reply folded into its case; None where it is nothing for us."""
        _, _, tz = self._voice.profile(said.user)
        after = conversation.reply(case, said, tz=tz, addressed=addressed, attached=attached)
        if after is None:
            return None
        self._hear(*(a for a in after.answers if a not in case.answers))
        return after, Next(case.id, report=True, fresh=True)

    def _pressed(self, said: Said) -> Folded:
        case = self._cases.by_id(said.text) or self._cases.in_thread(said.channel, said.thread_ts)
        if case is None:
            return _NOTHING
        match said.action.split("/"):
            case ["answer", key, choice]:
                return self._answered(case, key, choice, said)
            case ["case", "recheck"]:
                return None, Next(case.id, report=True, fresh=True)
            case ["case", "solved"]:
                closed = replace(case, solved=True, state=State.FIXED, recheck_at=None)
                self._outcomes.hear(closed, said.at)
                return closed, Next(case.id, retell=True)
            case ["case", "not-solved"]:
                text = (
                    "Thank you for telling me. What else did you see? An address, a time or an error line helps most."
                )
                disputed = replace(case, solved=False)
                self._outcomes.hear(disputed, said.at)
                return disputed, Next(case.id, says=text)
            case ["case", "handover"]:
                return self._hand_over(case)
        return _NOTHING

    def _form(self, said: Said) -> Folded:
        case = self._cases.by_id(said.quoted)
        return self._answered(case, said.action.split("/")[1], said.text, said) if case else _NOTHING

    def _answered(self, case: Case, key: str, value: str, said: Said) -> Folded:
        after = conversation.answer(case, key, value, said)
        self._hear(*after.answers[-1:])
        return after, Next(case.id, report=True)

    def _hand_over(self, case: Case) -> Folded:
        case = replace(case, state=State.HANDED_OVER, recheck_at=None)
        told = self._replay(case, "")
        if told is None:
            return case, Next(case.id)
        text = f"For {_SUPPORT}, to be copied as it is (case {case.id}):\n```{escape(cut(markdown(told), 3_000))}```"
        return case, Next(case.id, retell=True, says=text)

    def _hear(self, *answers: Answer) -> None:
        for answer in answers:
            self._standing.hear(answer)

    def _asked(self, case: Case, said: Said, attached: str = "") -> Case:
        _, address, tz = self._voice.profile(said.user)
        return conversation.ask(case, said, asker=address, tz=tz, attached=attached)

    # What follows: greet, look up, tell

    def _follow(self, said: Said, follows: Next, step: Step) -> None:
        reports: list[Report] = []  # what this process looked up; after a crash it is read from the case file
        if follows.hint:
            step("hint", lambda: self._hint(said, follows.hint))
        if follows.report:
            step("greet", lambda: self._greet(follows.case, said))
            step("look up", lambda: self._look_up(follows, said, reports))
        if follows.report or follows.retell:
            step("tell", lambda: self._tell(follows.case, reports))
        if follows.says:
            step("say", lambda: self._say(said, follows))
        if said.kind is Kind.RECHECK and follows.report:
            step("remind", lambda: self._remind(said, follows.case))

    def _case(self, id: str) -> Case:
        case = self._cases.by_id(id)
        assert case is not None  # it was saved when what was said was folded in
        return case

    def _greet(self, id: str, said: Said) -> None:
        """The first time, say at once that we are at it: in the thread, under a message of its own after a command."""
        case = self._case(id)
        if case.report_ts:
            return
        try:
            case = case if case.thread_ts else self._root(case, said)
            self._begun(case)
        except NotHere:
            # The shortcut works where we are no member: the answer goes to the person.
            self._begun(self._moved(case, said))

    def _begun(self, case: Case) -> None:
        at_work = blocks.message(checking(case.id, _about(case.question)))
        mark = metadata(case.id, None, State.CHECKING)
        ts = self._posting.post(f"report:{case.id}:{case.channel}", case.channel, at_work, case.thread_ts, mark)
        self._cases.save(replace(case, report_ts=ts))

    def _root(self, case: Case, said: Said) -> Case:
        """The visible message that a command leaves; where we are no member, in direct messages, with a pointer."""
        name, _, _ = self._voice.profile(said.user)
        about = _about(case.question)
        text = f"{escape(name) or 'Somebody'} asked " + (
            f"about *{escape(about)}*." if about else "how the connection between Unify and Salesforce is."
        )
        message = {"text": f"{text} Details in the thread."}
        try:
            if not case.channel:
                raise NotHere("")
            ts = self._posting.post(f"root:{case.id}", case.channel, message)
        except NotHere:
            channel = self._voice.direct(said.user)
            case = replace(case, channel=channel, audience=self._alone(said))
            ts = self._posting.post(f"root:{case.id}:direct", channel, message)
            self._point(said)
        return self._cases.save(replace(case, thread_ts=ts))

    def _moved(self, case: Case, said: Said) -> Case:
        channel = self._voice.direct(said.user)
        text = f"About the message you showed me: *{escape(_about(case.question))}*"
        ts = self._posting.post(f"moved:{case.id}", channel, {"text": text})
        self._point(said)
        return replace(case, channel=channel, thread_ts=ts, audience=self._alone(said))

    def _alone(self, said: Said) -> Audience:
        return Audience.ADMIN if said.user in self._admins else Audience.REP

    def _point(self, said: Said) -> None:
        if said.response_url and self._ledger.claim(f"pointed:{said.id}", "", said.at):
            self._voice.respond(said.response_url, _ELSEWHERE)

    def _look_up(self, follows: Next, said: Said, reports: list[Report]) -> None:
        """Look up, diagnose, save. Raises Stale where somebody answered meanwhile: then it is looked up again."""
        done = f"looked:{said.id}"  # in the transaction: a verdict must not be folded into its own case twice
        if self._ledger.get(done):
            return
        case = self._case(follows.case)
        assert case.question is not None  # a case without a question is never reported on
        standing = self._standing.known(self._clock())
        report, _ = self._triage.diagnose(case.question, (*standing, *case.answers), fresh=follows.fresh)
        with self._database.transaction():
            self._cases.save(conversation.told(case, report))
            self._cases.keep_file(case.id, pack(report))
            self._ledger.put(done, "", self._clock())
        reports[:] = [report]

    def _tell(self, id: str, reports: list[Report]) -> None:
        """The report message as the case now stands; once more where that changed while we were at it."""
        case = self._case(id)
        report = reports[0] if reports else self._judged_again(case)
        while report is not None:
            told = blocks.message(self._outline(case, report))
            self._voice.edit(case.channel, case.report_ts, told, metadata(id, report, case.state))
            after = self._case(id)
            if after.version == case.version:
                return
            case, report = after, self._judged_again(after)

    def _say(self, said: Said, follows: Next) -> None:
        channel, thread_ts = follows.channel, follows.thread_ts
        if not channel:
            case = self._case(follows.case)
            channel, thread_ts = case.channel, case.thread_ts
        self._posting.post(f"say:{said.id}", channel, {"text": follows.says}, thread_ts)

    def _remind(self, said: Said, id: str) -> None:
        case = self._case(id)
        report = self._judged_again(case)
        if report is not None and not conversation.arrived(report):
            text = f"<@{case.asker}> It is still missing. {escape(report.verdict)}"
            self._posting.post(f"say:{said.id}", case.channel, {"text": text}, case.thread_ts)

    def _hint(self, said: Said, text: str) -> None:
        if not (said.response_url and self._voice.respond(said.response_url, text)):
            self._posting.post(f"hint:{said.id}", self._voice.direct(said.user), {"text": text})

    # What changes no case

    def _show_evidence(self, said: Said) -> None:
        case = self._case_of(said)
        told = self._replay(case, said.user) if case else None
        if told:
            self._voice.fill(said.view, blocks.evidence_view(told))

    def _ask_admins(self, said: Said) -> None:
        case = self._case_of(said)
        if case is None:
            return
        told = self._replay(replace(case, audience=Audience.ADMIN), "", private=True)
        key = f"asked-admins:{case.id}:{','.join(case.open_keys)}"
        if told is None or not self._first(key, said):
            return
        name, _, _ = self._voice.profile(said.user)
        for admin in self._admins:
            channel = self._voice.direct(admin)
            intro = {"text": f"{escape(name) or 'Somebody'} asks for your help with this:"}
            root = self._posting.post(f"{key}:{admin}", channel, intro)
            self._posting.post(f"{key}:{admin}:report", channel, blocks.message(told), root)
        text = (
            "I asked your admins by direct message; their answer comes back here."
            if self._admins
            else "Nobody is set up as an admin for me (SYNC_TRIAGE_ADMINS), so I cannot ask one."
        )
        self._posting.post(f"say:{said.id}", case.channel, {"text": text}, case.thread_ts)

    def _first(self, key: str, said: Said) -> bool:
        """Whether this is the thing said that did it first, now or before a crash."""
        return self._ledger.claim(key, said.id, said.at) or (self._ledger.get(key) or ("",))[0] == said.id

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

    # Wording a report

    def _outline(self, case: Case, report: Report, *, private: bool | None = None) -> Outline:
        shut = case.channel.startswith("D") if private is None else private
        return outline(case.id, report, case.audience, case.state, tz=report.question.tz, private=shut)

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


def _about(question: Question | None) -> str:
    if question is None:
        return ""
    people = [str(person) for person in question.people if person.address or person.record_id]
    return ", ".join(people) or cut(" ".join(question.text.split()), 80) or ("the errors" if question.attached else "")
