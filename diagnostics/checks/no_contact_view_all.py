from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.asked import Asked
from diagnostics.facts.permissions import ObjectRights, SystemPermissions
from diagnostics.facts.record_access import RecordAccess
from diagnostics.grants import grant
from diagnostics.judgement import LIKELY, Judgement, Who, aside, cause, clear, suspect, unknown
from diagnostics.question import Org, Person, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS

GENERAL_LOSS = {Symptom.NOT_LINKED, Symptom.PERSON_MISSING}
BROAD = ("PermissionsViewAllData", "PermissionsModifyAllData")
ON_CONTACT = frozenset({"PermissionsViewAllRecords", "PermissionsModifyAllRecords"})


@check(
    id="no-contact-view-all",
    title="Unify's user lacks View All Records on Contact",
    section="5",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS),
    about=(Org, Person),
    symptoms={
        Symptom.EMAIL_MISSING,
        Symptom.REPLY_MISSING,
        Symptom.NOT_LINKED,
        Symptom.PERSON_MISSING,
        Symptom.WRITE_ERROR,
    },
    explains_away=("write-rejected-permission",),
    alone=False,
    prior=0.6,
)
def no_contact_view_all(
    objects: ObjectRights, system: SystemPermissions | Missing, record: RecordAccess | Missing, asked: Asked
) -> Judgement:
    """Contacts that sharing hides from Unify's user are neither read nor linked. View All Records on Contact shows it all
    of them. (Unify's help lists it, 4 May 2026; its docs do not.)"""
    remedy = grant(
        "Contacts: View All Records",
        "Object Settings → Contacts",
        system,
        note="Unify's help asks for this right (4 May 2026); its permission docs do not list it.",
    )
    if not isinstance(system, Missing) and system.holds(*BROAD):
        return clear("Unify's Salesforce user sees all data.", system)
    if (objects.rights("Contact") or frozenset()) & ON_CONTACT:
        return clear("Unify's Salesforce user sees all Contacts.", objects)
    if not isinstance(record, Missing):
        if record.hidden:
            return cause(
                "Unify's Salesforce user cannot see this Contact: sharing hides it.",
                record,
                objects,
                remedy=remedy,
                details=objects.says,
            )
        return clear("Unify's Salesforce user can see this Contact.", record)
    if isinstance(system, Missing):
        return unknown(system)
    if GENERAL_LOSS.intersection(asked.question.suspected):
        return suspect(
            "Unify's Salesforce user sees only the Contacts that are shared with it; the others are neither "
            "read nor linked.",
            objects,
            remedy=remedy,
            confidence=LIKELY,
            details=objects.says,
        )
    return aside(
        "Unify's Salesforce user sees only the Contacts that are shared with it.",
        objects,
        remedy=remedy,
        details=objects.says,
    )
