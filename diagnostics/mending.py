"""The remedy of refused writes: the catalogue's steps for the errors quoted, who mends them, and whether they pass."""

from collections.abc import Callable, Sequence

from diagnostics.errors import Entry, WriteError
from diagnostics.judgement import Counted, Remedy, Step, Who

# The code is Salesforce's own word for what happened: all that is quoted with one is equally sure.
QUOTED = 0.97
AFTER = Step(
    "In Unify: Settings → Integrations → Salesforce → Errors/Skipped Records: look again after the next sync "
    "(up to 30 minutes)."
)
LOST = (
    "Records refused meanwhile are not written by themselves as far as Unify documents: ask Unify support to re-sync."
)
_PASSES = "It may pass by itself: the next sync tries again."
_KINDS = 6  # kinds of errors whose steps are told


def mend(title: str, errors: Sequence[WriteError], *precise: Step, note: str = "") -> Remedy:
    """What to do about errors of one cause: `precise` steps where Salesforce showed what it is, else the catalogue's."""
    entries = tuple(dict.fromkeys(e.entry for e in errors if e.entry))[:_KINDS]
    return Remedy(title, (*(precise or _steps(entries)), AFTER), note=_note(entries, note), who=_who(entries))


def counted(errors: Sequence[WriteError], what: Callable[[WriteError], str]) -> tuple[Counted, ...]:
    """The errors with their counts and examples; those that are the same `what` are one."""
    groups: dict[str, list[WriteError]] = {}
    for error in errors:
        groups.setdefault(what(error), []).append(error)
    found = (
        Counted(text, sum(e.count for e in same), tuple(dict.fromkeys(x for e in same for x in e.examples))[:3])
        for text, same in groups.items()
    )
    return tuple(sorted(found, key=lambda c: -c.count))


def _steps(entries: Sequence[Entry]) -> tuple[Step, ...]:
    if len(entries) == 1:
        return tuple(map(Step, entries[0].steps))
    return tuple(Step(f"{entry.code}: {' '.join(entry.steps)}") for entry in entries)


def _note(entries: Sequence[Entry], note: str) -> str:
    usual = [f"Usually: {entries[0].likely}."] if len(entries) == 1 else []
    passing = [e for e in entries if e.retryable]
    if not passing:
        lasting = LOST
    elif len(passing) == len(entries):
        lasting = _PASSES
    else:
        lasting = f"{', '.join(dict.fromkeys(e.code for e in passing))} may pass without anybody's doing. {LOST}"
    return " ".join(filter(None, (*usual, note, lasting)))


def _who(entries: Sequence[Entry]) -> Who | None:
    """Who mends the most frequent error; both admins where they have to do with different ones."""
    people = [e.who for e in entries]
    if Who.BOTH_ADMINS in people or {Who.SALESFORCE_ADMIN, Who.UNIFY_ADMIN} <= set(people):
        return Who.BOTH_ADMINS
    return next((who for who in people if who is not Who.NOBODY), people[0] if people else None)
