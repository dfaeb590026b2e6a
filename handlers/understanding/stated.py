"""What a message settles by plainly saying it. A wrong entry here does harm, a missing one costs a question."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from handlers.understanding.patterns import any_of
from handlers.understanding.settings import SWITCHES, mentioned, switches
from handlers.understanding.statement import Statement
from handlers.understanding.statements import BY_CONDITION, STATEMENTS
from handlers.understanding.wording import Wording

# A clause that asks or supposes says nothing.
_ASKING = any_of(
    r"^(?:(?:and|or|but|so|also|then|what) )?(?:does|do|did|is|am|are|(?:was|were)(?! (?:on|in|at|out|off|away"
    r"|busy)\b)|should|must|can|could|would|will|if|whether"
    r"|how do|how can|may)\b(?! it be because)",
)
_MAYBE = any_of(
    r"\b(?:should (?:it|i|we|that)|would it|do i|do we"
    r"|if (?:i|we|it|the|a|that|someone)|what if|whether|supposed to"
    r"|same (?:\w+ )?or (?:from |in )?(?:a |an )?(?:new|different|another|other)"
    r"|my (?:guess|hunch|bet|suspicion|theory)|i (?:guess|suspect|bet)\b(?! that is why)"
    r"|(?:maybe|perhaps)(?! because)|might(?! (?:have to do|be (?:related|because|due)))|not sure|do not know"
    r"|do not (?:believe|think)|suppose|assum(?:e|ing)|imagine|hypothetically|no (?:idea|clue)|wonder(?:ing)? "
    r"(?:if|whether))\b",
)
# What is planned, is not so yet.
_PLANNED = any_of(
    r"\b(?:is|are|am) (?:going|planning|about) to\b",
    r"\bnext (?:sprint|week|month|quarter)\b",
    r"\btomorrow\b",
    r"\b(?:want|wants|plan|plans|planned|meant) to\b",
)
# What was so elsewhere, or is of another product.
_NOT_HERE = any_of(r"\b(?:previous|old|former|last) (?:tool|vendor|product|system)\b")
# "… if that matters" is no condition.
_ASIDE = re.compile(
    r",? ?(?:in case|if) (?:that|it|this) (?:is (?:relevant|of|any|important|useful)|matters|helps|counts|makes"
    r"|plays)\b.*"
)
# A mail program's signature in a pasted message is not about the email asked about.
_SIGNATURE = re.compile(r"\W*sent from my (?:i?phone|ipad|mobile|android)\W*")
# "It is not the connection, that is green": said of what is named, not of "it".
_NOT_IT = re.compile(r"\bit (?:is|can|could|will) not (?:be )?((?:the )?\w+(?: \w+)?)(?:, (?:that|which|it) is| \()")
_BRIEF = 3  # words: "Import finished?" asks, whatever its order
_CLAUSE = any_of(
    r",(?: (?:but|and|while|which|so|or|yet))?\s|;\s|\s-\s|\s?[()]\s?|\s(?:but|while|whereas|although|though)\s",
)


# What can be settled at all, as (key, value): the prompts' values, and that a mapping was changed.
FACTS = tuple(
    sorted({(s.key, s.value) for s in STATEMENTS} | {(key, state) for key in SWITCHES for state in ("on", "off")})
)


@dataclass(frozen=True, slots=True)
class Told:
    """`settled`: {"origin": "gmail", …}; of contradictions neither side. `weighed`: keys of which anything is said or asked."""

    settled: dict[str, str]
    weighed: frozenset[str]


def stated(words: Wording) -> dict[str, str]:
    """What the message settles, as {"origin": "gmail", …}."""
    return told(words).settled


def told(words: Wording, shown: Mapping[str, str] = MappingProxyType({})) -> Told:
    """What the message settles, also by what is `shown` elsewhere, and what it leaves open."""
    said: dict[str, set[str]] = {key: {value} for key, value in shown.items()}
    weighed: set[str] = set()
    before = named = ""
    for sentence in map(_plainer, words.sentences):
        if _SIGNATURE.fullmatch(sentence):
            continue
        keys = mentioned(sentence)
        for key, value in switches(sentence, named).items():
            said.setdefault(key, set()).add(value)
        for statement in _spoken(sentence, before):
            weighed.add(statement.key)
            if _settles(statement, sentence):
                said.setdefault(statement.key, set()).add(statement.value)
        weighed |= keys
        before, named = sentence, next(iter(keys)) if len(keys) == 1 else ""
    if "changed-recently" in said.get("mapping", ()):
        said["mapping"] = {"changed-recently"}  # what it was changed from or to is then no contradiction
    settled = {key: next(iter(values)) for key, values in said.items() if len(values) == 1}
    return Told(settled, frozenset(weighed | said.keys()))


def _spoken(sentence: str, before: str) -> Iterator[Statement]:
    around = f"{before} {sentence}"
    for where, alone, statements in BY_CONDITION:
        if where is None or where.search(sentence if alone else around):
            yield from (statement for statement in statements if statement.says.search(sentence))


def _settles(statement: Statement, sentence: str) -> bool:
    for clause in _CLAUSE.split(sentence):
        taken_back = statement.unless and statement.unless.search(clause)
        if statement.says.search(clause) and not taken_back and not _open(clause, sentence):
            return True
    return False


def _plainer(sentence: str) -> str:
    return _NOT_IT.sub(r"\1 is ", _ASIDE.sub("", sentence))


def _open(clause: str, sentence: str) -> bool:
    begins = sentence.startswith(clause)
    if clause.endswith("?") and len(clause.split()) <= _BRIEF:
        return True
    return bool(
        _ASKING.match(clause)
        or _MAYBE.search(clause)
        or _PLANNED.search(clause)
        or _NOT_HERE.search(sentence)
        or (begins and _ASKING.match(sentence))
    )
