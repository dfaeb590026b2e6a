from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.permissions import EntityAccess, SystemPermissions
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, unknown
from diagnostics.question import Org
from diagnostics.sources import ARTICLE, PERMISSIONS

REMEDY = Remedy(
    "Give Unify's user the right that is missing",
    (
        Step("Salesforce: Setup → Permission Sets → the set of the user that Unify signs in as."),
        Step(
            "Object Settings → Email Message, Contact, Lead, Account: Read, Create, Edit, and edit on the mapped fields; "
            "System Permissions: Edit Tasks, Access Activities, API Enabled."
        ),
        Step("With a profile instead: Setup → Profiles → that profile → the same settings."),
        Step(
            "In Unify: Settings → Integrations → Salesforce: the permissions widget names what is still missing; then look "
            "at Errors/Skipped Records."
        ),
    ),
)


@check(
    id="write-rejected-permission",
    title="Salesforce refuses for lack of rights",
    section="2,5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms=GENERAL,
    explains_away=("within-normal-delay",),
    prior=0.4,
)
def write_rejected_permission(
    errors: WriteErrors | Missing, system: SystemPermissions | Missing, access: EntityAccess | Missing
) -> Judgement:
    """Salesforce checks the rights of the user that Unify signs in as on every record and field; where one is missing the
    write is refused with an access error."""
    if isinstance(errors, Missing):
        return unknown(errors)
    for error in errors.of("write-rejected-permission"):
        shown = [fact for fact in (system, access) if not isinstance(fact, Missing)]
        fields = f" on {', '.join(error.fields)}" if error.fields else ""
        return cause(
            f"Salesforce refuses what Unify writes for lack of rights{fields} ({error.code}).",
            errors,
            *shown,
            remedy=REMEDY,
            confidence=0.95,
            details="; ".join(fact.says for fact in shown),
        )
    return clear("No access error is quoted.", errors)
