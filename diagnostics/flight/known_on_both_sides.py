from diagnostics.asks import Missing
from diagnostics.facts.identity import Contacts, Leads
from diagnostics.facts.unify_person import UnifyPerson
from diagnostics.stage import Seen, passed, stage, unseen


@stage(
    "known-on-both-sides",
    "Known on both sides",
    stopped_by=("person-not-in-salesforce", "contact-without-email", "lead-without-email"),
)
def known_on_both_sides(contacts: Contacts | Missing, leads: Leads | Missing, person: UnifyPerson | Missing) -> Seen:
    """A Contact or Lead has the address, and Unify knows it too."""
    for people in (contacts, leads):
        if isinstance(people, Missing):
            continue
        for row in people.rows:
            if row.address:
                here = f"{row.name}, {people.noun}"
                if isinstance(person, Missing):
                    return unseen(f"{here}; of Unify, {person.says}", people)
                if not person.id:
                    return unseen(f"{here}; {person.says}", person, people)
                return passed(here, people, person)
    silent = next((f for f in (contacts, leads) if isinstance(f, Missing)), None)
    return unseen(silent.says if silent else "")
