"""One thread, one case: what was said in it, what was asked, what was answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from diagnostics.answers import Answer
from diagnostics.question import Question


class Audience(StrEnum):
    """For whom a report is cut. Only ADMIN sees users, permission sets, limits and logins, and never in a channel."""

    REP = "rep"
    SUPPORT = "support"
    ADMIN = "admin"


class State(StrEnum):
    """Where a case stands; public: it is in every report message's metadata."""

    CHECKING = "checking"
    NEEDS_ANSWER = "needs_answer"
    DIAGNOSED = "diagnosed"
    WAITING = "waiting"
    FIXED = "fixed"
    HANDED_OVER = "handed_over"


class Kind(StrEnum):
    """In which way something was said to us."""

    COMMAND = "command"
    MENTION = "mention"
    MESSAGE = "message"  # a direct message, or a reply in a thread we are part of
    SHORTCUT = "shortcut"
    ACTION = "action"
    FORM = "form"
    HOME = "home"
    RECHECK = "recheck"  # nobody said it: we promised to look again


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said to us, append-only. `id` makes a repeated delivery the same thing.

    `channel` and `thread_ts` say where the conversation is (empty thread: it starts one at `ts`); `action` is the
    button's action_id; `quoted` is the text of the ticket a shortcut or mention points at; `response_url` answers a
    command where we are not a member; `files` are Slack's private download URLs.
    """

    id: str
    kind: Kind
    team: str
    channel: str
    user: str
    at: datetime
    text: str = ""
    ts: str = ""
    thread_ts: str = ""
    action: str = ""
    quoted: str = ""
    response_url: str = ""
    files: tuple[str, ...] = ()
    view: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: a fold over what was said. `question` is empty until something was asked; `as_of` lives in it.

    `report_ts` is our one report message, edited in place; `open_keys` are the questions asked in it, `causes`
    what it named; `solved` is what the asker said of our verdict; `version` counts how often it was saved.
    """

    id: str
    team: str
    channel: str
    thread_ts: str
    asker: str
    audience: Audience
    opened_at: datetime
    question: Question | None = None
    answers: tuple[Answer, ...] = ()
    state: State = State.CHECKING
    report_ts: str = ""
    open_keys: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    solved: bool | None = None
    recheck_at: datetime | None = None
    version: int = 0
