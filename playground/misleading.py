"""Things that could well be the reason, and are not: what really refused the email nobody there knows.

To suspect them is fair; to call them proved would be wrong.
"""

from playground.combinations.together import Differs, together
from playground.company import Company
from playground.faults import Complaint, Truth, Variant, phrases
from playground.faults.fault import rep
from playground.faults.lead_converted import convert
from playground.faults.within_normal_delay import bulk_change
from playground.faults.write_rejected_other import known_code

_TRUTH = Truth(besides=("write-rejected-other",))


def _rule(sobject: str) -> Differs:
    def differs(company: Company) -> None:
        company.org.insert(
            "ValidationRule",
            ValidationName=f"{sobject}_Partner_Only",
            Active=True,
            EntityDefinitionId=sobject,
            ErrorMessage="Partner records need a partner id",
            CreatedDate=company.ago(days=90),
        )

    return differs


def _required_field(company: Company) -> None:
    """Required, and filled: Unify writes it with a default value."""
    company.org.add_field("Task", "Cost_Center__c", nillable=False, created=company.ago(days=200))


def _much_usage(company: Company) -> None:
    company.org.api_used = company.org.api_limit * company.chance.randint(91, 97) // 100


def _twin(company: Company) -> None:
    company.twin(company.contact)


def _converted(company: Company) -> None:
    convert(company)
    company.lose(company.ago(hours=4), company.lead)


def _no_row(company: Company) -> None:
    company.org.entity_access[company.unify, "EmailMessage"] = None


def _locked_and_not_mapped(company: Company) -> None:
    for row in company.org.rows("FieldPermissions", Field="EmailMessage.Campaign__c"):
        company.org.update("FieldPermissions", row["Id"], PermissionsEdit=False)


def _busy_import(company: Company) -> None:
    bulk_change(company)
    company.lose(company.ago(hours=5))


def _namesake(company: Company) -> None:
    """The contact has an address; a namesake elsewhere has none."""
    company.twin(company.contact, Email=None)


def _misled(name: str, differs: Differs, complaints: tuple[Complaint, ...] = phrases.EMAIL_MISSING_BY_REP) -> Variant:
    return Variant(name, together(known_code, differs), complaints, _TRUTH)


MISLEADING: tuple[Variant, ...] = (
    _misled("rule-on-task", _rule("Task")),
    _misled("rule-on-email-message", _rule("EmailMessage")),
    _misled("required-and-filled", _required_field),
    _misled("much-usage", _much_usage),
    _misled("twin", _twin),
    _misled(
        "converted",
        _converted,
        (rep("email-missing", "my email of {when} isn't in Salesforce on the lead {lead_link}"),),
    ),
    _misled("no-row", _no_row),
    _misled("locked-and-not-mapped", _locked_and_not_mapped, phrases.EMAIL_MISSING[2:]),
    _misled("busy-import", _busy_import),
    _misled("namesake", _namesake),
)
