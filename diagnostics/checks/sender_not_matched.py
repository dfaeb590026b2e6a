from diagnostics.asks import Missing, Reason
from diagnostics.check import check
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.sender import SenderUsers
from diagnostics.judgement import LIKELY, OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, PERMISSIONS

REMEDY = Remedy(
    "Make the two addresses equal",
    (
        Step(
            "Compare the Unify user's email (Unify: Settings → Users) with Email on their Salesforce user "
            "(Setup → Users)."
        ),
        Step("Change one of them so that both are equal; the Salesforce user must be active."),
        Step("New emails are linked to the user after the next sync (up to 30 minutes)."),
    ),
    note="Without a match the email is still recorded, but may not be linked to a user.",
)


@check(
    id="sender-not-matched",
    title="The sender's address belongs to no active Salesforce user",
    section="4",
    who=Who.BOTH_ADMINS,
    sources=(ARTICLE, PERMISSIONS),
    about=Org,
    symptoms={Symptom.WRONG_OWNER},
    alone=False,
    prior=1.0,
)
def sender_not_matched(users: SenderUsers, integration: IntegrationUser | Missing) -> Judgement:
    """Unify links an email to the Salesforce user who has the same address as the Unify user. Sending domains often differ
    from the address in Salesforce."""
    if len(users.active) == 1:
        return clear("One active Salesforce user has the sender's address.", users)
    if len(users.active) > 1:
        return suspect(
            f"{len(users.active)} active Salesforce users have the address {users.address}: which one is linked "
            "is open.",
            users,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    if users.assumed:
        return suspect(
            f"No active Salesforce user has your address {users.address}; if it is your emails that are meant, they are "
            "linked to nobody.",
            users,
            remedy=REMEDY,
            confidence=OPEN,
        )
    if users.inactive:
        return cause(
            f"The Salesforce user with the address {users.address} is inactive, so emails are linked to nobody.",
            users,
            remedy=REMEDY,
        )
    if isinstance(integration, Missing):
        return unknown(Missing(Reason.DENIED, "the bot may not see other Salesforce users (View All Users)"))
    return cause(
        f"No Salesforce user has the sender's address {users.address}, so emails are linked to nobody.",
        users,
        remedy=REMEDY,
    )
