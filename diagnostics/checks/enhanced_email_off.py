from diagnostics.check import check
from diagnostics.facts.enhanced_email import EnhancedEmail
from diagnostics.judgement import LIKELY, Judgement, Remedy, Step, Who, cause, clear, suspect
from diagnostics.question import Org, Symptom
from diagnostics.sources import ARTICLE, EMAIL_MESSAGE, ENHANCED_EMAIL, PERMISSIONS

REMEDY = Remedy(
    "Switch Enhanced Email on",
    (
        Step(
            "Salesforce: Setup → Quick Find → Enhanced Email → Enable. It cannot be switched off again: tell whoever owns "
            "the org first."
        ),
        Step("Unify: Settings → Integrations → Salesforce → Email Message Writeback: on."),
        Step(
            "Send a test email from a sequence and look at the contact's activity timeline after the next sync "
            "(up to 30 minutes)."
        ),
    ),
    note="Existing records are not rewritten. With Enhanced Email every email also gets a Task.",
)


@check(
    id="enhanced-email-off",
    title="Salesforce Enhanced Email is off",
    section="3",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE, PERMISSIONS, ENHANCED_EMAIL, EMAIL_MESSAGE),
    about=Org,
    symptoms={Symptom.EMAIL_MISSING, Symptom.REPLY_MISSING, Symptom.BODY_MISSING},
    explains_away=(
        "email-message-writeback-off",
        "no-emailmessage-access",
        "no-emailmessage-edit",
        "no-emailmessage-field-edit",
    ),
    prior=0.7,
)
def enhanced_email_off(enhanced: EnhancedEmail) -> Judgement:
    """Unify stores emails and replies as EmailMessage records. Outside of cases Salesforce has those only with Enhanced
    Email on."""
    if enhanced.on:
        return clear("Enhanced Email is on.", enhanced)
    if enhanced.how == "no EmailMessage object":
        return suspect(
            "Enhanced Email is probably off: Salesforce shows no EmailMessage object.",
            enhanced,
            remedy=REMEDY,
            confidence=LIKELY,
        )
    return cause(
        "Enhanced Email is off in Salesforce, so emails and replies cannot be stored with their content.",
        enhanced,
        remedy=REMEDY,
    )
