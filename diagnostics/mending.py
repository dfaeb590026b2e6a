"""The remedy of refused writes: the catalogue's steps for the errors quoted, who mends them, and whether they pass."""

from collections.abc import Callable, Sequence

from diagnostics.errors import Entry, WriteError
from diagnostics.judgement import Counted, Remedy, Step, Who

AFTER = Step(
    "In Unify: Settings → Integrations → Salesforce → Errors/Skipped Records: look again after the next sync "
    "(up to 30 minutes)."
)
RESYNC = Step(
    "Ask Unify support to re-sync what was refused meanwhile: as far as Unify documents it is not written by itself."
)
_KINDS = 6  # kinds of errors whose steps are told


def mend(
    title: str, errors: Sequence[WriteError], *precise: Step, rest: Sequence[WriteError] = (), note: str = ""
) -> Remedy:
    """What to do about errors of one cause: `precise` steps where Salesforce showed what it is, else the catalogue's.

    `rest` are those of the errors that the precise steps do not mend.
    """
    entries, unmended = _entries(errors), _entries(rest if precise else errors)
    passing = [e for e in entries if e.retryable]
    after = (AFTER,) if entries and len(passing) == len(entries) else (AFTER, RESYNC)
    return Remedy(
        title,
        (*precise, *_steps(unmended), *after),
        note=" ".join(filter(None, (note, _passes(entries, passing)))),
        who=_who(entries),
        usual=f"Usually: {entries[0].likely}." if len(entries) == 1 else "",
    )


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


def _entries(errors: Sequence[WriteError]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(e.entry for e in errors if e.entry))[:_KINDS]


def _steps(entries: Sequence[Entry]) -> tuple[Step, ...]:
    if len(entries) == 1:
        return tuple(map(Step, entries[0].steps))
    return tuple(Step(f"{entry.code}: {' '.join(entry.steps)}") for entry in entries)


def _passes(entries: Sequence[Entry], passing: Sequence[Entry]) -> str:
    if not passing:
        return ""
    if len(passing) == len(entries):
        return "It may pass by itself: the next sync tries again."
    return f"{', '.join(dict.fromkeys(e.code for e in passing))} may pass by itself."


def _who(entries: Sequence[Entry]) -> Who | None:
    """Who mends the most frequent error; both admins where they have to do with different ones."""
    people = [e.who for e in entries]
    if Who.BOTH_ADMINS in people or {Who.SALESFORCE_ADMIN, Who.UNIFY_ADMIN} <= set(people):
        return Who.BOTH_ADMINS
    return next((who for who in people if who is not Who.NOBODY), people[0] if people else None)
