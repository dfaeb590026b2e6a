"""A field that Salesforce demands is mapped read only."""

from playground.company import Company
from playground.faults.fault import Fault, Truth, Variant, admin, proved, rep, support
from playground.faults.write_rejected_required_field import require
from playground.faults.write_rejected_validation_rule import refused

ID = "mapping-read-only"


def required(company: Company) -> None:
    name = company.chance.choice(("Region__c", "Business_Unit__c"))
    require(company, "Task", name)
    refused(company, f"REQUIRED_FIELD_MISSING: Required fields are missing: [{name}]")
    company.truths["mapping"] = "read-only"


def validated(company: Company) -> None:
    """Not required at field level; a rule demands it."""
    company.add_field("Task", "Region__c", created=company.ago(days=60))
    message = "Region (Region__c) must be filled"
    company.org.insert(
        "ValidationRule",
        ValidationName="Task_Region",
        Active=True,
        EntityDefinitionId="Task",
        ErrorMessage=message,
        CreatedDate=company.ago(days=6),
    )
    refused(company, f"FIELD_CUSTOM_VALIDATION_EXCEPTION: {message}")
    company.truths["mapping"] = "read-only"


_ASKED = (admin("write-error", "Emails fail with {error}. What should we change?"),)
_SAID = (
    support("write-error", "Emails fail with {error}. The mapping of that field is read only."),
    rep("write-error", "my emails are skipped with {error}. In the Unify mapping the field is set to read only."),
)
_EMPTY = (
    admin(
        "field-empty",
        "{field} is required on Task and stays empty on email activities; in Unify its mapping is read only.",
    ),
)
_TAKES = proved(ID, explained=("write-rejected-required-field",))
FAULT = Fault(
    ID,
    (
        Variant("required-said", required, _SAID, _TAKES),
        Variant("required-asked", required, _ASKED, _TAKES, needs=("person",)),
        Variant("validated-said", validated, _SAID, proved(ID, explained=("write-rejected-validation-rule",))),
        Variant("required-and-empty", required, _EMPTY, proved(ID, besides=("write-rejected-required-field",))),
        # The error alone names the field: it is refused for sure, and mapped who knows how.
        Variant(
            "mapping-not-known",
            required,
            (support("write-error", "Customer's emails fail with {error}. What now?"),),
            Truth(causes=("write-rejected-required-field",), suspects=(ID,)),
        ),
    ),
)
