from diagnostics.asks import Missing
from diagnostics.check import ANY_CAUSE, GENERAL, check
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.rules import Rule, ValidationRules
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.question import Org, Person
from diagnostics.sources import ARTICLE

AFTER = (
    Step(
        "In Unify: Settings → Integrations → Salesforce → Errors/Skipped Records; look again after the next sync "
        "(up to 30 minutes)."
    ),
)
NOTE = (
    "Records refused meanwhile are not written by themselves as far as Unify documents: ask Unify support to re-sync."
)


def remedy(rule: Rule | None, user: IntegrationUser | Missing) -> Remedy:
    """The steps, with the rule's path and, for admins, the condition that exempts Unify's user."""
    where = (
        f"Setup → Object Manager → {rule.sobject} → Validation Rules → {rule.name} → Edit"
        if rule
        else "Setup → Object Manager → Task and Email Message → Validation Rules (and the Apex triggers and flows there)"
    )
    exempt = (
        ()
        if isinstance(user, Missing)
        else (Step(f'Condition to add: $User.Username <> "{user.username}"', private=True),)
    )
    return Remedy(
        "Let Unify's records through",
        (
            Step(f"Salesforce: {where}."),
            Step("Exempt the user that Unify signs in as, or deactivate the rule."),
            *exempt,
            *AFTER,
        ),
        note=NOTE,
    )


@check(
    id="write-rejected-validation-rule",
    title="A validation rule, trigger or flow refuses the record",
    section="2",
    who=Who.SALESFORCE_ADMIN,
    sources=(ARTICLE,),
    about=(Org, Person),
    symptoms=GENERAL,
    explains_away=("within-normal-delay",),
    withheld_by=ANY_CAUSE,
    prior=0.7,
)
def write_rejected_validation_rule(
    errors: WriteErrors | Missing,
    rules: ValidationRules | Missing,
    user: IntegrationUser | Missing,
    deliveries: Deliveries | Missing,
) -> Judgement:
    """Every email that Salesforce stores gets a Task. A validation rule on Task or EmailMessage (or an Apex trigger or
    flow) that demands what Unify does not fill refuses the whole record."""
    if not isinstance(errors, Missing):
        for error in errors.of("write-rejected-validation-rule"):
            named = () if isinstance(rules, Missing) else rules.saying(error.message)
            if named:
                return cause(
                    f"The validation rule “{named[0].name}” on {named[0].sobject} refuses what Unify writes: "
                    "its message is the one quoted.",
                    errors,
                    rules,
                    remedy=remedy(named[0], user),
                    confidence=0.99,
                )
            return cause(
                f"Salesforce refuses what Unify writes ({error.code}): “{error.message or 'no message'}”.",
                errors,
                remedy=remedy(None, user),
                confidence=0.93,
            )
        return clear("No validation error is quoted.", errors)
    if (
        not isinstance(deliveries, Missing)
        and deliveries.missing
        and not isinstance(rules, Missing)
        and rules.on_emails
    ):
        rule = rules.on_emails[0]
        return suspect(
            f"The email is missing, and the validation rule “{rule.name}” on {rule.sobject} might refuse it.",
            deliveries,
            rules,
            remedy=remedy(rule, user),
            confidence=0.35,
        )
    return unknown(errors)
