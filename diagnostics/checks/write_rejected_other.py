from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.errors import WriteError
from diagnostics.facts.named_fields import NamedFields
from diagnostics.facts.named_records import NamedRecords
from diagnostics.facts.write_errors import UnreadErrors, WriteErrors
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import counted, mend
from diagnostics.question import Org
from diagnostics.sources import ARTICLE

WHOLE_LINE = Remedy(
    "Send me the whole line",
    (
        Step("In Unify: Settings → Integrations → Salesforce → Errors/Skipped Records: find the row."),
        Step("Paste all of it here, with the code in capitals (such as STRING_TOO_LONG): I go by the code."),
    ),
    note="A message without its code can mean several things. If there is no code, show the line to Unify support.",
    who=Who.REP,
)


@check(
    id="write-rejected-other",
    title="Salesforce refuses the record for another reason",
    section="2",
    who=Who.BOTH_ADMINS,
    sources=(ARTICLE,),
    about=Org,
    symptoms=GENERAL,
    explains_away=("within-normal-delay",),
    prior=0.15,
)
def write_rejected_other(
    errors: WriteErrors | Missing,
    unread: UnreadErrors | Missing,
    fields: NamedFields | Missing,
    records: NamedRecords | Missing,
) -> Judgement:
    """A value that is too long, an owner who has left, a record that was deleted or locked, storage that is full: each
    error code of Salesforce says what it refuses, and so who can mend it."""
    quoted = () if isinstance(errors, Missing) else errors.of("write-rejected-other")
    if quoted and not isinstance(errors, Missing):
        return _refused(errors, quoted, fields, records)
    if not isinstance(unread, Missing) and unread.errors:
        return suspect(
            f"An error is quoted whose code I do not know: {unread.says}.",
            unread,
            remedy=WHOLE_LINE,
            counted=counted(unread.errors, lambda error: f"not known to me: “{error.message or error.code}”"),
        )
    if isinstance(errors, Missing):
        return unknown(errors)
    return clear("No other error is quoted.", errors)


def _refused(
    errors: WriteErrors, quoted: tuple[WriteError, ...], fields: NamedFields | Missing, records: NamedRecords | Missing
) -> Judgement:
    first, told = quoted[0], counted(quoted, _what)
    meaning = first.entry.meaning if first.entry else ""
    if errors.echoes:
        return suspect(
            f"Salesforce names no fault of this record itself ({first.code}): {meaning}.",
            errors,
            remedy=mend("Find the error that comes first", quoted),
            confidence=LIKELY,
            counted=told,
        )
    named = () if isinstance(fields, Missing) else fields.named(*first.fields)
    pointed_to = () if isinstance(records, Missing) else records.among(first.records)
    states = [f"{f} on {f.sobject} {f.state}" for f in named if f.state]
    states += [f"{r} {r.trouble}" for r in pointed_to if r.trouble]
    state = f" {'; '.join(states[:2])}." if states else ""
    return cause(
        f"Salesforce refuses what Unify writes ({first.code}): {meaning}.{state}",
        errors,
        *((fields,) if named else ()),
        *((records,) if pointed_to else ()),
        remedy=mend("Mend what Salesforce refuses" if _mendable(quoted) else "Let it pass", quoted),
        counted=told,
    )


def _mendable(quoted: tuple[WriteError, ...]) -> bool:
    return any(error.entry and not error.entry.retryable for error in quoted)


def _what(error: WriteError) -> str:
    about = f" ({', '.join(error.fields)})" if error.fields else ""
    return f"{error.code}{about}" + (f": {error.entry.meaning}" if error.entry else "")
