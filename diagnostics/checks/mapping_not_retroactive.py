from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.field_age import FieldAge, RecordAge
from diagnostics.facts.said import MappingChanged, MappingDirection
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, MAPPINGS, SYNCS
from diagnostics.times import parse

REMEDY = Remedy(
    "Fill the older records in Salesforce",
    (
        Step(
            "Unify admin: check that the field is mapped (Settings → Integrations → Salesforce, bottom of the page); from "
            "then on new email activities have it."
        ),
        Step("Salesforce admin: fill the older records with a Flow, Data Loader or a CSV import."),
    ),
    note="Mapping changes apply to new email activities only (Unify help, 4 May 2026); reading is different: Unify then "
    "reads all records again (docs).",
)


@check(
    id="mapping-not-retroactive",
    title="The field was mapped, or created, after the record was written",
    section="3",
    who=Who.BOTH_ADMINS,
    sources=(ARTICLE, SYNCS, MAPPINGS),
    about=Org,
    symptoms={Symptom.OPENS_MISSING, Symptom.FIELD_EMPTY},
    alone=False,
    prior=0.9,
)
def mapping_not_retroactive(
    age: FieldAge | Missing,
    record: RecordAge | Missing,
    changed: MappingChanged | Missing,
    direction: MappingDirection | Missing,
) -> Judgement:
    """A mapping works from the moment it is made, on new email activities. Records written before keep what they had, and
    a field that did not exist then stays empty on them."""
    if not isinstance(age, Missing) and age.written < age.created:
        return cause(
            f"The record was written before the field {age.name} existed; mappings do not reach back.",
            age,
            remedy=REMEDY,
        )
    since = None if isinstance(changed, Missing) else parse(changed.value)
    if since and not isinstance(record, Missing) and not isinstance(changed, Missing):
        if record.written < since:
            return cause(
                "The record was written before the mapping was changed; mappings do not reach back.",
                changed,
                record,
                remedy=REMEDY,
            )
        return clear("The mapping is older than the record.", changed, record)
    dated = not isinstance(changed, Missing) and changed.value != "not-changed"
    if dated or (not isinstance(direction, Missing) and direction.value == "changed-recently"):
        return suspect(
            "The mapping was changed lately; records written before keep what they had.",
            changed if dated else direction,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    if not isinstance(changed, Missing):
        return clear("The mapping was not changed.", changed)
    return unknown(changed)
