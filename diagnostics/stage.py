"""A stage of an email's way from Unify into Salesforce: how to see that it was passed, and which causes stop it there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from diagnostics.check import Need, needs_of
from diagnostics.question import Question, Symptom
from diagnostics.report import Passing


@dataclass(frozen=True, slots=True)
class Seen:
    """What facts alone say of a stage. They never say *stopped*: that is a cause's to say, or the symptom's."""

    state: Passing
    says: str = ""
    because: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. Its name is public: it stands in the JSON.

    `stopped_by`: the checks whose cause stops an email here (`*` stands for anything); `held_by`: those whose cause only
    makes it wait here. A check that two stages name belongs to the one that its complaint is `about`, else to the first.
    `about`: the complaints that say it failed here, so that their truth decides. `only_for`: the complaints in whose flight
    it has a place. `clear`: said of a stage that is passed where all its checks are clear. `unsent`: what stops here was
    never sent, so that records in Salesforce are of other emails.
    """

    name: str
    title: str
    stopped_by: tuple[str, ...]
    held_by: tuple[str, ...]
    about: frozenset[Symptom]
    only_for: frozenset[Symptom]
    clear: str
    unsent: bool
    needs: tuple[Need, ...]
    judge: Callable[..., Seen]

    def names(self, check_id: str) -> bool:
        """Whether a cause of this check shows here."""
        return check_id in self.held_by or any(fnmatchcase(check_id, pattern) for pattern in self.stopped_by)

    def applies(self, question: Question) -> bool:
        """Whether the flight of this question has the stage."""
        return not self.only_for or bool(self.only_for.intersection(question.suspected[:1]))


def stage(
    name: str,
    title: str,
    *,
    stopped_by: Iterable[str] = (),
    held_by: Iterable[str] = (),
    about: Iterable[Symptom] = (),
    only_for: Iterable[Symptom] = (),
    clear: str = "",
    unsent: bool = False,
) -> Callable[[Callable[..., Seen]], Stage]:
    """Make a stage of a function whose parameters are annotated with facts."""
    return lambda judge: Stage(
        name,
        title,
        tuple(stopped_by),
        tuple(held_by),
        frozenset(about),
        frozenset(only_for),
        clear,
        unsent,
        needs_of(judge),
        judge,
    )


def passed(says: str, *because: object) -> Seen:
    """The facts show that the email got through here."""
    return Seen(Passing.PASSED, says, because)


def unseen(says: str = "", *because: object) -> Seen:
    """The facts do not tell."""
    return Seen(Passing.UNKNOWN, says, because)
