from collections.abc import Iterator
from dataclasses import dataclass

from diagnostics.asks import Missing
from diagnostics.check import GENERAL, Fact, check
from diagnostics.errors import WriteError
from diagnostics.facts.field_rights import FieldRights
from diagnostics.facts.named_records import KINDS, NamedAccess
from diagnostics.facts.permissions import EntityAccess, SystemPermissions
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.grants import today
from diagnostics.judgement import Judgement, Step, Who, cause, clear, unknown
from diagnostics.mending import counted, mend
from diagnostics.question import Org
from diagnostics.sources import ARTICLE, PERMISSIONS

SETS = "Salesforce: Setup → Permission Sets → the set of the user that Unify signs in as"
PROFILE = Step("With a profile instead: Setup → Profiles → that profile → the same settings.")
WIDGET = Step("In Unify: Settings → Integrations → Salesforce: the permissions widget names what is still missing.")
# Which of an object's rights an error can be about.
_OF_OBJECTS = {
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY": ("Create",),
    "INSUFFICIENT_ACCESS_OR_READONLY": ("Create", "Edit"),
    "INSUFFICIENT_ACCESS": ("Read", "Create", "Edit"),
    "INVALID_TYPE": ("Read",),
}
_NEEDS_TASKS = ("INSUFFICIENT_ACCESS_OR_READONLY", "INSUFFICIENT_ACCESS")


@dataclass(frozen=True, slots=True)
class Lack:
    """A right that Salesforce shows to be missing, how it is granted, and the fact that shows it."""

    right: str
    step: str
    fact: Fact


@check(
    id="write-rejected-permission",
    title="Salesforce refuses for lack of rights",
    section="2,5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms=GENERAL,
    explains_away=("within-normal-delay",),
    prior=0.3,
)
def write_rejected_permission(
    errors: WriteErrors | Missing,
    system: SystemPermissions | Missing,
    access: EntityAccess | Missing,
    rights: FieldRights | Missing,
    records: NamedAccess | Missing,
) -> Judgement:
    """Salesforce checks the rights of the user that Unify signs in as on every record and field; where one is missing the
    write is refused with an access error."""
    if isinstance(errors, Missing):
        return unknown(errors)
    quoted = errors.of("write-rejected-permission")
    if not quoted:
        return clear("No access error is quoted.", errors)
    shown_of = {error: tuple(_lacking(error, system, access, rights, records)) for error in quoted}
    lacks = tuple(lack for found in shown_of.values() for lack in found)
    rest = [error for error, found in shown_of.items() if not found]
    first = quoted[0]
    fields = f" on {', '.join(first.fields)}" if first.fields else ""
    missing = (
        f" Salesforce shows that the user lacks: {'; '.join(dict.fromkeys(lack.right for lack in lacks))}."
        if lacks
        else ""
    )
    meaning = f": {first.entry.meaning}" if first.entry else ""
    decided = {lack.fact: None for lack in lacks}
    shown = decided or {fact: None for fact in (system, access) if not isinstance(fact, Missing)}
    return cause(
        f"Salesforce refuses what Unify writes for lack of rights{fields} ({first.code}){meaning}.{missing}",
        errors,
        *shown,
        remedy=mend("Give Unify's user the right that is missing", quoted, *_steps(lacks, system), rest=rest),
        details="; ".join(fact.says for fact in shown),
        counted=counted(quoted, _what),
    )


def _lacking(
    error: WriteError,
    system: SystemPermissions | Missing,
    access: EntityAccess | Missing,
    rights: FieldRights | Missing,
    records: NamedAccess | Missing,
) -> Iterator[Lack]:
    """What Salesforce shows to be missing of what the error can be about."""
    yield from _of_fields(error, rights)
    yield from _of_records(error, records)
    if not error.fields:
        yield from _of_objects(error, access)
        yield from _of_the_system(error, system)


def _of_fields(error: WriteError, rights: FieldRights | Missing) -> Iterator[Lack]:
    if isinstance(rights, Missing):
        return
    for field in (field for name in error.fields for field in rights.named(name)):
        if not rights.may_edit(field):
            way = f"{SETS} → Object Settings → the object → Field Permissions: edit on the field {field}."
            yield Lack(f"edit on the field {field}", way, rights)


def _of_records(error: WriteError, access: NamedAccess | Missing) -> Iterator[Lack]:
    if isinstance(access, Missing):
        return
    own = {id[:15] for id in error.records}
    for ids, right in ((access.hidden, "Read"), (access.read_only, "Edit")):
        for id in (id for id in ids if id[:15] in own):
            record = f"{KINDS[id[:3]]} {id}"
            way = f"Share {record} with the user that Unify signs in as, or: {SETS} → Object Settings → {KINDS[id[:3]]}s: "
            yield Lack(f"{right} on {record}", f"{way}{'View' if right == 'Read' else 'Modify'} All Records.", access)


def _of_objects(error: WriteError, access: EntityAccess | Missing) -> Iterator[Lack]:
    if isinstance(access, Missing):
        return
    for name, mine in access.objects:
        has = {"Read": mine.readable, "Create": mine.creatable, "Edit": mine.editable}
        for right in (right for right in _OF_OBJECTS.get(error.code, ()) if not has[right]):
            yield Lack(f"{right} on {name}", f"{SETS} → Object Settings → {name}: {right} on {name}.", access)


def _of_the_system(error: WriteError, system: SystemPermissions | Missing) -> Iterator[Lack]:
    if error.code in _NEEDS_TASKS and not isinstance(system, Missing) and not system.holds("PermissionsEditTask"):
        yield Lack("Edit Tasks", f"{SETS} → System Permissions: Edit Tasks.", system)


def _steps(lacks: tuple[Lack, ...], system: SystemPermissions | Missing) -> tuple[Step, ...]:
    """Where to grant what is missing; nothing where Salesforce does not show what it is."""
    if not lacks:
        return ()
    ways = dict.fromkeys(lack.step for lack in lacks)
    return (*map(Step, ways), PROFILE, *today(system), WIDGET)


def _what(error: WriteError) -> str:
    about = f" ({', '.join(error.fields or error.records[:3])})" if error.fields or error.records else ""
    return f"{error.code}{about}" + (f": {error.entry.meaning}" if error.entry else "")
