from diagnostics.asks import Missing
from diagnostics.check import ANY_CAUSE, GENERAL, check
from diagnostics.errors import WriteError
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.named_fields import NamedFields
from diagnostics.facts.rules import RequiredFields
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import AFTER, RESYNC, counted, mend
from diagnostics.question import Org, Person
from diagnostics.sources import ARTICLE, DEFAULTS, FREQUENCY

TITLE = "Fill the field, or do not require it"
NOTE = (
    "Unify's texts differ: its help says required custom fields cannot be filled (29 Apr 2026), its docs that default "
    "values do, the article (4 May 2026) to set the mapping to read & write."
)


def steps(fields: str) -> tuple[Step, ...]:
    """What to do, with the fields named."""
    return (
        Step(
            f"Unify: Settings → Integrations → Salesforce → field mappings: set {fields} to read & write, with a default "
            "value."
        ),
        Step(
            f"Or Salesforce: Setup → Object Manager → the object → Fields & Relationships → {fields} → Edit → clear "
            "Required."
        ),
    )


@check(
    id="write-rejected-required-field",
    title="A required field is empty on what Unify writes",
    section="2,3",
    who=Who.BOTH_ADMINS,
    sources=(ARTICLE, DEFAULTS, FREQUENCY),
    about=(Org, Person),
    symptoms=GENERAL,
    explains_away=("within-normal-delay",),
    withheld_by=ANY_CAUSE,
    keeps_open=("mapping-read-only",),
    prior=0.45,
)
def write_rejected_required_field(
    errors: WriteErrors | Missing,
    fields: NamedFields | Missing,
    required: RequiredFields | Missing,
    deliveries: Deliveries | Missing,
    beat: Heartbeat | Missing,
) -> Judgement:
    """A field that is required at field level must have a value on every record, whoever writes it. If Unify does not fill
    it, Salesforce refuses the record. (Required on the page layout alone does not block Unify.)"""
    if not isinstance(errors, Missing):
        quoted = errors.of("write-rejected-required-field")
        if not quoted:
            return clear("No missing required field is quoted.", errors)
        names = tuple(dict.fromkeys(name for error in quoted for name in error.fields))
        known = () if isinstance(fields, Missing) else fields.named(*names)
        named = ", ".join(_told(name, fields) for name in names)
        return cause(
            f"Salesforce demands {named or 'a field'}, which {'are' if len(names) > 1 else 'is'} empty on what Unify writes.",
            errors,
            *((fields,) if known else ()),
            remedy=mend(TITLE, quoted, *(steps(named) if named else ()), note=NOTE),
            counted=counted(quoted, lambda error: _what(error, fields)),
        )
    gone = not isinstance(deliveries, Missing) and bool(deliveries.missing)
    visible = not isinstance(beat, Missing) and beat.last is not None
    if gone and visible and not isinstance(required, Missing) and required.fields:
        named = ", ".join(label for _, _, label in required.fields)
        return suspect(
            f"The email is missing, and Salesforce demands {named} on email records.",
            deliveries,
            required,
            remedy=Remedy(TITLE, (*steps(named), AFTER, RESYNC), note=NOTE),
            confidence=OPEN,
        )
    return unknown(errors)


def _told(name: str, fields: NamedFields | Missing) -> str:
    """Label and API name, where Salesforce shows the field."""
    return next((str(f) for f in (() if isinstance(fields, Missing) else fields.named(name))), name)


def _what(error: WriteError, fields: NamedFields | Missing) -> str:
    return f"{', '.join(_told(name, fields) for name in error.fields) or 'a required field'} is empty"
