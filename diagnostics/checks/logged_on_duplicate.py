from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.judgement import LIKELY, OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect
from diagnostics.question import Person, Symptom
from diagnostics.sources import SYNCS

REMEDY = Remedy(
    "Merge the duplicates",
    (
        Step("The email is on the other record: open it from the evidence."),
        Step(
            "Salesforce: open one of the records → View Duplicates (or Merge Contacts / Find Duplicates) → merge them."
        ),
        Step("Unify then finds one record, and new emails go there after the next sync (up to 30 minutes)."),
    ),
    note="Where several records have the address, Unify uses the one that was modified last in Salesforce (docs).",
)


@check(
    id="logged-on-duplicate",
    title="It is on another Contact or Lead with the same address",
    section="D",
    who=Who.SALESFORCE_ADMIN,
    sources=(SYNCS,),
    about=Person,
    symptoms={Symptom.EMAIL_MISSING, Symptom.NOT_LINKED},
    withheld_by=("lead-converted",),
    prior=0.7,
)
def logged_on_duplicate(contacts: Contacts, leads: Leads, where: Whereabouts | Missing) -> Judgement:
    """Unify matches people by address. Where several Contacts or Leads have the same one, the activity stands on one of
    them, and is missing on the others."""
    people = tuple(p for p in (*contacts.rows, *leads.rows) if p.address)
    if len(people) < 2 or len({p.address for p in people}) > 1:
        return clear("No other Contact or Lead has the address.", contacts if contacts.rows else leads)
    if isinstance(where, Missing):
        return suspect(
            f"{len(people)} Contacts and Leads have this address: it may be on another than the one you look at.",
            contacts,
            leads,
            remedy=REMEDY,
            confidence=OPEN,
        )
    holders = where.holding()
    if not holders:
        return suspect(
            f"{len(people)} Contacts and Leads have this address: it may be on another than the one you look at.",
            contacts,
            leads,
            remedy=REMEDY,
            confidence=OPEN,
        )
    named = where.asked_about
    if named and any(p in holders for p in named):
        return clear("It is on the record you asked about.", where)
    if named:
        return cause(
            f"It is in Salesforce, on another record with the same address: {holders[0].name}.",
            where,
            remedy=REMEDY,
        )
    if len(holders) == len(people):
        return clear("It is on every record with the address.", where)
    return suspect(
        f"It is in Salesforce, on one of {len(people)} records with this address: {holders[0].name}.",
        where,
        remedy=REMEDY,
        confidence=LIKELY,
    )
