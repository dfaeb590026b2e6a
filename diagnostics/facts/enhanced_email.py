"""Whether Enhanced Email is on in Salesforce."""

from dataclasses import dataclass
from typing import ClassVar, Literal, Self

from diagnostics.asks import Human, Json, Missing, Plan, Reason, Rest, Soql, Tooling, each
from diagnostics.check import Fact, Kind
from diagnostics.question import Org, Question, Subject

_SETTING = Tooling("SELECT IsEnhancedEmailEnabledEnabled FROM EmailAdministrationSettings")  # sic, twice "Enabled"
# With Enhanced Email off only cases get EmailMessages, so one without a case proves that it is on.
_PROOF = Soql("SELECT COUNT() FROM EmailMessage WHERE ParentId = null AND CreatedDate = LAST_N_DAYS:30")
_OBJECT = Rest("sobjects/EmailMessage/describe")
_OWN_RIGHTS = Soql("SELECT PermissionsActivitiesAccess FROM UserPermissionAccess")

How = Literal["the setting", "emails without a case", "a person", "no EmailMessage object"]


@dataclass(frozen=True, slots=True)
class EnhancedEmail(Fact):
    """On or off, and how that is known; `contradicted` where a person said the opposite of what Salesforce shows."""

    about: ClassVar[Kind] = Org
    on: bool
    how: How

    @property
    def says(self) -> str:
        state = "on" if self.on else "off"
        match self.how:
            case "the setting":
                return f"Salesforce's setting reads: Enhanced Email is {state}"
            case "emails without a case":
                return "Enhanced Email is on: Salesforce has email messages that belong to no case"
            case "a person":
                return f"Enhanced Email: {state}"
            case "no EmailMessage object":
                return "Salesforce shows no EmailMessage object to a user who may see activities"

    @classmethod
    def ask(cls, question: Question, subject: Subject) -> Plan[Self]:
        setting, proof, described = yield from each(_SETTING, _PROOF, _OBJECT)
        reads = _reads(setting)
        if not isinstance(proof, Missing) and proof["totalSize"] > 0:
            return cls(True, "emails without a case")
        if reads is not None:
            return cls(reads, "the setting")
        try:
            return cls((yield Human("enhanced-email")).value == "on", "a person")
        except Missing as unsaid:
            if isinstance(described, Missing) and described.reason is Reason.ABSENT:
                rights = (yield _OWN_RIGHTS)["records"]
                if any(r["PermissionsActivitiesAccess"] for r in rights):
                    return cls(False, "no EmailMessage object")
            raise Missing(
                unsaid.reason,
                "whether Enhanced Email is on cannot be read (look in Salesforce: Setup → Enhanced Email)",
            ) from None


def _reads(setting: Json) -> bool | None:
    """An answer without rows is no "off": the entity may just not be visible."""
    if isinstance(setting, Missing) or not setting["records"]:
        return None
    value = setting["records"][0].get("IsEnhancedEmailEnabledEnabled")
    return value if isinstance(value, bool) else None
