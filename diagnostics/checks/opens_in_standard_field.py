from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.field_age import FieldInQuestion
from diagnostics.facts.field_rights import FieldRights
from diagnostics.facts.open_counts import OpenCounts
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Person, Symptom
from diagnostics.sources import EMAIL_MESSAGE, MAPPINGS, METRICS

REMEDY = Remedy(
    "Map the counts to a custom field",
    (
        Step(
            "Salesforce: Setup → Object Manager → Email Message → Fields & Relationships → New: a Number field, such as "
            "Open Count."
        ),
        Step("Give the user that Unify signs in as edit on it (field-level security)."),
        Step("Unify: Settings → Integrations → Salesforce → Email Message mappings: map the count to that field."),
    ),
    note="A sent EmailMessage lets only custom fields (and Is Externally Visible) be changed. Counts of emails already written "
    "need a backfill. Unify's docs say that existing email messages are not updated, its help that opens are synced.",
)


@check(
    id="opens-in-standard-field",
    title="Open counts cannot change after the first write",
    section="S",
    who=Who.BOTH_ADMINS,
    sources=(EMAIL_MESSAGE, METRICS, MAPPINGS),
    about=Person,
    symptoms={Symptom.OPENS_MISSING},
    prior=1.2,
)
def opens_in_standard_field(
    opens: OpenCounts, rights: FieldRights | Missing, field: FieldInQuestion | Missing
) -> Judgement:
    """Once sent, an EmailMessage lets only its custom fields be changed. Opens come after sending, so a count that is mapped
    to a standard field keeps its first value."""
    if not opens.opened:
        return clear("Unify itself has counted no opens of these emails.", opens)
    if isinstance(rights, Missing):
        return unknown(rights)
    custom = sorted(f for f in rights.editable if f.startswith("EmailMessage.") and f.endswith("__c"))
    if not custom:
        return cause(
            "Open counts have no custom field on Email Message to go to, and a standard one cannot change after sending.",
            opens,
            rights,
            remedy=REMEDY,
        )
    if not isinstance(field, Missing):
        if rights.named(field.name):
            return clear("The field is a custom one, which can change after sending.", rights, field)
        if field.name.lower() in opens.standard:
            return cause(
                f"Open counts go to the standard field {field.name}, which cannot change after sending.",
                field,
                opens,
                remedy=REMEDY,
            )
    return suspect(
        "Open counts may be mapped to a standard field of Email Message, which cannot change after sending.",
        opens,
        remedy=REMEDY,
        confidence=OPEN,
    )
