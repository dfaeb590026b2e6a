from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.permissions import EntityAccess, ObjectRights, SystemPermissions
from diagnostics.grants import grant
from diagnostics.judgement import OPEN, Judgement, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS

NEEDED = {"PermissionsCreate", "PermissionsEdit"}


@check(
    id="no-emailmessage-edit",
    title="Unify's user cannot create or edit EmailMessage",
    section="5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.BODY_MISSING, Symptom.WRITE_ERROR},
    explains_away=("write-rejected-permission",),
    withheld_by=("no-task-edit",),  # the right that makes Salesforce's answers disagree is then the cause
    prior=0.7,
)
def no_emailmessage_edit(
    access: EntityAccess,
    system: SystemPermissions | Missing,
    objects: ObjectRights | Missing,
) -> Judgement:
    """Email Message Writeback creates and edits Email Message records. Without both rights on the object every email and
    reply is refused."""
    remedy = grant("Email Message: Create and Edit", "Object Settings → Email Message", system)
    mine = access.on("EmailMessage")
    if mine and not (mine.creatable and mine.editable):
        lacks = " and ".join(name for name, has in (("create", mine.creatable), ("edit", mine.editable)) if not has)
        return cause(
            f"Unify's Salesforce user may not {lacks} emails (Email Message).",
            access,
            remedy=remedy,
            details=access.says,
        )
    rows = None if isinstance(objects, Missing) else objects.rights("EmailMessage")
    tasks = isinstance(system, Missing) or system.holds("PermissionsEditTask", "PermissionsModifyAllData")
    if mine and tasks and (rows is None or rows >= NEEDED):
        return clear("Unify's Salesforce user may create and edit emails.", access)
    if not mine and isinstance(system, Missing) and rows is None:
        return unknown(Missing(system.reason, "Salesforce gave no answer on Email Message for Unify's user"))
    return suspect(
        "Whether Unify's Salesforce user may write emails is unclear: Salesforce's own answers disagree.",
        access,
        remedy=remedy,
        confidence=OPEN,
        details=access.says,
    )
