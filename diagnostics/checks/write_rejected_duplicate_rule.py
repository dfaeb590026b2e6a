from diagnostics.asks import Missing
from diagnostics.check import GENERAL, check
from diagnostics.errors import WriteError
from diagnostics.facts.duplicate_rules import DuplicateRules
from diagnostics.facts.named_records import NamedRecords
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import Judgement, Step, Who, cause, clear, unknown
from diagnostics.mending import counted, mend
from diagnostics.question import Org
from diagnostics.sources import SYNCS, TROUBLESHOOTING

NOTE = (
    "What hangs on the blocked Account, Contact or Lead (contacts, tasks, emails) fails with it: mend this one first."
)


@check(
    id="write-rejected-duplicate-rule",
    title="A duplicate rule blocks the record",
    section="D",
    who=Who.SALESFORCE_ADMIN,
    sources=(TROUBLESHOOTING, SYNCS),
    about=Org,
    symptoms=GENERAL,
    explains_away=("person-not-in-salesforce", "within-normal-delay"),
    prior=0.1,
)
def write_rejected_duplicate_rule(
    errors: WriteErrors | Missing, rules: DuplicateRules | Missing, records: NamedRecords | Missing
) -> Judgement:
    """A duplicate rule, or a field that must be unique, keeps Unify from creating an Account, Contact or Lead that resembles
    one that exists; everything under it, emails included, is then not written either."""
    if isinstance(errors, Missing):
        return unknown(errors)
    quoted = errors.of("write-rejected-duplicate-rule")
    if not quoted:
        return clear("No duplicate is quoted.", errors)
    first = quoted[0]
    alike = () if isinstance(records, Missing) else records.among(first.records)
    meaning = first.entry.meaning if first.entry else "a duplicate"
    like = f" It resembles {', '.join(map(str, alike[:3]))}." if alike else ""
    steps = _steps(first, rules)
    rest = [error for error in quoted if error.code != first.code]
    shown = [fact for fact in (rules, records) if not isinstance(fact, Missing)]
    return cause(
        f"Salesforce refuses what Unify writes ({first.code}): {meaning}.{like}",
        errors,
        *shown,
        remedy=mend("Merge the duplicates, or let Unify's user pass the rule", quoted, *steps, rest=rest, note=NOTE),
        counted=counted(quoted, _what),
    )


def _steps(error: WriteError, rules: DuplicateRules | Missing) -> tuple[Step, ...]:
    """With the rule named, where it can only be one."""
    if error.code != "DUPLICATES_DETECTED" or isinstance(rules, Missing) or len(rules.rules) != 1:
        return ()
    ((label, sobject),) = rules.rules
    return (
        Step(f"Salesforce: Setup → Duplicate Rules → “{label}” ({sobject})."),
        Step("Merge the records that it finds alike, or exempt the user that Unify signs in as."),
    )


def _what(error: WriteError) -> str:
    fields = f" ({', '.join(error.fields)})" if error.fields else ""
    return f"{error.code}{fields}" + (f": {error.entry.meaning}" if error.entry else "")
