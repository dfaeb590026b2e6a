"""What a message says is wrong and what is right: "opens are fine, it is the replies"."""

from collections.abc import Iterator

from handlers.understanding.faults import FAULTS
from handlers.understanding.nouns import NOUNS
from handlers.understanding.patterns import any_of

_THINGS = {
    name: NOUNS[name] if name in NOUNS else FAULTS[name]
    for name in (
        *("email", "reply", "opens", "body", "field", "person", "task", "activity", "place", "connection", "template"),
        *("owner", "linked", "late", "error", "login"),
    )
}
_CLAUSE = any_of(
    r"[,;:.!?]\s",
    r"\s-\s",
    r"\s?[()]\s?",
    r"(?:^|\s)(?:but|and|while|whereas|although|though|so|because|yet|only|except|just|still)\s",
)
_WRONG = any_of(
    r"\b(?:not|never|no|none|nothing|nowhere|nobody|hardly|without|neither|nor|instead)\b",
    r"\b(?:missing|absent|lost|gone|blank|empty|zero|0|nil|zilch|wrong|old|stale|stuck|late|lacks?|fails?|failed|stays?)\b",
)
_RIGHT = any_of(
    r"\b(?:fine|ok|okay|good|right|correct|complete|perfect|there|present|visible|listed|logged|synced|filled|recorded)\b",
    r"\b(?:prompt|instant|intact|normal|clean|healthy|on time|in salesforce|as (?:they|it) should|no (?:problem|issue)s?)\b",
    r"\b(?:arrives?|arrived|lands?|landed|logs?|shows? up|made it|comes? (?:in|through)|goes? in|exists?|turned up|syncs?)\b",
    r"\b(?:works?|working|sails? in)\b",
    r"\b(?:is|are|does|do|did|has)[.!]?$",  # "the mail is not there, the opens are"
)
_DENIED = any_of(
    r"\b(?:it is |this is |that is |is )?not (?:that |about |a |an |the |just |my |her |his |any |even )*(?:\w+ ){0,2}"
    r"(?P<not>missing|late|delay|delayed|error|connection|body|replies|reply|opens|sends|emails?|timeline|record|owner"
    r"|duplicate|person|login|writeback|lost|gone)\b(?: thing| problem)?(?=[,.;:]|$| but| and not| it is| that is)",
    r"\b(?:nothing|none of them|nobody) (?:is |was )?(?P<nothing>missing|late|lost|wrong|gone)\b",
)
_SHORT = 3  # characters: less is no clause


def contrasts(sentences: tuple[str, ...], ideas: tuple[frozenset[str], ...]) -> Iterator[str]:
    """Features of normalised sentences: what is denied, wrong, right, both, and what is wrong where something else is right.

    `ideas` are each sentence's. A clause that names none of the things is about those named last ("the replies: none").
    """
    wrong: set[str] = set()
    right: set[str] = set()
    last: frozenset[str] = frozenset()
    for sentence, meant in zip(sentences, ideas, strict=True):
        things = meant & _THINGS.keys()
        yield from (f"denied {m['not'] or m['nothing']}" for m in _DENIED.finditer(sentence))
        for clause in _CLAUSE.split(_DENIED.sub(" ", sentence)):
            if len(clause) < _SHORT:
                continue
            named = frozenset(name for name in things if _THINGS[name].search(clause))
            if _WRONG.search(clause):
                wrong |= named or last
            elif _RIGHT.search(clause):
                right |= named or last
            last = named or last
    yield from (f"wrong {thing}" for thing in wrong - right)
    yield from (f"right {thing}" for thing in right - wrong)
    yield from (f"both {thing}" for thing in wrong & right)
    yield from (f"wrong {a} not {b}" for a in wrong - right for b in right - wrong)
