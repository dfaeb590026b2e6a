from diagnostics.check import check
from diagnostics.facts.permissions import SystemPermissions
from diagnostics.grants import grant
from diagnostics.judgement import Judgement, Who, cause, clear
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS


@check(
    id="no-task-edit",
    title="Unify's user lacks Edit Tasks",
    section="5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.WRITE_ERROR},
    explains_away=("write-rejected-permission",),
    prior=0.6,
)
def no_task_edit(system: SystemPermissions) -> Judgement:
    """Every email that Salesforce stores gets a Task, so whoever writes emails needs Edit Tasks, on a permission set or on
    the profile."""
    if system.holds("PermissionsEditTask"):
        return clear("Unify's Salesforce user may edit Tasks.", system)
    return cause(
        "Unify's Salesforce user lacks a right that every email needs: Edit Tasks.",
        system,
        remedy=grant("Edit Tasks", "System Permissions", system),
    )
