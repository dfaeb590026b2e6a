"""A check: one possible cause, the facts it needs, and the function that judges them."""

import inspect
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self, get_args, get_type_hints

from diagnostics.asks import Missing, Plan
from diagnostics.judgement import Judgement, Who
from diagnostics.question import Org, Person, Question, Subject, Symptom

GENERAL = frozenset(Symptom)  # the symptoms of a cause that can be behind any of them
ANY_CAUSE = frozenset({"*"})  # for `withheld_by`

Kind = type[Org] | type[Person]


class Fact(Protocol):
    """Something true about the world, and whom to ask for it, in order of trust.

    `about` is the kind of subject it is asked for; `private` facts name users, permissions, limits or logins and are
    shown to admins only; `says` is the evidence in one sentence; `link` opens it (a path in Salesforce, or a URL).
    """

    about: ClassVar[Kind]
    private: ClassVar[bool] = False

    @property
    def says(self) -> str:
        """The evidence in one sentence, without a full stop."""
        ...

    @property
    def link(self) -> str:
        """Where to see it."""
        return ""

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        """Whom to ask, in order of trust; raises Missing where nobody can tell."""
        ...


@dataclass(frozen=True, slots=True)
class Need:
    """A parameter of a check: the fact, and whether the check can judge without it (`Fact | Missing`)."""

    fact: type[Fact]
    optional: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the catalogue. Ids are public and do not change.

    `section`: of Unify's support article (D: Unify's docs, S: Salesforce). `who` can do something about it, as documented
    at `sources`.
    `symptoms`: what it can produce. `explains`: symptoms whose other causes it takes along when proved;
    `explains_away`: causes it takes along. `withheld_by`: its suspicion stands only while none of these is a cause.
    `about`: judged once per person asked about, once for the organisation, or (both kinds) for the organisation where
    no person is meant. `keeps_open`: checks whose questions stay worth asking after this one is proved. `alone`: a fault
    of the integration even where no symptom is asked about; else only also found there. `standing`: a fault of matching
    (§4) or of rights (§5), which stays true whatever else is wrong: shown as also found. `prior`: how often, roughly,
    this is the reason, relative to the others; it ranks questions and equals, never verdicts.
    """

    id: str
    title: str
    why: str
    section: str
    who: Who
    sources: tuple[str, ...]
    about: tuple[Kind, ...]
    symptoms: frozenset[Symptom]
    explains: frozenset[Symptom]
    explains_away: frozenset[str]
    withheld_by: frozenset[str]
    keeps_open: frozenset[str]
    alone: bool
    standing: bool
    prior: float
    needs: tuple[Need, ...]
    judge: Callable[..., Judgement]


def check(
    *,
    id: str,
    title: str,
    section: str,
    who: Who,
    sources: tuple[str, ...],
    about: Kind | tuple[Kind, ...],
    symptoms: Iterable[Symptom],
    explains: Iterable[Symptom] = (),
    explains_away: Iterable[str] = (),
    withheld_by: Iterable[str] = (),
    keeps_open: Iterable[str] = (),
    alone: bool = True,
    standing: bool = False,
    prior: float = 1.0,
) -> Callable[[Callable[..., Judgement]], Check]:
    """Make a check of a function whose parameters are annotated with the facts it needs; its docstring is the article."""

    def decorate(judge: Callable[..., Judgement]) -> Check:
        if not judge.__doc__:
            raise TypeError(f"{judge.__module__}.{judge.__name__}: a check needs a docstring: it is the article")
        return Check(
            id,
            title,
            inspect.cleandoc(judge.__doc__),
            section,
            who,
            sources,
            about if isinstance(about, tuple) else (about,),
            frozenset(symptoms),
            frozenset(explains),
            frozenset(explains_away),
            frozenset(withheld_by),
            frozenset(keeps_open),
            alone,
            standing or section.startswith(("4", "5")),
            prior,
            needs_of(judge),
            judge,
        )

    return decorate


def needs_of(judge: Callable[..., Any]) -> tuple[Need, ...]:
    """The facts that a function names by annotating its parameters."""
    hints = get_type_hints(judge)
    return tuple(_need(judge, name, hints.get(name)) for name in inspect.signature(judge).parameters)


def _need(judge: Callable[..., Any], name: str, hint: object) -> Need:
    options = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    facts = [o for o in options if isinstance(o, type) and hasattr(o, "ask") and hasattr(o, "about")]
    if len(facts) != 1 or not all(o is Missing or o in facts for o in options):
        raise TypeError(f"{judge.__module__}.{judge.__name__}: parameter {name!r} is not annotated with a fact")
    return Need(facts[0], Missing in options)
