"""A question says whom it is about and what is to be explained."""

import pytest

from diagnostics.question import Address, Person, Question, Role, Scope, Symptom
from tests.diagnostics.checks.facts import CONTACT_ID, DANA, JANE, LEAD_ID, NOW

JANE_TO, BOB, DANA_FROM = Address(JANE, Role.RECIPIENT), Address("bob@initech.com"), Address(DANA, Role.SENDER)
MISSING = (Symptom.EMAIL_MISSING,)


def asked(
    *addresses: Address, ids: tuple[str, ...] = (), symptoms: tuple[Symptom, ...] = (), **more: object
) -> Question:
    return Question("", NOW, NOW, asker=DANA, addresses=addresses, record_ids=ids, symptoms=symptoms, **more)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("question", "people"),
    [
        pytest.param(asked(), (), id="the organisation"),
        pytest.param(asked(JANE_TO), (Person(JANE),), id="a recipient"),
        pytest.param(asked(BOB, JANE_TO), (Person(JANE), Person(BOB.address)), id="recipients first"),
        pytest.param(asked(DANA_FROM), (), id="a sender is not who it is about"),
        pytest.param(asked(Address(DANA), JANE_TO), (Person(JANE),), id="nor is who asks"),
        pytest.param(asked(JANE_TO, Address(JANE)), (Person(JANE),), id="each once"),
        pytest.param(asked(*(Address(f"p{i}@acme.com") for i in range(9))), tuple(Person(f"p{i}@acme.com") for i in range(3)),
                     id="a long list is cut"),
        pytest.param(asked(ids=(CONTACT_ID, LEAD_ID)), (Person("", CONTACT_ID), Person("", LEAD_ID)), id="records"),
        pytest.param(asked(ids=("00T000000000001AAA",)), (), id="a Task is nobody"),
        pytest.param(asked(JANE_TO, ids=(CONTACT_ID,)), (Person(JANE, CONTACT_ID),), id="an address and a record"),
        pytest.param(asked(symptoms=MISSING), (Person(),), id="somebody, to be asked"),
        pytest.param(asked(symptoms=MISSING, scope=Scope.EVERYONE), (), id="everybody is nobody in particular"),
        pytest.param(asked(symptoms=(Symptom.LOGIN_BROKEN,)), (), id="a login is nobody's"),
    ],
)  # fmt: skip
def test_people(question: Question, people: tuple[Person, ...]) -> None:
    assert question.people == people


@pytest.mark.parametrize(
    ("question", "suspected"),
    [
        pytest.param(asked(), (), id="nothing: the state"),
        pytest.param(asked(JANE_TO), MISSING, id="a bare address: an email"),
        pytest.param(asked(JANE_TO, error_codes=("STRING_TOO_LONG",)), (Symptom.WRITE_ERROR,), id="a bare error"),
        pytest.param(
            asked(JANE_TO, symptoms=(Symptom.LATE,), error_codes=("STRING_TOO_LONG",)), (Symptom.LATE,), id="as said"
        ),
    ],
)
def test_suspected(question: Question, suspected: tuple[Symptom, ...]) -> None:
    assert question.suspected == suspected


def test_senders_are_those_said_to_be() -> None:
    assert asked(DANA_FROM, JANE_TO, BOB).senders == (DANA,)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (asked(about_sync=False), False),
        (asked(JANE_TO, about_sync=False), True),
        (asked(symptoms=MISSING, about_sync=False), True),
        (asked(about_sync=False, error_codes=("STRING_TOO_LONG",)), True),
        (asked(), True),
    ],
)
def test_whether_it_is_for_us(question: Question, expected: bool) -> None:
    assert question.for_us is expected
