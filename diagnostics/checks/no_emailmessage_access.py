from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.permissions import EntityAccess, ObjectRights, SystemPermissions
from diagnostics.grants import grant
from diagnostics.judgement import OPEN, Judgement, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS

SAYS = "Unify's Salesforce user lacks the right to see emails (Email Message)"


@check(
    id="no-emailmessage-access",
    title="Unify's user cannot read EmailMessage",
    section="5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.WRITE_ERROR},
    explains_away=("no-emailmessage-edit", "no-emailmessage-field-edit", "write-rejected-permission"),
    prior=0.7,
)
def no_emailmessage_access(
    access: EntityAccess | Missing,
    system: SystemPermissions | Missing,
    objects: ObjectRights | Missing,
) -> Judgement:
    """Email Messages are visible to whoever may see activities. Without Access Activities, or without access to the
    object, Unify's user can neither read nor write them."""
    activities = (
        None if isinstance(system, Missing) else system.holds("PermissionsActivitiesAccess", "PermissionsModifyAllData")
    )
    if activities is False:
        return cause(
            f"{SAYS}: Access Activities is missing.",
            system,
            remedy=grant("Access Activities", "System Permissions", system),
        )
    if isinstance(access, Missing):
        return unknown(access)
    remedy = grant("Email Message: Read", "Object Settings → Email Message", system)
    mine = access.on("EmailMessage")
    if mine and not mine.readable:
        return cause(f"{SAYS}.", access, remedy=remedy, details=access.says)
    rows = None if isinstance(objects, Missing) else objects.rights("EmailMessage")
    if mine and (rows is None or "PermissionsRead" in rows):
        return clear("Unify's Salesforce user can see emails.", access)
    return suspect(
        "Whether Unify's Salesforce user can see emails is unclear: Salesforce's own answers disagree.",
        access,
        remedy=remedy,
        confidence=OPEN,
        details=access.says,
    )
