"""Email addresses in a message, and which side of the outreach email each is on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diagnostics.question import Address, Role
from handlers.understanding.roles import MASK, SENTENCE, Claim, answers, role_of

_ADDRESS = re.compile(
    r"(?<![\w.+-])([\w][\w.+'-]{0,63})@((?:[\w](?:[\w-]{0,61}[\w])?\.){1,8}[^\W\d_][\w-]{0,22}[^\W_])(?![\w@])"
)
_SPOT = re.compile(MASK)
_PADDED = re.compile(r"(?<=[(\[]) +(?=\S)| +(?=[,.;:!?)\]])")  # mark-up leaves spaces behind: "( bob@a.com , …"
_R, _S, _U = Role.RECIPIENT, Role.SENDER, Role.UNKNOWN
_CLAIMS = (_R, Claim.ANSWERS, Claim.FROM_THERE)  # the best first

_SIGN_OFF = re.compile(
    r"^ {0,4}(?:> ?)?(?:--|(?:with )?(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)(?:, \w+(?: \w+)?)?|best"
    r"|cheers|thank you(?: very much)?|thanks(?: a lot| so much)?|thx"
    r"|sincerely|viele grüße|liebe grüße|mit freundlichen grüßen|lg|vg|mfg|saludos|un saludo|gracias|cordialement|merci"
    r"|sent from my .{0,30})[ ,.!]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = 400  # characters: a sign-off further from the end closes a quoted message, not this one

# The head of a quoted email says both sides of it; a requester's own, written to us, says neither.
_FROM_TO = re.compile(
    rf"^ ?from: ?(?P<from>[^\n@]{{0,60}}){MASK}[^\n]*\n(?:[^\n]*\n){{0,3}}? ?to: ?(?P<to>[^\n@]{{0,60}}){MASK}",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_REPLY = re.compile(r"\b(?:reply|answer|response|antwort|réponse|respuesta)\b", re.IGNORECASE)
_THIS_REPLY = re.compile(r"\b(?:this|that|the|his|her|their|[a-z]+'s) (?:reply|answer|response)\b", re.IGNORECASE)
_OUR_DESK = re.compile(r"(?:support|help|success)@[^@]*unify")
_DESKS = ("support@", "help@", "helpdesk@", "servicedesk@")

_AND = re.compile(
    rf"{MASK}[)>]{{0,2}}(?:(?P<comma>,)|\s*\n[\s>*•◦-]*|,? (?:and|&|or|und|y|et)) $|\bboth {MASK}[)>]{{0,2}} and "
    rf"(?:[^\s()<>]+ ){{1,3}}[(<]?$"
)
_EXAMPLE = re.compile(
    r"\b(?:e\.g|for (?:instance|example)|examples?|such as|z\. ?b|beispiel|ejemplo|exemple)\b[^@!?\n]{0,25}$"
)
_ONE_OF = re.compile(r"[^@!?\n]{0,20}\b(?:for (?:instance|example)|one of (?:many|them|several)|to name)\b")
_WELL = re.compile(
    r"\b(?:fine|there|logged|ok|okay|good|arrives?|arrived|synced|shows?|recorded|complete|visible|no problem)\b"
    r"|\bnot (?:the )?(?:one|those|that) (?:of|from|by)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?in (?:salesforce|sfdc|sf|the crm)\b"
)
_PART = re.compile(r"[\W\d_]+")
_INITIALS = 2  # letters: more of them are a name
_CONTEXT = 90
_READ = 40  # mentions whose surroundings are read; more than that is a pasted list


def find(text: str) -> tuple[Address, ...]:
    """Addresses in `text` in lower case, each once, in order; a single one of which nothing is said is the contact's."""
    return settled(named(text), otherwise=_R)


@dataclass(frozen=True, slots=True)
class Named:
    """`roles`: of each address (in lower case, in order) the one the words around it give it; None: it is open.

    `elsewhere`: an answer came from another address than the one that was written to. `together`: those that are open are
    one address or one list of them. `example`: one of those is an example of several.
    """

    roles: Mapping[str, Role | None]
    elsewhere: bool
    together: bool
    example: bool


def settled(found: Named, otherwise: Role) -> tuple[Address, ...]:
    """Addresses with their roles; what is open together has the role `otherwise`, unless another has it.

    A list, or an example, is never the one rep: it is of contacts.
    """
    if otherwise is _S and (found.example or sum(role is None for role in found.roles.values()) > 1):
        otherwise = _R
    guess = otherwise if found.together and otherwise not in found.roles.values() else _U
    return tuple(Address(address, guess if role is None else role) for address, role in found.roles.items())


