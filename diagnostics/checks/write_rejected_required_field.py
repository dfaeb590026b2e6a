from diagnostics.asks import Missing
from diagnostics.check import ANY_CAUSE, GENERAL, check
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.rules import RequiredFields
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Person
from diagnostics.sources import ARTICLE, DEFAULTS, FREQUENCY

NOTE = (
    "Unify's texts differ: its help says required custom fields cannot be filled (29 Apr 2026), its docs that default "
    "values do, the article (4 May 2026) to set the mapping to read & write."
)


def remedy(fields: str) -> Remedy:
    """The steps, with the fields named."""
    return Remedy(
        "Fill the field, or do not require it",
        (
            Step(
                f"Unify: Settings → Integrations → Salesforce → field mappings: set {fields} to read & write, with a default "
                "value."
            ),
            Step(
                f"Or Salesforce: Setup → Object Manager → the object → Fields & Relationships → {fields} → Edit → clear "
                "Required."
            ),
            Step("Look at Errors/Skipped Records after the next sync (up to 30 minutes)."),
        ),
        note=NOTE,
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
    prior=0.5,
)
def write_rejected_required_field(
    errors: WriteErrors | Missing, required: RequiredFields | Missing, deliveries: Deliveries | Missing
) -> Judgement:
    """A field that is required at field level must have a value on every record, whoever writes it. If Unify does not fill
    it, Salesforce refuses the record. (Required on the page layout alone does not block Unify.)"""
    if not isinstance(errors, Missing):
        for error in errors.of("write-rejected-required-field"):
            known = () if isinstance(required, Missing) else required.named(error.fields)
            named = ", ".join(f"{label} ({name})" for _, name, label in known) or ", ".join(error.fields)
            facts = (errors, required) if known else (errors,)
            return cause(
                f"Salesforce demands {named or 'a field'}, which is empty on what Unify writes.",
                *facts,
                remedy=remedy(named or "the field named in the error"),
                confidence=0.98 if named else 0.9,
            )
        return clear("No missing required field is quoted.", errors)
    if (
        not isinstance(deliveries, Missing)
        and deliveries.missing
        and not isinstance(required, Missing)
        and required.fields
    ):
        named = ", ".join(label for _, _, label in required.fields)
        return suspect(
            f"The email is missing, and Salesforce demands {named} on email records.",
            deliveries,
            required,
            remedy=remedy(named),
            confidence=0.4,
        )
    return unknown(errors)
