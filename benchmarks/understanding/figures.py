"""The figures that readings are judged by: what was read, beside what is labelled."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Pair = tuple[Row, Row]  # (label, reading), both objects of `sync-triage understand`

NONE = "none"  # not about syncing


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1. `rejected`: messages about syncing that were taken for others. `stated_wrong`: of facts read."""

    messages: int
    first: float
    f1: float
    not_about: float
    rejected: float
    scope: float
    emails: float
    record_ids: float
    error_codes: float
    sent_at: float
    stated_found: float
    stated_wrong: float


def figures(pairs: Sequence[Pair]) -> Figures:
    """Of at least one message about syncing and one that is not."""
    asked = [(label, read) for label, read in pairs if label["about_sync"]]
    others = [(label, read) for label, read in pairs if not label["about_sync"]]
    both, read, labelled = _overlap(pairs, lambda row: set(row["symptoms"]))
    true, said, facts = _overlap(pairs, lambda row: set(row["stated"].items()))
    return Figures(
        messages=len(pairs),
        first=_share(asked, lambda label, read: main(label) == main(read)),
        f1=2 * both / max(1, read + labelled),
        not_about=_share(others, lambda _, read: not read["about_sync"]),
        rejected=_share(asked, lambda _, read: not read["about_sync"]),
        scope=_share(pairs, lambda label, read: label["scope"] == read["scope"]),
        emails=_share(pairs, lambda label, read: _addresses(label) == _addresses(read)),
        record_ids=_share(pairs, lambda label, read: set(label["record_ids"]) == set(read["record_ids"])),
        error_codes=_share(pairs, lambda label, read: set(label["error_codes"]) == set(read["error_codes"])),
        sent_at=_share(pairs, lambda label, read: label["sent_at"] == read["sent_at"]),
        stated_found=true / max(1, facts),
        stated_wrong=(said - true) / max(1, said),
    )


def main(row: Row) -> str:
    """The first symptom, or that the message is not about syncing."""
    return str((*row["symptoms"], NONE)[0])


def confusion(pairs: Sequence[Pair]) -> Counter[tuple[str, str]]:
    """How often which main symptom (labelled, read)."""
    return Counter((main(label), main(read)) for label, read in pairs)


def calibration(pairs: Sequence[Pair], edges: Sequence[float]) -> list[tuple[float, int, float, float]]:
    """Of each span of confidence that has messages: (its lower edge, how many, mean confidence, share right)."""
    rows = []
    for low, high in zip(edges, (*edges[1:], 1.01), strict=True):
        inside = [(label, read) for label, read in pairs if low <= read["confidence"] < high]
        if inside:
            mean = sum(read["confidence"] for _, read in inside) / len(inside)
            rows.append((low, len(inside), mean, _share(inside, lambda label, read: main(label) == main(read))))
    return rows


def _share(pairs: Sequence[Pair], same: Callable[[Row, Row], bool]) -> float:
    return sum(same(label, read) for label, read in pairs) / max(1, len(pairs))


def _overlap(pairs: Sequence[Pair], items: Callable[[Row], set[Any]]) -> tuple[int, int, int]:
    """How many items are in both, in the readings, in the labels."""
    return (
        sum(len(items(label) & items(read)) for label, read in pairs),
        sum(len(items(read)) for _, read in pairs),
        sum(len(items(label)) for label, _ in pairs),
    )


def _addresses(row: Row) -> set[tuple[str, str]]:
    return {(email["address"], email["role"]) for email in row["emails"]}