def named(text: str) -> Named:
    """The addresses in `text`. A role said anywhere wins over a mention that says nothing; below a sign-off is none."""
    read = _PADDED.sub("", mask(text).lower())
    mentions = _mentions(text, read)
    found: dict[str, _Mention] = {}
    for mention in mentions:
        if mention.address not in found or found[mention.address].role not in (_R, _S):
            found[mention.address] = mention
    answering = _answering(tuple(found.values()), read)
    open_ones = [mention for mention in mentions if mention.role is None]
    return Named(
        {address: _granted(mention.role, elsewhere=address in answering) for address, mention in found.items()},
        elsewhere=bool(answering),
        together=len({mention.listed for mention in open_ones}) == 1,
        example=any(_is_example(mention, read) for mention in open_ones),
    )


@dataclass(frozen=True, slots=True)
class _Mention:
    """An address at `start:end` of the text that is read; `listed` is the same for those that stand in one list."""

    address: str
    role: Role | Claim | None
    start: int
    end: int
    listed: int


def _mentions(text: str, read: str) -> tuple[_Mention, ...]:
    written = list(_ADDRESS.finditer(text))
    spots = [spot.span() for spot in _SPOT.finditer(read)]
    if len(spots) != len(written):  # the word that masks is itself in the text
        return tuple(_Mention(address[0].lower(), _U, 0, 0, 0) for address in written)
    signature = _signature(text)
    heads = _heads(read, {start: address[0].lower() for address, (start, _) in zip(written, spots, strict=True)})
    found: list[_Mention] = []
    role: Role | Claim | None = _U
    listed = 0
    for n, (match, (start, end)) in enumerate(zip(written, spots, strict=True)):
        before, behind = read[max(0, start - _CONTEXT) : start], read[end : end + _CONTEXT]
        joined = _AND.search(before)
        if n >= _READ:
            role = _U
        elif not joined or (joined["comma"] and answers(behind)):
            role = role_of(before, behind)
            listed += 1
        address = match[0].lower()
        nobodys = match.start() >= signature or _OUR_DESK.match(address)
        found.append(_Mention(address, heads.get(start, _U if nobodys else role), start, end, listed))
    return tuple(found)


def _is_example(mention: _Mention, read: str) -> bool:
    before = read[max(0, mention.start - _CONTEXT) : mention.start]
    return bool(_EXAMPLE.search(before) or _ONE_OF.match(read, mention.end))


def _granted(role: Role | Claim | None, *, elsewhere: bool) -> Role | None:
    """A claim to be the contact's address is granted, unless the answer came from there though another was written to."""
    return (_U if elsewhere else _R) if isinstance(role, Claim) else role


def _answering(found: Sequence[_Mention], read: str) -> frozenset[str]:
    """The addresses that an answer came from although another one was written to.

    A contact who answered beside another one who was written to ("mails to bob@a.com are logged, the answer of cy@b.com is
    not") is none: what is plain is only that the two belong together.
    """
    claims = [claim for claim in _CLAIMS if any(mention.role is claim for mention in found)]
    return frozenset(
        mention.address
        for mention in found
        if mention.role in claims[1:]
        and any(
            _linked(read, mention, other)
            or (mention.role is Claim.FROM_THERE and _name(mention.address) & _name(other.address))
            for other in found
            if other.role is claims[0]
        )
    )


def _linked(read: str, one: _Mention, other: _Mention) -> bool:
    """Whether one sentence names both, and nothing between them says that with the first all is well."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    between = read[first.end : second.start]
    return not SENTENCE.search(between) and not _WELL.search(between)


def _name(address: str) -> set[str]:
    return {part for part in _PART.split(address.partition("@")[0]) if len(part) > _INITIALS}


def _heads(read: str, addresses: Mapping[int, str]) -> dict[int, Role]:
    """Roles by where the masks of a quoted email's head stand; `addresses` are by where theirs do."""
    said: dict[int, Role] = {}
    for head in _FROM_TO.finditer(read):
        theirs = _OF_A_REPLY.search(read, max(0, head.start() - _CONTEXT), head.start()) or _THIS_REPLY.search(
            read, head.end(), head.end() + 2 * _CONTEXT
        )
        ours = addresses.get(head.end("to"), "").startswith(_DESKS)
        sides = (_U, _U) if ours else (_R, _S) if theirs else (_S, _R)
        said |= {head.end("from"): sides[0], head.end("to"): sides[1]}
    return said


def mask(text: str) -> str:
    """`text` with each address replaced by the word "anaddress"."""
    return _ADDRESS.sub(MASK, text)


def _signature(text: str) -> int:
    ends = [m.start() for m in _SIGN_OFF.finditer(text) if m.start() > 0 and len(text) - m.start() < _SIGNATURE]
    return ends[0] if ends else len(text)
