import pytest

from diagnostics.checks.contact_without_email import contact_without_email
from diagnostics.facts.unaddressed import Namesakes
from diagnostics.judgement import Verdict
from diagnostics.question import Person
from tests.diagnostics.checks.facts import CONTACT_ID, DENIED, contacts, jane, judged, leads

NOBODY_ELSE = Namesakes((), (), "Jane Miller")
HEALTHY: dict[str, object] = {"contacts": contacts(jane()), "leads": leads(), "others": NOBODY_ELSE}
BY_ID = Person(record_id=CONTACT_ID)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the Contact has an address"),
        pytest.param({"contacts": contacts(jane(""), by=BY_ID)}, Verdict.CAUSE, id="it has none"),
        pytest.param({"contacts": contacts(jane(""), by=BY_ID), "others": DENIED}, Verdict.CAUSE, id="none, the rest unread"),
        pytest.param({"contacts": contacts(), "others": Namesakes((CONTACT_ID,), (), "Jane Miller")}, Verdict.SUSPECT,
                     id="a namesake without an address"),
        pytest.param({"contacts": contacts(), "others": Namesakes((), ("00Q1",), "Jane Miller")}, Verdict.CLEAR,
                     id="the namesake is a Lead"),
        pytest.param({"contacts": contacts(), "leads": leads(jane(id="00Q1"))}, Verdict.CLEAR, id="she is a Lead"),
        pytest.param({"contacts": contacts()}, Verdict.CLEAR, id="no namesake"),
        pytest.param({"contacts": contacts(), "others": DENIED}, Verdict.UNKNOWN, id="namesakes cannot be looked for"),
    ],
)  # fmt: skip
def test_contact_without_email(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(contact_without_email, HEALTHY, **facts).verdict is verdict
