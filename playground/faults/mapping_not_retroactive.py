"""The field was mapped, or created, after the record was written."""

from playground.company import Company
from playground.faults.fault import Fault, Variant, admin, proved, rep, support, suspected

ID = "mapping-not-retroactive"
_FIELDS = ("Outreach_Theme__c", "Play_Name__c", "Persona__c")


def _field(company: Company, name: str, made_days_ago: int, mapped_days_ago: int, **traits: str) -> None:
    company.add_field("EmailMessage", name, created=company.ago(days=made_days_ago), **traits)
    mapped = company.ago(days=mapped_days_ago).astimezone(company.zone)
    company.truths["mapping-changed"] = mapped.replace(hour=0, minute=0, second=0).isoformat()


def young_field(company: Company) -> None:
    """Made after the emails that it is empty on, and mapped at once."""
    days = company.chance.randint(1, 3)
    _field(company, company.chance.choice(_FIELDS), days, days)


def young_open_count(company: Company) -> None:
    _field(company, "Total_Opens__c", 2, 2, type="double", label="Total Opens")


def young_mapping(company: Company) -> None:
    """The field has been there for long; its mapping has not."""
    _field(company, company.chance.choice(_FIELDS), 100, company.chance.randint(2, 3))


_EMPTY = (
    rep("field-empty", "the field {field} is empty on the emails to {contact} in Salesforce"),
    support("field-empty", "Ticket: custom field {field} stays blank on the email activities with {contact}."),
    admin("field-empty", "{field} has no value on the emails to {contact}, on newer records it does."),
)
FAULT = Fault(
    ID,
    (
        Variant("field-is-younger", young_field, _EMPTY, proved(ID), needs=("view-setup", "activities")),
        Variant(
            "open-count-is-younger",
            young_open_count,
            (rep("opens-missing", "the open count in {field} is empty on the emails to {contact} in Salesforce"),),
            proved(ID),
            needs=("view-setup", "activities"),
        ),
        Variant(
            "change-is-asked",
            young_mapping,
            tuple(c for c in _EMPTY if c.voice == "admin"),
            proved(ID),
            needs=("person", "activities"),
        ),
        Variant(
            "changed-recently",
            young_mapping,
            (
                rep(
                    "field-empty",
                    "We changed the mapping of {field} recently. It is still empty on the emails to {contact} in Salesforce.",
                ),
                support(
                    "field-empty",
                    "The customer changed the mapping of {field} last week, it stays empty on the emails to {contact}.",
                ),
            ),
            suspected(ID),
        ),
    ),
)
