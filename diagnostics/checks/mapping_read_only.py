from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.said import MappingDirection
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import FAINT, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, DEFAULTS, MAPPINGS

REMEDY = Remedy(
    "Set the field's mapping to read & write",
    (
        Step("Unify: Settings → Integrations → Salesforce → field mappings, at the bottom of the page."),
        Step("Set the field to read & write (not read only), with a default value if Salesforce requires it."),
        Step("Look at a new record after the next sync (up to 30 minutes)."),
    ),
    note="The change applies to new email activities only; fill older ones in Salesforce with a Flow, Data Loader or a CSV "
    "import.",
)


@check(
    id="mapping-read-only",
    title="A field that Salesforce demands is mapped read only",
    section="3",
    who=Who.UNIFY_ADMIN,
    sources=(ARTICLE, MAPPINGS, DEFAULTS),
    about=Org,
    symptoms={Symptom.FIELD_EMPTY, Symptom.WRITE_ERROR},
    explains_away=("write-rejected-required-field", "write-rejected-validation-rule"),
    alone=False,
    prior=0.9,
)
def mapping_read_only(direction: MappingDirection | Missing, errors: WriteErrors | Missing) -> Judgement:
    """A field that is mapped read only is read from Salesforce and never written. If Salesforce demands a value in it, the
    whole record is refused; if not, the field stays empty."""
    if not isinstance(direction, Missing) and direction.value == "read-only":
        return cause("The field is mapped read only, so Unify never fills it.", direction, remedy=REMEDY)
    if not isinstance(direction, Missing) and direction.value in ("read-write", "write-only"):
        return clear("Unify may write the field.", direction)
    demanded = () if isinstance(errors, Missing) else errors.of("write-rejected-required-field")
    if demanded:
        field = ", ".join(demanded[0].fields) or "the field"
        return suspect(
            f"Perhaps {field} is mapped read only: only Unify's settings page shows it.",
            errors,
            remedy=REMEDY,
            confidence=FAINT,
        )
    if not isinstance(direction, Missing):
        return clear("The mapping's direction is not what changed.", direction)
    return unknown(direction)
