"""A duplicate rule blocks the Account, Contact or Lead, and everything under it."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved
from playground.faults.write_rejected_validation_rule import PASTED, refused

ID = "write-rejected-duplicate-rule"


def blocked(company: Company) -> None:
    refused(
        company,
        company.chance.choice(
            (
                "DUPLICATES_DETECTED: Use one of these records?",
                "DUPLICATES_DETECTED: You're creating a duplicate record.",
            )
        ),
    )


def value_taken(company: Company) -> None:
    refused(
        company,
        "DUPLICATE_VALUE: duplicate value found: External_Id__c duplicates value on record with id: 003Qk0000ZZZZZZ",
    )


FAULT = Fault(
    ID,
    (
        Variant("duplicates-detected", blocked, PASTED, proved(ID)),
        Variant("duplicate-value", value_taken, PASTED, proved(ID)),
        Variant(
            "error-is-asked",
            blocked,
            tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep"),
            proved(ID),
            needs=("person",),
        ),
    ),
)
