"""A validation rule (or an Apex or flow check) refuses the record."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, support, suspected

ID = "write-rejected-validation-rule"
_RULES = (
    ("Task_Next_Step", "Next step is required"),
    ("Task_Call_Result", "Choose a call result before you save"),
    ("Task_Region_Needed", "Region must match the account's region"),
)


def rule(company: Company, sobject: str) -> None:
    """An active rule on the object, of some days ago; the email that met it is not there, others are."""
    name, message = company.chance.choice(_RULES)
    company.org.insert(
        "ValidationRule",
        ValidationName=name.replace("Task", sobject),
        Active=True,
        EntityDefinitionId=sobject,
        ErrorMessage=message,
        CreatedDate=company.ago(days=4),
    )
    refused(company, f"FIELD_CUSTOM_VALIDATION_EXCEPTION: {message}")


def refused(company: Company, error: str) -> None:
    """The email that was refused with this error."""
    company.words["error"] = error
    company.truths["write-error"] = error
    company.lose(company.ago(hours=company.chance.choice((2, 4, 6, 25))))


def on_task(company: Company) -> None:
    rule(company, "Task")


def on_email_message(company: Company) -> None:
    rule(company, "EmailMessage")


def apex_check(company: Company) -> None:
    refused(
        company,
        company.chance.choice(
            (
                "FIELD_CUSTOM_VALIDATION_EXCEPTION: Please assign a territory first",
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: execution of BeforeInsert caused by: "
                "System.NullPointerException: Attempt to de-reference a null object",
                "CANNOT_EXECUTE_FLOW_TRIGGER: We can't save this record because the “Task Router” process failed.",
                "APEX_ERROR: System.SObjectException: Illegal assignment from String to Date",
            )
        ),
    )


PASTED = (
    support("write-error", "Customer's Errors page shows for one email: `{error}`. What does it want?"),
    rep("write-error", "I see this error in Skipped Records for my email to {contact}: {error}"),
    admin("write-error", "Errors/Skipped Records has this line: {error}. How do we get rid of it?"),
    support("email-missing", "The email to {contact} sent {when} is not in Salesforce. The Errors page says: {error}"),
    rep("reply-missing", "the reply of {contact} isn't in Salesforce, Skipped Records has {error} for it"),
)
FAULT = Fault(
    ID,
    (
        Variant("rule-on-task", on_task, PASTED, proved(ID)),
        Variant("rule-on-email-message", on_email_message, PASTED, proved(ID)),
        Variant("apex-or-flow", apex_check, PASTED, proved(ID)),
        Variant(
            "error-is-asked",
            on_task,
            tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep"),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "rule-stands-there",
            on_task,
            phrases.EMAIL_MISSING_BY_REP,
            suspected(ID),
            needs=("view-setup", "activities"),
        ),
    ),
)
