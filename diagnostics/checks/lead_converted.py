from diagnostics.asks import Missing
from diagnostics.check import check
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.judgement import OPEN, Judgement, Remedy, Step, Who, cause, clear, suspect, unknown
from diagnostics.mending import counted
from diagnostics.question import Org, Person, Symptom
from diagnostics.sources import CONVERTED_LEADS, PERMISSIONS

REMEDY = Remedy(
    "Look at the Contact",
    (
        Step("Open the Contact that the Lead became: new activity stands there."),
        Step("A converted Lead is read only; nothing more is written to it."),
    ),
    note="Older versions of Unify's docs also asked for View and Edit Converted Leads; the current ones do not.",
)


@check(
    id="lead-converted",
    title="The Lead was converted: look at the Contact",
    section="S",
    who=Who.REP,
    sources=(CONVERTED_LEADS, PERMISSIONS),
    about=(Person, Org),
    symptoms={Symptom.EMAIL_MISSING, Symptom.NOT_LINKED, Symptom.PERSON_MISSING, Symptom.WRITE_ERROR},
    explains_away=("logged-on-duplicate",),
    alone=False,
    prior=0.6,
)
def lead_converted(
    leads: Leads | Missing, contacts: Contacts | Missing, where: Whereabouts | Missing, errors: WriteErrors | Missing
) -> Judgement:
    """A converted Lead lives on as a Contact. Salesforce lets nobody write to the Lead any more, and activity stands on the
    Contact."""
    converted = () if isinstance(leads, Missing) else tuple(p for p in leads.rows if p.converted)
    if not isinstance(errors, Missing) and (quoted := errors.of("lead-converted")):
        facts = (errors, leads) if converted else (errors,)
        return cause(
            "The Lead was converted, and Salesforce lets nobody write to it any more.",
            *facts,
            remedy=REMEDY,
            counted=counted(quoted, lambda error: f"{error.code}: the Lead was converted"),
        )
    if isinstance(leads, Missing):
        return unknown(leads)
    if not converted:
        return clear("No converted Lead has the address.", leads)
    meant = tuple(p for p in converted if p.named)
    if not meant and not isinstance(contacts, Missing) and any(p.named for p in contacts.rows):
        return clear("You asked about the Contact, not the converted Lead.", contacts)
    for lead in meant or converted:
        if not isinstance(where, Missing) and any(lead.converted_to in r.on for r in where.ours):
            return cause(
                f"The Lead {lead.name} was converted, and it is on the Contact that the Lead became.",
                where,
                leads,
                remedy=REMEDY,
            )
    lead = (meant or converted)[0]
    return suspect(
        f"The Lead {lead.name} was converted: look at the Contact that it became.",
        leads,
        remedy=REMEDY,
        confidence=OPEN,
    )
