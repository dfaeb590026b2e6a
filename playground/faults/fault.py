"""What a fault consists of: ways in which it comes about, what people write then, and the truth."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from playground.company import Company


class Voice(StrEnum):
    """Who writes: a rep, a support agent with a ticket, an admin."""

    REP = "rep"
    SUPPORT = "support"
    ADMIN = "admin"


_TICKET = {"contact", "sent-at", "field"}
_SETTINGS = {
    "connection",
    "writing-enabled",
    "writeback",
    "enhanced-email",
    "sync-running",
    "write-error",
    "mapping",
    "mapping-changed",
    "integration-user",
}
# The questions (by key) that somebody can answer: a rep knows his emails, an admin the settings.
KNOWS: dict[Voice, frozenset[str]] = {
    Voice.REP: frozenset(_TICKET | {"origin", "reply-thread", "reply-address"}),
    Voice.SUPPORT: frozenset(_TICKET | {"write-error"}),
    Voice.ADMIN: frozenset(_TICKET | _SETTINGS),
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody writes: `{…}` stand for words of the company. `symptom` is its main one; "" for none."""

    voice: Voice
    symptom: str
    text: str


def rep(symptom: str, text: str) -> Complaint:
    """A rep's words."""
    return Complaint(Voice.REP, symptom, text)


def support(symptom: str, text: str) -> Complaint:
    """A support agent's words, often with a ticket pasted."""
    return Complaint(Voice.SUPPORT, symptom, text)


def admin(symptom: str, text: str) -> Complaint:
    """An admin's words."""
    return Complaint(Voice.ADMIN, symptom, text)


@dataclass(frozen=True, slots=True)
class Truth:
    """What a perfect diagnosis says: what is proved, what only suspected, what goes under what.

    `explained` are taken along by a cause upstream. `also_found` are true but not the reason. `besides` are true, too, and may
    be said or not; `refuted`: the complaint itself is not true.
    """

    causes: tuple[str, ...] = ()
    suspects: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    also_found: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    refuted: bool = False

    @property
    def present(self) -> frozenset[str]:
        """Everything that is so."""
        return frozenset((*self.causes, *self.suspects, *self.explained, *self.also_found, *self.besides))


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a fault comes about. `differs` changes a healthy company, and what is true and said there.

    `needs` names the sources that the proof rests on: without one of them the fault must not be called excluded.
    `named`: that Unify's user is named in the settings is part of the story. `unsure`: what nobody there can answer.
    """

    name: str
    differs: Callable[[Company], None]
    complaints: tuple[Complaint, ...]
    truth: Truth
    needs: tuple[str, ...] = ()
    named: bool = False
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A cause of the catalogue, by its public id, and the ways to it."""

    cause: str
    variants: tuple[Variant, ...]


def proved(cause: str, *, besides: tuple[str, ...] = (), explained: tuple[str, ...] = ()) -> Truth:
    """The fault can be proved."""
    return Truth(causes=(cause,), besides=besides, explained=explained)


def suspected(cause: str, *more: str, besides: tuple[str, ...] = ()) -> Truth:
    """With what can be known, the fault can only be suspected."""
    return Truth(suspects=(cause, *more), besides=besides)
