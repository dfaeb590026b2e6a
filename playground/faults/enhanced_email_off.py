"""Salesforce Enhanced Email is off."""

from playground.company import Company
from playground.faults import phrases
from playground.faults.fault import Fault, Variant, admin, proved, support

ID = "enhanced-email-off"


def off(company: Company) -> None:
    """There is no EmailMessage in the whole org; what is written are Tasks."""
    tables = company.org.tables
    tables["emailmessage"], tables["emailmessagerelation"] = [], []
    company.org.enhanced_email = False
    company.truths["enhanced-email"] = "off"
    company.lose(company.ago(hours=company.chance.choice((3, 26))))


_SAID = (
    admin("body-missing", "All emails arrive as Tasks without their text. Enhanced Email is off in Salesforce Setup."),
    support("body-missing", "Customer's emails get logged as Tasks with no body. They say that Enhanced Email is off."),
)
FAULT = Fault(
    ID,
    (
        Variant(
            "setting-reads-off",
            off,
            (*phrases.BODY_MISSING, *phrases.EMAIL_MISSING, *phrases.STATUS, *phrases.REPLY_MISSING),
            proved(ID),
            needs=("view-setup",),
        ),
        Variant("said", off, _SAID, proved(ID)),
    ),
)
