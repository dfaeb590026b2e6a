"""The integration user lacks edit on EmailMessage fields (or Task fields) it must write."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, support, suspected
from playground.faults.write_rejected_validation_rule import refused

ID = "no-emailmessage-field-edit"


def lock(company: Company, sobject: str, name: str) -> None:
    """The field may be read, and not edited."""
    for row in company.org.rows("FieldPermissions", Field=f"{sobject}.{name}"):
        company.org.update("FieldPermissions", row["Id"], PermissionsEdit=False)
    company.words["field"] = company.truths["field"] = name
    for record in company.org.tables[sobject.lower()]:
        if name in record:
            record[name] = None


def open_count(company: Company) -> None:
    lock(company, "EmailMessage", "Open_Count__c")


def campaign(company: Company) -> None:
    lock(company, "EmailMessage", "Campaign__c")


def on_task(company: Company) -> None:
    lock(company, "Task", "Sequence__c")


def error_names_it(company: Company) -> None:
    open_count(company)
    refused(
        company,
        "INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Open_Count__c. Please check the security settings "
        "of this field and verify that it is read/write for your profile or permission set",
    )


_OPENS = (
    rep("opens-missing", "open counts stay empty: {field} on our emails to {contact} is never filled"),
    admin("opens-missing", "The open count in {field} never gets a value on any email in Salesforce."),
)
_EMPTY = (
    rep("field-empty", "the field {field} on our email activities in Salesforce stays empty"),
    support("field-empty", "Ticket: {field} never gets a value on the customer's email activities."),
)
_PASTED = (
    support("write-error", "Customer's Errors page: {error}"),
    admin("write-error", "Skipped Records has this error: {error}"),
)
FAULT = Fault(
    ID,
    (
        Variant("open-count-named", open_count, _OPENS, proved(ID), needs=("view-setup",)),
        Variant("field-named", campaign, _EMPTY, proved(ID), needs=("view-setup",)),
        Variant("task-field-named", on_task, _EMPTY, proved(ID), needs=("view-setup",)),
        Variant(
            "error-names-it",
            error_names_it,
            _PASTED,
            proved(ID, explained=("write-rejected-permission",)),
            needs=("view-setup",),
        ),
        Variant(
            "mapped-fields-unknown",
            campaign,
            (
                rep(
                    "field-empty", "a mapped field on our email activities stays blank in Salesforce, what could it be?"
                ),
                *(c for c in phrases.BODY_MISSING if c.voice == "support"),
            ),
            suspected(ID),
            needs=("view-setup",),
            unsure=("field",),
        ),
    ),
)
