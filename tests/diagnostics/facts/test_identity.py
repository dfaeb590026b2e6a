"""Who is meant: by address, by record id, by both; with everybody else who has the same address."""

import pytest

from diagnostics.asks import Human, Json, Missing, Reason, Soql
from diagnostics.facts.identity import Contacts, Leads, MailAddress
from diagnostics.question import Address, Org, Person, Question, Role
from tests.diagnostics.checks.facts import CONTACT_ID, JANE, LEAD_ID, NOW, ago, question
from tests.diagnostics.world import World, learn, rows

OTHER_ID = "003000000000002AAA"


def row(id: str, email: str | None = JANE, **differs: Json) -> dict[str, Json]:
    made = ago(days=90).isoformat()
    return {"Id": id, "Name": "Jane Miller", "Email": email, "IsDeleted": False, "CreatedDate": made, **differs}


def asks(world: World, sobject: str) -> list[Soql]:
    return [ask for round in world.rounds for ask in round if isinstance(ask, Soql) and f"FROM {sobject} " in ask.text]


def test_by_address() -> None:
    world = World()
    found = learn(Contacts, world, question(), Person(JANE))
    assert isinstance(found, Contacts)
    assert [(r.id, r.address, r.named) for r in found.rows] == [(CONTACT_ID, JANE, False)]
    assert [dict(a.values) for a in asks(world, "Contact")] == [{"address": JANE}]


def test_by_record_whoever_else_has_its_address_counts_too() -> None:
    world = World(
        {
            "FROM Contact WHERE Id": rows(row(CONTACT_ID)),
            "FROM Contact WHERE Email": rows(row(CONTACT_ID), row(OTHER_ID)),
        }
    )
    found = learn(Contacts, world, Question("", NOW, NOW, record_ids=(CONTACT_ID,)), Person(record_id=CONTACT_ID))
    assert isinstance(found, Contacts)
    assert [(r.id, r.named) for r in found.rows] == [(CONTACT_ID, True), (OTHER_ID, False)]


def test_leads_with_the_address_of_a_contacts_record() -> None:
    world = World({"FROM Lead WHERE Email": rows(row(LEAD_ID))})
    found = learn(Leads, world, question(), Person(record_id=CONTACT_ID))
    assert isinstance(found, Leads)
    assert [r.id for r in found.rows] == [LEAD_ID]
    assert [dict(a.values) for a in asks(world, "Lead")] == [{"address": JANE}]


def test_a_record_without_an_address_stands_alone() -> None:
    world = World({"FROM Contact WHERE": rows(row(CONTACT_ID, None))})
    found = learn(Contacts, world, question(), Person(record_id=CONTACT_ID))
    leads = learn(Leads, world, question(), Person(record_id=CONTACT_ID))
    assert isinstance(found, Contacts)
    assert isinstance(leads, Leads)
    assert [r.id for r in found.unaddressed] == [CONTACT_ID]
    assert leads.rows == ()
    assert asks(world, "Lead") == []


@pytest.mark.parametrize("named", [CONTACT_ID, CONTACT_ID[:15]], ids=["18", "15"])
def test_address_and_record_together_name_one_record_however_its_id_is_written(named: str) -> None:
    asked = Question("", NOW, NOW, addresses=(Address(JANE, Role.RECIPIENT),), record_ids=(named,))
    (person,) = asked.people
    assert person == Person(JANE, named)
    world = World({"FROM Contact WHERE": rows(row(CONTACT_ID), row(OTHER_ID))})
    found = learn(Contacts, world, asked, person)
    assert isinstance(found, Contacts)
    assert [(r.id, r.named) for r in found.rows] == [(CONTACT_ID, True), (OTHER_ID, False)]
    (ask,) = asks(world, "Contact")
    assert dict(ask.values) == {"address": JANE, "id": named}
    assert "Email = {address} OR Id = {id}" in ask.text


def test_a_lead_that_is_named_is_no_contacts_id() -> None:
    world = World()
    learn(Contacts, world, question(), Person(JANE, LEAD_ID))
    assert [dict(a.values) for a in asks(world, "Contact")] == [{"address": JANE}]


def test_deleted_ones_are_gone() -> None:
    found = learn(
        Contacts, World({"FROM Contact WHERE": rows(row(CONTACT_ID, IsDeleted=True))}), question(), Person(JANE)
    )
    assert isinstance(found, Contacts)
    assert found.rows == ()


def test_the_address_of_a_record() -> None:
    assert learn(MailAddress, World(), question(), Person(record_id=CONTACT_ID)) == MailAddress(JANE)
    assert learn(MailAddress, World(), question(), Person("jane@home.example", CONTACT_ID)) == MailAddress(
        "jane@home.example"
    )


def test_a_record_has_none() -> None:
    world = World({"FROM Contact WHERE": rows(row(CONTACT_ID, None))})
    found = learn(MailAddress, world, question(), Person(record_id=CONTACT_ID))
    assert isinstance(found, Missing)
    assert found.reason is Reason.ABSENT


def test_where_nobody_is_named_it_is_asked_who() -> None:
    world = World()
    found = learn(Contacts, world, question(), Person())
    assert isinstance(found, Missing)
    assert found.reason is Reason.UNSAID
    assert world.rounds == [(Human("contact"),)]


def test_nobody_is_meant_where_the_organisation_is() -> None:
    assert isinstance(learn(Contacts, World(), question(), Org()), Missing)
