from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.facts.asked import Asked
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.permissions import SystemPermissions
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.grants import grant
from diagnostics.judgement import Judgement, Remedy, Step, Who, aside, cause, clear, unknown
from diagnostics.mending import counted
from diagnostics.question import Org, Symptom
from diagnostics.sources import PERMISSIONS

API, USERS, SETUP = "PermissionsApiEnabled", "PermissionsViewAllUsers", "PermissionsViewSetup"
SAYS = "Unify's Salesforce user lacks a right that it needs"
EDITION = Remedy(
    "Get API access for the organisation",
    (
        Step(
            "Salesforce: Setup → Company Information shows the edition; Professional and Group have no API by default."
        ),
        Step("Ask Salesforce for API access, or for an edition that includes it."),
    ),
)


@check(
    id="missing-system-permission",
    title="Unify's user lacks API Enabled, View All Users or View Setup",
    section="D",
    who=Who.SALESFORCE_ADMIN,
    sources=(PERMISSIONS,),
    about=Org,
    symptoms=GENERAL,
    explains_away=("credentials-expired",),
    standing=True,
    prior=0.4,
)
def missing_system_permission(
    system: SystemPermissions | Missing, errors: WriteErrors | Missing, beat: Heartbeat | Missing, asked: Asked
) -> Judgement:
    """Unify's documentation asks for three general rights: API Enabled, without which nothing works; View All Users, by
    which emails find their owner; View Setup and Configuration, by which Unify's own page can name missing rights."""
    quoted = () if isinstance(errors, Missing) else errors.of("missing-system-permission")
    if quoted and not isinstance(beat, Missing) and beat.beats_after(asked.question.asked_at):
        quoted = ()  # whatever the error said then
    told = counted(quoted, lambda error: f"{error.code}: no access to the API")
    if isinstance(system, Missing):
        if quoted:
            return cause(
                f"Salesforce does not let Unify's user use its API ({quoted[0].code}).",
                errors,
                remedy=_of_edition(quoted[0].code) or grant("API Enabled", "System Permissions", system),
                counted=told,
            )
        return unknown(system)
    if not system.holds(API):
        return cause(
            f"{SAYS}: API Enabled.",
            system,
            *((errors,) if quoted else ()),
            remedy=grant("API Enabled", "System Permissions", system),
            details=system.says,
            counted=told,
        )
    if quoted and (edition := _of_edition(quoted[0].code)):
        return cause(
            f"This Salesforce edition has no API access ({quoted[0].code}).", errors, remedy=edition, counted=told
        )
    if not system.holds(USERS):
        says, remedy = f"{SAYS}: View All Users.", grant("View All Users", "System Permissions", system)
        if Symptom.WRONG_OWNER in asked.question.suspected:
            return cause(says, system, remedy=remedy, details=system.says)
        return aside(says, system, remedy=remedy, details=system.says)
    if not system.holds(SETUP):
        right = "View Setup and Configuration"
        remedy = grant(right, "System Permissions", system, note="It blocks no write; Unify's own page needs it.")
        return aside(f"{SAYS}: {right}.", system, remedy=remedy, details=system.says)
    if quoted:
        return clear("Unify's Salesforce user may use the API now, whatever the error said then.", system, errors)
    return clear("Unify's Salesforce user has the general rights it needs.", system)


def _of_edition(code: str) -> Remedy | None:
    return EDITION if code == "API_DISABLED_FOR_ORG" else None
