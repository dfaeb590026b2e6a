"""Whom Unify signs in as: named, or found from who writes what Unify sends, or not known; never guessed."""

from datetime import datetime, timedelta

import pytest

from diagnostics.asks import Json, Missing, Reason
from diagnostics.facts.integration_user import IntegrationUser
from tests.diagnostics.checks.facts import DENIED, DOWN, UNIFY, UNIFY_ID, UNSAID, ago, question
from tests.diagnostics.world import STEP, World, learn, rows

SAM, OTHER = "005000000000002AAA", "005000000000003AAA"
HOURS = (1, 2, 3, 4, 5)


def user(id: str, username: str, name: str) -> dict[str, Json]:
    return {"Id": id, "Name": name, "Username": username, "Email": username, "IsActive": True}


USERS = (user(UNIFY_ID, UNIFY, "Unify Sync"), user(SAM, "sam@initech.com", "Sam Okafor"))
SHOWN = rows(*USERS)


def step(at: datetime, subject: str) -> dict[str, Json]:
    """Unify sent this then."""
    return {**STEP, "email_message": {**STEP["email_message"], "sent_at": at.isoformat(), "subject": subject}}  # type: ignore[dict-item]


def mail(by: str, at: datetime, subject: str) -> dict[str, Json]:
    """An email record of that."""
    return {
        "CreatedById": by,
        "CreatedDate": at.isoformat(),
        "Subject": subject,
        "FromAddress": "",
        "MessageDate": at.isoformat(),
    }


SENT = {"data": [step(ago(hours=h), f"Hello {h}") for h in HOURS]}


def infer(*written: dict[str, Json], sent: Json = SENT, users: Json = SHOWN) -> IntegrationUser | Missing:
    """Nobody named the user; these email records are there."""
    answers = {
        "integration-user": UNSAID, "FROM EmailMessage ORDER BY": rows(*written), "FROM User WHERE Id": users,
        "/sequences/v1/enrollment-steps": sent,
    }  # fmt: skip
    return learn(IntegrationUser, World(answers), question())


def of(by: str, *hours: int) -> list[dict[str, Json]]:
    """Records of what Unify sent at these hours."""
    return [mail(by, ago(hours=h) + timedelta(minutes=3), f"Hello {h}") for h in hours]


def noise(by: str, many: int) -> list[dict[str, Json]]:
    """Records of other emails."""
    return [mail(by, ago(hours=1, minutes=n), f"Lunch {n}") for n in range(many)]


def test_who_is_named_is_looked_up() -> None:
    found = learn(IntegrationUser, World(), question())
    assert isinstance(found, IntegrationUser)
    assert (found.username, found.inferred) == (UNIFY, False)


def test_a_name_that_salesforce_does_not_show_is_nobody() -> None:
    found = learn(IntegrationUser, World({"FROM User WHERE Username": rows()}), question())
    assert isinstance(found, Missing)
    assert found.reason is Reason.ABSENT


def test_who_wrote_what_unify_sent_is_unifys_user_however_much_others_write() -> None:
    found = infer(*noise(SAM, 50), *of(UNIFY_ID, *HOURS))
    assert isinstance(found, IntegrationUser)
    assert (found.id, found.inferred) == (UNIFY_ID, True)


def test_its_name_does_not_matter() -> None:
    found = infer(*of(SAM, *HOURS), *noise(UNIFY_ID, 9))
    assert isinstance(found, IntegrationUser)
    assert found.id == SAM


def test_most_is_enough() -> None:
    found = infer(*of(SAM, 1, 2), *of(UNIFY_ID, 3, 4, 5))
    assert isinstance(found, IntegrationUser)
    assert found.id == UNIFY_ID


@pytest.mark.parametrize(
    "written",
    [
        pytest.param([], id="nobody writes"),
        pytest.param(of(SAM, 1, 2), id="too few match"),
        pytest.param([*of(SAM, 1, 2, 3), *of(OTHER, 1, 2, 3)], id="two write the same"),
        pytest.param([mail(SAM, ago(hours=h + 1), f"Hello {h}") for h in HOURS], id="the same subject at another time"),
        pytest.param([mail(SAM, ago(hours=h), f"Lunch {h}") for h in HOURS], id="another subject at the same time"),
        pytest.param(of(OTHER, *HOURS), id="a writer whom Salesforce does not show"),
    ],
)
def test_nobody_where_it_is_not_clear(written: list[dict[str, Json]]) -> None:
    found = infer(*written, users=rows(USERS[1]))
    assert isinstance(found, Missing)
    assert found.reason is Reason.UNSAID


@pytest.mark.parametrize("silence", [DENIED, DOWN], ids=["denied", "down"])
def test_where_unify_is_silent_the_one_writer_named_after_it(silence: Missing) -> None:
    found = infer(*noise(SAM, 9), *noise(UNIFY_ID, 1), sent=silence)
    assert isinstance(found, IntegrationUser)
    assert (found.id, found.inferred) == (UNIFY_ID, True)


@pytest.mark.parametrize(
    ("writers", "users"),
    [
        pytest.param((SAM,), USERS[1:], id="nobody is"),
        pytest.param((UNIFY_ID, OTHER), (*USERS, user(OTHER, "unify2@initech.com", "Unify Two")), id="two are"),
    ],
)
def test_and_nobody_where_not_exactly_one_is(writers: tuple[str, ...], users: tuple[dict[str, Json], ...]) -> None:
    written = [m for id in writers for m in noise(id, 3)]
    assert isinstance(infer(*written, sent=DENIED, users=rows(*users)), Missing)


def test_nobody_where_users_cannot_be_read() -> None:
    assert isinstance(infer(*of(UNIFY_ID, *HOURS), users=DENIED), Missing)
