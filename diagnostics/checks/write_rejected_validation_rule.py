from diagnostics.asks import Missing
from diagnostics.check import ANY_CAUSE, GENERAL, check
from diagnostics.errors import WriteError
from diagnostics.facts.automation import Automation, Automaton
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.heartbeat import Heartbeat
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.facts.rules import Rule, ValidationRules
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import AFTER, RESYNC, counted, mend
from diagnostics.question import Org, Person
from diagnostics.sources import ARTICLE

TITLE = "Let Unify's records through"
_CULPRITS = 5  # whose way to mend is told; the others are counted


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
    prior=0.6,
)
def write_rejected_validation_rule(
    errors: WriteErrors | Missing,
    rules: ValidationRules | Missing,
    automation: Automation | Missing,
    user: IntegrationUser | Missing,
    deliveries: Deliveries | Missing,
    beat: Heartbeat | Missing,
) -> Judgement:
    """Every email that Salesforce stores gets a Task. A validation rule on Task or EmailMessage (or an Apex trigger or
    flow) that demands what Unify does not fill refuses the whole record."""
    if not isinstance(errors, Missing):
        quoted = errors.of("write-rejected-validation-rule")
        if not quoted:
            return clear("No validation error is quoted.", errors)
        return _refused(errors, quoted, rules, automation, user)
    gone = not isinstance(deliveries, Missing) and bool(deliveries.missing)
    visible = not isinstance(beat, Missing) and beat.last is not None
    if gone and visible and not isinstance(rules, Missing) and rules.on_emails:
        rule = rules.on_emails[0]
        others = f" (or one of {len(rules.on_emails) - 1} more)" if len(rules.on_emails) > 1 else ""
        return suspect(
            f"The email is missing, and the validation rule “{rule.name}” on {rule.sobject}{others} might refuse it.",
            deliveries,
            rules,
            remedy=Remedy(TITLE, (*map(Step, _way_to(rule)), *_condition(user), AFTER, RESYNC)),
            confidence=OPEN,
        )
    return unknown(errors)


def _refused(
    errors: WriteErrors,
    quoted: tuple[WriteError, ...],
    rules: ValidationRules | Missing,
    automation: Automation | Missing,
    user: IntegrationUser | Missing,
) -> Judgement:
    def what(error: WriteError) -> str:
        by = _named(_saying(error, rules)) or str(_machine(error, automation) or error.code)
        return f"{by}: “{error.message}”" if error.message else by

    def steps(error: WriteError) -> tuple[str, ...]:
        named = tuple(text for rule in _saying(error, rules) for text in _way_to(rule))
        return named or (error.entry.steps if error.entry else ())

    certain = [error for error in quoted if not error.ambiguous]
    first = (certain or quoted)[0]
    if own := _saying(first, rules):
        end = "its message is the one quoted" if len(own) == 1 else "each has the message quoted"
        says = f"{_named(own)} refuses what Unify writes: {end}."
    elif by := _machine(first, automation):
        says = f"{by} refuses what Unify writes: the error names it."
    else:
        says = f"Salesforce refuses what Unify writes ({first.code}): “{first.message or 'no message'}”."
    shown: list[object] = [rules] if any(_saying(error, rules) for error in quoted) else []
    shown += [automation] if any(_machine(error, automation) for error in quoted) else []
    unique = dict.fromkeys(text for error in quoted[:_CULPRITS] for text in steps(error))
    remedy = mend(TITLE, quoted, *map(Step, unique), *_condition(user))
    judge = cause if certain else suspect
    return judge(
        says[:1].upper() + says[1:],
        errors,
        *shown,
        remedy=remedy,
        counted=counted(quoted, what),
    )


def _saying(error: WriteError, rules: ValidationRules | Missing) -> tuple[Rule, ...]:
    of_a_rule = error.code == "FIELD_CUSTOM_VALIDATION_EXCEPTION"
    return rules.saying(error.message) if of_a_rule and not isinstance(rules, Missing) else ()


def _machine(error: WriteError, automation: Automation | Missing) -> Automaton | None:
    return None if isinstance(automation, Missing) else automation.behind(error)


def _named(rules: tuple[Rule, ...]) -> str:
    return " or ".join(f"the validation rule “{rule.name}” on {rule.sobject}" for rule in rules)


def _way_to(rule: Rule) -> tuple[str, ...]:
    return (
        f"Salesforce: Setup → Object Manager → {rule.sobject} → Validation Rules → {rule.name} → Edit.",
        "Exempt the user that Unify signs in as, or deactivate the rule.",
    )


def _condition(user: IntegrationUser | Missing) -> tuple[Step, ...]:
    """For admins, the condition that exempts Unify's user."""
    if isinstance(user, Missing):
        return ()
    return (Step(f'Condition to add to a rule: $User.Username <> "{user.username}"', private=True),)
