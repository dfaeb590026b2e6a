"""Asks into composite requests, and their answers back. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from simple_salesforce.format import format_soql

from diagnostics.asks import Json, Rest, Soql, SoqlAll, Tooling

SUBREQUESTS, QUERIES = 25, 5  # of one /composite, which counts as one API call
_SECRETS = ("accesstoken", "deletetoken")

Packed = Soql | Rest


def soql(ask: Soql) -> str:
    """The query with its values quoted. Refuses to select secrets."""
    text: str = format_soql(ask.text, **dict(ask.values))
    if any(secret in ask.text.lower() for secret in _SECRETS):
        raise ValueError("a query must not select tokens")
    # The library writes UTC as +00:00, whose plus sign is a space in a URL that is unquoted once too often.
    return text.replace("+00:00", "Z")


def fits(ask: object) -> bool:
    """Whether a composite may contain it: queries and sobject resources; limits, search and others may not."""
    return isinstance(ask, Soql) or (isinstance(ask, Rest) and ask.path.startswith("sobjects/"))


def chunks(asks: Iterable[Packed], queries: int) -> Iterator[list[Packed]]:
    """As few groups as the limits allow: the queries spread over them, everything else in the first that has room."""
    asked = [a for a in asks if isinstance(a, Soql)]
    rest = [a for a in asks if not isinstance(a, Soql)]
    groups: list[list[Packed]] = [list(asked[i : i + queries]) for i in range(0, len(asked), queries)]
    for ask in rest:
        group = next((g for g in groups if len(g) < SUBREQUESTS), None)
        if group is None:
            groups.append(group := [])
        group.append(ask)
    yield from groups


def request(asks: Sequence[Packed], version: str) -> dict[str, Any]:
    """The body of a composite request."""
    return {
        "allOrNone": False,
        "compositeRequest": [
            {"method": "GET", "url": _url(ask, version), "referenceId": f"ask{i}"} for i, ask in enumerate(asks)
        ],
    }


def _url(ask: Packed, version: str) -> str:
    root = f"/services/data/v{version}"
    if isinstance(ask, Rest):
        return f"{root}/{ask.path}"
    place = "tooling/query" if isinstance(ask, Tooling) else "queryAll" if isinstance(ask, SoqlAll) else "query"
    return f"{root}/{place}?q={quote(soql(ask), safe='')}"


def unpack(asks: Sequence[Packed], answer: Json) -> Mapping[Packed, tuple[int, Json]]:
    """Status and body for each ask that was answered; nothing where the answer is no composite's."""
    parts = answer.get("compositeResponse") if isinstance(answer, dict) else None
    by_id = {p.get("referenceId"): p for p in parts or () if isinstance(p, dict)}
    return {
        ask: (int(part.get("httpStatusCode") or 0), part.get("body"))
        for i, ask in enumerate(asks)
        if (part := by_id.get(f"ask{i}"))
    }
