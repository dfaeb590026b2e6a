"""Everything that can be asked of the world, as hashable values; and what it means when the world is silent."""

import json
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

Json: TypeAlias = Any
Value: TypeAlias = str | int | bool | datetime | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Soql:
    """A query on Salesforce's data API. `{name}` in the text stands for a value, which the client quotes.

    Answered with the REST body: `{"totalSize": n, "records": [{...}]}`.
    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, text: str, **values: Value) -> "Soql":
        """The query `text` with its values by name."""
        return cls(text, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class SoqlAll(Soql):
    """The same on all records, also those that were deleted or merged away (`queryAll`)."""


@dataclass(frozen=True, slots=True)
class Tooling(Soql):
    """The same on Salesforce's Tooling API (settings, rules, custom fields)."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A GET below `/services/data/vNN.N/`, for example `sobjects/Task/describe`. Answered with the body."""

    path: str


@dataclass(frozen=True, slots=True)
class ApiUsage:
    """Salesforce API calls of the last 24 h, read from a response header that comes with every call.

    Answered with `{"used": n, "max": n, "exceeded": bool}`; `exceeded` where Salesforce itself refused.
    """


@dataclass(frozen=True, slots=True)
class Unify:
    """A read on Unify's public API; `body` is canonical JSON text (empty for none). Answered with the body."""

    method: str
    path: str
    body: str = ""

    @classmethod
    def post(cls, path: str, body: Json) -> "Unify":
        """A read that Unify wants as POST."""
        return cls("POST", path, json.dumps(body, sort_keys=True))


@dataclass(frozen=True, slots=True)
class UnifyJob:
    """A bulk export on Unify (about 100 a day are allowed): created, polled and read to the end by the client.

    Answered with `{"data": [rows]}`. https://docs.unifygtm.com/developers/guides/request-data/bulk-api
    """

    path: str
    filter: str = "{}"

    @classmethod
    def of(cls, path: str, filter: Json) -> "UnifyJob":
        """The export of `path` under `filter` (JSON as in the OpenAPI document)."""
        return cls(path, json.dumps(filter, sort_keys=True))


@dataclass(frozen=True, slots=True)
class Human:
    """A question only a person can answer; its wording lives with the key (`prompts.py`).

    Answered with the `Found` itself (its value is text): when a thing was said decides what refutes it later.
    """

    key: str
    about: str = ""


Ask: TypeAlias = Soql | Tooling | Rest | ApiUsage | Unify | UnifyJob | Human


class Reason(StrEnum):
    """Why the world was silent."""

    DENIED = "denied"  # it may not be read with the rights we have
    DOWN = "down"  # the service did not answer, or not sensibly
    UNSAID = "unsaid"  # a person has not been asked yet, or has not answered
    UNSURE = "unsure"  # the person asked does not know
    ABSENT = "absent"  # nothing comparable is visible, so absence proves nothing
    BROKEN = "broken"  # our own fault


class Missing(Exception):
    """The world was silent, and why, in words fit for a channel. A value as well as an exception."""

    def __init__(self, reason: Reason, says: str) -> None:
        super().__init__(says)
        self.reason = reason
        self.says = says

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Missing) and (self.reason, self.says) == (other.reason, other.says)

    def __hash__(self) -> int:
        return hash((self.reason, self.says))


@dataclass(frozen=True, slots=True)
class Found:
    """What the world answered, when, and (for a person's word) who said so: a name, or "message"."""

    value: Json
    at: datetime | None = None
    by: str = ""


LookUp: TypeAlias = Callable[[Collection[Ask]], Mapping[Ask, Found | Missing]]

T = TypeVar("T")
# A plan yields one ask, or several to be answered at once, is sent the answer(s), and returns a fact.
Plan: TypeAlias = Generator[Ask | tuple[Ask, ...], Any, T]


def each(*asks: Ask) -> Plan[list[Any]]:
    """Several asks in one round, where some may stay unanswered: a list of answers or `Missing`, in order."""
    with suppress(Missing):  # who was silent is found out below, from what is by now known
        yield asks
    answers: list[Any] = []
    for ask in asks:
        try:
            answers.append((yield ask))
        except Missing as silence:
            answers.append(silence)
    return answers
