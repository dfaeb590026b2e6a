from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.field_age import FieldInQuestion
from diagnostics.facts.field_rights import FieldRights
from diagnostics.facts.permissions import SystemPermissions
from diagnostics.grants import grant
from diagnostics.judgement import OPEN, Judgement, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS

PATH = "Object Settings → Email Message (or Task) → Field Permissions"


@check(
    id="no-emailmessage-field-edit",
    title="Unify's user lacks edit on a field it must write",
    section="5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms={
        Symptom.EMAIL_MISSING,
        Symptom.REPLY_MISSING,
        Symptom.OPENS_MISSING,
        Symptom.BODY_MISSING,
        Symptom.FIELD_EMPTY,
        Symptom.WRITE_ERROR,
    },
    explains_away=("write-rejected-permission",),
    prior=0.7,
)
def no_emailmessage_field_edit(
    rights: FieldRights, field: FieldInQuestion | Missing, system: SystemPermissions | Missing
) -> Judgement:
    """A mapped field is written only if the user that Unify signs in as may edit it (field-level security)."""
    if not isinstance(field, Missing):
        names = rights.named(field.name)
        if not names:
            return unknown(Missing(Reason.ABSENT, f"Email Message and Task show the bot no field {field.name}"))
        for name in names:
            if not rights.may_edit(name):
                return cause(
                    f"Unify's Salesforce user may not edit the field {name}.",
                    rights,
                    field,
                    remedy=grant(f"edit on {name}", PATH, system),
                    details=rights.says,
                )
        return clear("Unify's Salesforce user may edit the field.", rights, field)
    if rights.read_only:
        return suspect(
            "Unify's Salesforce user may not edit some fields of Email Message or Task; if one of them is "
            "mapped, it stays empty.",
            rights,
            remedy=grant("edit on the mapped fields", PATH, system),
            confidence=OPEN,
            details=rights.says,
        )
    return clear("No field of Email Message or Task is read-only for Unify's Salesforce user.", rights)
