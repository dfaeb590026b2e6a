"""Where the email in question stands: on which records, written by whom; and when it cannot be told which email is meant."""

from dataclasses import replace

import pytest

from diagnostics.asks import Human, Json, Missing, Reason
from diagnostics.facts.whereabouts import Whereabouts
from diagnostics.question import Person, Question, Symptom
from tests.diagnostics.checks.facts import CONTACT_ID, DENIED, JANE, LEAD_ID, UNIFY_ID, ago, question
from tests.diagnostics.world import MAIL, SENT, World, learn, rows

NO_UNIFY: dict[str, Json] = {"/data/v1/objects/person": DENIED}
SAM = "005000000000002AAA"
ASKED = question(Symptom.EMAIL_MISSING)
THEN = question(Symptom.EMAIL_MISSING, sent_at=SENT)


def where(world: World, asked: Question = ASKED) -> Whereabouts | Missing:
    """Of Jane's email."""
    return learn(Whereabouts, world, asked, Person(JANE))


def mails(*differs: dict[str, Json]) -> dict[str, Json]:
    """These emails stand on Jane's Contact."""
    found = [{**MAIL, "Id": f"02s{i}", **mail} for i, mail in enumerate(differs)]
    on = [{"EmailMessageId": mail["Id"], "RelationId": CONTACT_ID} for mail in found]
    return {"FROM EmailMessage WHERE Id IN": rows(*found), "FROM EmailMessageRelation": rows(*on)}


def test_what_unify_sent_is_found_by_its_record() -> None:
    found = where(World())
    assert isinstance(found, Whereabouts)
    assert [r.id for r in found.ours] == [MAIL["Id"]]
    assert [p.id for p in found.holding()] == [CONTACT_ID]
    assert found.sent
    assert not found.asked_about


def test_the_record_that_is_named_is_the_one_asked_about() -> None:
    found = where(World(), replace(ASKED, record_ids=(CONTACT_ID,)))
    assert isinstance(found, Whereabouts)
    assert [p.id for p in found.asked_about] == [CONTACT_ID]


def test_other_emails_are_not_it() -> None:
    hour_off = {"MessageDate": ago(hours=6).isoformat()}
    found = where(World(mails(hour_off, {"Subject": "Lunch?"}, {"FromAddress": "sam@initech.com"}, {"Incoming": True})))
    assert isinstance(found, Whereabouts)
    assert found.records == ()
    assert found.sent


def test_who_wrote_it_is_told_apart() -> None:
    found = where(World(mails({}, {"CreatedById": SAM}, {"Source": "Einstein Activity Capture"})))
    assert isinstance(found, Whereabouts)
    assert [r.id for r in found.ours] == ["02s0"]
    assert sorted(r.id for r in found.foreign) == ["02s1", "02s2"]


def test_a_converted_lead_is_looked_for_on_its_contact_too() -> None:
    lead = {
        "Id": LEAD_ID, "Name": "Jane Miller", "Email": JANE, "IsDeleted": False, "IsConverted": True,
        "ConvertedContactId": CONTACT_ID, "CreatedDate": ago(days=90).isoformat(),
    }  # fmt: skip
    found = where(World({"FROM Contact WHERE": rows(), "FROM Lead WHERE": rows(lead)}))
    assert isinstance(found, Whereabouts)
    assert [p.id for p in found.people] == [LEAD_ID]
    assert found.holding() == ()
    assert [r.on for r in found.ours] == [frozenset({CONTACT_ID})]


def test_without_unify_the_time_that_was_said_finds_it() -> None:
    found = where(World(NO_UNIFY | mails({}, {"MessageDate": ago(hours=9).isoformat()})), THEN)
    assert isinstance(found, Whereabouts)
    assert [r.id for r in found.records] == ["02s0"]
    assert not found.sent


def test_without_unify_and_without_a_time_it_is_asked_when() -> None:
    world = World(NO_UNIFY)
    found = where(world)
    assert isinstance(found, Missing)
    assert found.reason is Reason.UNSAID
    assert any(Human("sent-at") in asks for asks in world.rounds)


@pytest.mark.parametrize(
    ("symptoms", "known"),
    [
        ((Symptom.NOT_LINKED,), True),
        ((Symptom.EMAIL_MISSING, Symptom.NOT_LINKED), False),
    ],
)
def test_what_is_not_linked_is_all_that_unify_wrote(symptoms: tuple[Symptom, ...], known: bool) -> None:
    found = where(World(NO_UNIFY | mails({}, {"CreatedById": SAM})), question(*symptoms))
    assert isinstance(found, Whereabouts) == known
    if isinstance(found, Whereabouts):
        assert [r.by for r in found.records] == [UNIFY_ID]


def test_nothing_is_known_where_people_cannot_be_read() -> None:
    assert where(World({"FROM Contact WHERE": DENIED})) == DENIED
