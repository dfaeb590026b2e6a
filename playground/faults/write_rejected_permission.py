"""Salesforce refuses the record for lack of rights that the permission facts do not show."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, proved
from playground.faults.write_rejected_validation_rule import PASTED, refused

ID = "write-rejected-permission"


def record_locked_away(company: Company) -> None:
    """The rights on objects are all there; a record that the email points at is not shared."""
    company.org.insert("Account", Name="Restricted", OwnerId=company.admin)
    refused(
        company,
        company.chance.choice(
            (
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: 001Qk00000000ZZ",
                "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id",
                "INSUFFICIENT_ACCESS: insufficient access rights on object id",
            )
        ),
    )


def field_not_writable(company: Company) -> None:
    refused(
        company,
        "INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: IsClosedOnCreate. Please check the security "
        "settings of this field and verify that it is read/write for your profile or permission set",
    )


FAULT = Fault(
    ID,
    (
        Variant("record-not-shared", record_locked_away, PASTED, proved(ID)),
        Variant("field-not-writable", field_not_writable, PASTED, proved(ID)),
        Variant(
            "error-is-asked",
            record_locked_away,
            tuple(c for c in phrases.EMAIL_MISSING if c.voice != "rep"),
            proved(ID),
            needs=("person",),
        ),
    ),
)
