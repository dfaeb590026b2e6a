"""A required field is empty on what Unify writes."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, rep, support, suspected
from playground.faults.write_rejected_validation_rule import PASTED, refused

ID = "write-rejected-required-field"


def require(company: Company, sobject: str, *names: str) -> None:
    """Custom fields that are required at field level."""
    for name in names:
        company.org.add_field(sobject, name, nillable=False, created=company.ago(days=5))
    company.words["field"] = company.truths["field"] = names[0]


def one(company: Company) -> None:
    name = company.chance.choice(("Region__c", "Business_Unit__c", "Next_Step__c"))
    require(company, company.chance.choice(("Task", "EmailMessage")), name)
    refused(company, f"REQUIRED_FIELD_MISSING: Required fields are missing: [{name}]")


def several(company: Company) -> None:
    require(company, "Task", "Region__c", "Cost_Center__c")
    refused(company, "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c, Cost_Center__c]")


_LOWER = (rep("write-error", 'Skipped Records says "required field missing": [{field}] for my emails. What do I do?'),)
FAULT = Fault(
    ID,
    (
        Variant("one-field", one, tuple(c for c in PASTED if c.voice == "admin"), proved(ID)),
        Variant("one-field-mapping-unknown", one, (*(c for c in PASTED if c.voice != "admin"), *_LOWER), proved(ID)),
        Variant("several-fields", several, PASTED, proved(ID)),
        Variant(
            "error-is-asked",
            one,
            tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep"),
            proved(ID),
            needs=("person",),
        ),
        Variant(
            "field-stands-there",
            one,
            phrases.EMAIL_MISSING_BY_REP,
            suspected(ID),
            needs=("activities",),
        ),
        Variant(
            "field-empty",
            one,
            (
                support("field-empty", "{field} isn't getting filled on our email activities. The error is {error}"),
                admin(
                    "field-empty",
                    "The field {field} stays blank on email activities in Salesforce, with the error {error}",
                ),
            ),
            proved(ID),
        ),
    ),
)
