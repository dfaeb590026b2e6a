"""It is on another record with the same address; several with the address are reason enough to look."""

import pytest

from diagnostics.checks.logged_on_duplicate import logged_on_duplicate
from diagnostics.facts.identity import PersonRow
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import (
    CONTACT_ID,
    LEAD_ID,
    UNSAID,
    ago,
    contacts,
    jane,
    judged,
    leads,
    record,
    whereabouts,
)

OTHER_ID = "003000000000002AAA"
ONE, OTHER = jane(), jane(id=OTHER_ID)
ASKED, LEAD = jane(named=True), jane(id=LEAD_ID)


def on(*ids: str, people: tuple[PersonRow, ...] = (ONE, OTHER)) -> Whereabouts:
    """The email stands on these records."""
    return whereabouts(record(ago(hours=5), on=frozenset(ids)), people=people)


HEALTHY: dict[str, object] = {"contacts": contacts(ONE), "leads": leads(), "where": on(CONTACT_ID, people=(ONE,))}
TWO = contacts(ONE, OTHER)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="one record has the address"),
        pytest.param({"where": UNSAID}, Verdict.CLEAR, id="one record, the email is not known"),
        pytest.param({"contacts": contacts(ASKED, OTHER), "where": on(OTHER_ID, people=(ASKED, OTHER))}, Verdict.CAUSE,
                     id="it is on the other Contact"),
        pytest.param({"contacts": contacts(ASKED), "leads": leads(LEAD), "where": on(LEAD_ID, people=(ASKED, LEAD))},
                     Verdict.CAUSE, id="it is on a Lead"),
        pytest.param({"contacts": contacts(ASKED, OTHER), "where": on(CONTACT_ID, people=(ASKED, OTHER))}, Verdict.CLEAR,
                     id="it is on the one asked about"),
        pytest.param({"contacts": contacts(ASKED, OTHER), "where": on(CONTACT_ID, OTHER_ID, people=(ASKED, OTHER))},
                     Verdict.CLEAR, id="it is on both"),
        pytest.param({"contacts": TWO, "where": on(OTHER_ID)}, Verdict.SUSPECT, id="it is on one; which is meant is not said"),
        pytest.param({"contacts": TWO, "where": on(CONTACT_ID, OTHER_ID)}, Verdict.CLEAR, id="it is on all of them"),
        pytest.param({"contacts": TWO, "where": UNSAID}, Verdict.SUSPECT, id="two have the address, the email is not known"),
        pytest.param({"contacts": TWO, "where": whereabouts(people=(ONE, OTHER))}, Verdict.SUSPECT,
                     id="two have the address, it is on none"),
        pytest.param({"contacts": TWO, "where": whereabouts(record(ago(hours=5), on=frozenset({OTHER_ID}), by="005x"),
                                                            people=(ONE, OTHER))}, Verdict.SUSPECT,
                     id="what another user logged there is not it"),
        pytest.param({"contacts": contacts(jane("", named=True), OTHER), "where": on(OTHER_ID)}, Verdict.CLEAR,
                     id="the record asked about has no address"),
        pytest.param({"contacts": contacts(jane("jane@home.example", named=True), OTHER), "where": on(OTHER_ID)},
                     Verdict.CLEAR, id="the record asked about has another address"),
    ],
)  # fmt: skip
def test_logged_on_duplicate(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(logged_on_duplicate, HEALTHY, **facts).verdict is verdict
