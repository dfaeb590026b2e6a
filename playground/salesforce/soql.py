"""SOQL: reading a query (the grammar follows Salesforce's SOQL reference) and the errors it can have."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

_GRAMMAR = r"""
query: "SELECT"i selected ("," selected)* "FROM"i NAME where? group? order? limit? offset? forview?
?selected: count_all | aggregate | path
count_all: COUNT_ALL
aggregate: FUNCTION "(" path ")" NAME?
where: "WHERE"i condition
group: "GROUP"i "BY"i path ("," path)*
order: "ORDER"i "BY"i ordering ("," ordering)*
ordering: path DIRECTION? nulls?
nulls: "NULLS"i PLACE
limit: "LIMIT"i INT
offset: "OFFSET"i INT
forview: "FOR"i ("VIEW"i | "REFERENCE"i)
?condition: conjunction | disjunction | term
conjunction: term ("AND"i term)+
disjunction: term ("OR"i term)+
?term: "(" condition ")" | negation | comparison | membership
negation: "NOT"i term
comparison: path OPERATOR value
membership: path (notin | isin) "(" (query | value ("," value)*) ")"
isin: "IN"i
notin: "NOT"i "IN"i
path: NAME ("." NAME)*
?value: string | datetime | date | number | boolean | null | literal
string: STRING
datetime: DATETIME
date: DATE
number: SIGNED_NUMBER
boolean: BOOLEAN
null: "NULL"i
literal: LITERAL (":" INT)?
COUNT_ALL.5: /COUNT\s*\(\s*\)/i
FUNCTION.4: /(COUNT_DISTINCT|COUNT|MAX|MIN)(?=\s*\()/i
DIRECTION: /(ASC|DESC)\b/i
PLACE: /(FIRST|LAST)\b/i
OPERATOR: "!=" | "<>" | "<=" | ">=" | "=" | "<" | ">" | /LIKE\b/i
BOOLEAN.3: /(true|false)\b/i
LITERAL.3: /(YESTERDAY|TODAY|TOMORROW|LAST_WEEK|THIS_WEEK|LAST_MONTH|THIS_MONTH|LAST_N_DAYS|NEXT_N_DAYS|LAST_N_WEEKS)\b/i
DATETIME.4: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)/
DATE.3: /\d{4}-\d\d-\d\d(?!T)/
STRING: /'(?:[^'\\]|\\.)*'/s
NAME: /(?!(?:FROM|WHERE|AND|OR|NOT|IN|LIKE|ORDER|GROUP|LIMIT|OFFSET|NULLS|ASC|DESC|FOR)\b)[A-Za-z]\w*/i
%import common.INT
%import common.SIGNED_NUMBER
%import common.WS
%ignore WS
"""


class SoqlError(Exception):
    """A query that Salesforce would refuse, with its error code and message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """COUNT(x), MAX(x), … under an alias; COUNT() alone has no path."""

    function: str
    path: Path
    alias: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A date literal such as LAST_N_DAYS:7."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`path operator value`; `in` and `not in` have a tuple of values or a query."""

    path: Path
    operator: str
    value: Any


@dataclass(frozen=True, slots=True)
class Logic:
    """`and`, `or` or `not` over conditions."""

    operator: str
    terms: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Ordering:
    """One column of ORDER BY."""

    path: Path
    descending: bool
    nulls_last: bool


@dataclass(slots=True)
class Query:
    """A query, read."""

    select: tuple[Path | Aggregate, ...]
    sobject: str
    where: Comparison | Logic | None = None
    group: tuple[Path, ...] = ()
    order: tuple[Ordering, ...] = ()
    limit: int | None = None
    offset: int = 0

    @property
    def counts(self) -> bool:
        """Whether it is SELECT COUNT()."""
        return len(self.select) == 1 and isinstance(self.select[0], Aggregate) and not self.select[0].path


@v_args(inline=True)
class _Read(Transformer[Token, Any]):
    def query(self, *parts: Any) -> Query:
        at = next(i for i, p in enumerate(parts) if isinstance(p, Token) and p.type == "NAME")
        query = Query(tuple(parts[:at]), str(parts[at]))
        for kind, value in parts[at + 1 :]:
            setattr(query, kind, value) if kind else None
        return query

    def count_all(self, _: Token) -> Aggregate:
        return Aggregate("count", (), "")

    def aggregate(self, function: Token, path: Path, alias: Token | None = None) -> Aggregate:
        return Aggregate(function.lower(), path, str(alias or ""))

    def where(self, condition: Any) -> tuple[str, Any]:
        return "where", condition

    def group(self, *paths: Path) -> tuple[str, Any]:
        return "group", paths

    def order(self, *orderings: Ordering) -> tuple[str, Any]:
        return "order", orderings

    def ordering(self, path: Path, *rest: Any) -> Ordering:
        direction = next((r.lower() for r in rest if isinstance(r, Token)), "asc")
        nulls = next((r[0] for r in rest if isinstance(r, tuple)), "first")
        return Ordering(path, direction == "desc", nulls == "last")

    def nulls(self, place: Token) -> tuple[str]:
        return (place.lower(),)

    def limit(self, number: Token) -> tuple[str, Any]:
        return "limit", int(number)

    def offset(self, number: Token) -> tuple[str, Any]:
        return "offset", int(number)

    def forview(self) -> tuple[str, Any]:
        return "", None

    def conjunction(self, *terms: Any) -> Logic:
        return Logic("and", terms)

    def disjunction(self, *terms: Any) -> Logic:
        return Logic("or", terms)

    def negation(self, term: Any) -> Logic:
        return Logic("not", (term,))

    def comparison(self, path: Path, operator: Token, value: Any) -> Comparison:
        return Comparison(path, operator.lower().replace("<>", "!="), value)

    def isin(self) -> str:
        return "in"

    def notin(self) -> str:
        return "not in"

    def membership(self, path: Path, operator: str, *values: Any) -> Comparison:
        return Comparison(path, operator, values[0] if isinstance(values[0], Query) else values)

    def path(self, *names: Token) -> Path:
        return tuple(str(n) for n in names)

    def string(self, token: Token) -> str:
        return _unescape(token[1:-1])

    def datetime(self, token: Token) -> datetime:
        return datetime.fromisoformat(token)

    def date(self, token: Token) -> Any:
        return datetime.fromisoformat(token).date()

    def number(self, token: Token) -> float:
        return float(token)

    def boolean(self, token: Token) -> bool:
        return token.lower() == "true"

    def null(self) -> None:
        return None

    def literal(self, name: Token, number: Token | None = None) -> Literal:
        return Literal(name.upper(), int(number) if number else 0)


_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def _unescape(text: str) -> str:
    out, chars = [], iter(text)
    for char in chars:
        if char == "\\":
            char = next(chars, "")
            char = _ESCAPES.get(char, char)
        out.append(char)
    return "".join(out)


_PARSER = Lark(_GRAMMAR, start="query", parser="lalr")


def parse(text: str) -> Query:
    """The query in `text`; SoqlError MALFORMED_QUERY where it is none."""
    try:
        query = _Read().transform(_PARSER.parse(text))
    except UnexpectedInput as error:
        raise SoqlError("MALFORMED_QUERY", f"unexpected token: {error.get_context(text).strip()}") from error
    except ValueError as error:
        raise SoqlError("MALFORMED_QUERY", str(error)) from error
    if not isinstance(query, Query):
        raise SoqlError("MALFORMED_QUERY", "not a query")
    return query
