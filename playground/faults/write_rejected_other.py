"""Any other write error of the catalogue."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved, rep, support, suspected
from playground.faults.write_rejected_validation_rule import PASTED, refused

ID = "write-rejected-other"
_ERRORS = (
    "STRING_TOO_LONG: Subject: data value too large: Re: Re: Re: (max length=255)",
    "UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record or 1 records: 001Qk0000000123",
    "STORAGE_LIMIT_EXCEEDED: storage limit exceeded",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Type: bad value for restricted picklist field: Sent",
    "INVALID_EMAIL_ADDRESS: Email: invalid email address: XX",
    "NUMBER_OUTSIDE_VALID_RANGE: Opens: value outside of valid range on numeric field: 123456 [Opens__c]",
    "ENTITY_IS_LOCKED: the entity is locked for editing",
    "FIELD_FILTER_VALIDATION_EXCEPTION: Value does not exist or does not match filter criteria",
    "UNKNOWN_EXCEPTION: An unexpected error occurred. Please include this ErrorId if you contact support: 1452464078-314667",
)


def known_code(company: Company) -> None:
    refused(company, company.chance.choice(_ERRORS))


def no_code(company: Company) -> None:
    """It sounds like an error, and is in no catalogue."""
    refused(
        company,
        company.chance.choice(
            ("Record skipped: handler failed with status 17", "Row rejected: sync task aborted (E-4711)")
        ),
    )


_NO_CODE = (
    support("write-error", 'Customer\'s Errors page shows this for an email: "{error}". What does the error mean?'),
    rep("write-error", 'there\'s an error in Skipped Records for my email to {contact}: "{error}"'),
)
FAULT = Fault(
    ID,
    (
        Variant("known-code", known_code, PASTED, proved(ID)),
        Variant(
            "error-is-asked",
            known_code,
            tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep"),
            proved(ID),
            needs=("person",),
        ),
        Variant("no-known-code", no_code, _NO_CODE, suspected(ID)),
    ),
)
