"""What is stored comes back as it was, once, after a restart, and under threads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import Cases, Database, Inbox, Ledger, Standing
from diagnostics.answers import Answer
from diagnostics.question import Address, Role, Symptom
from handlers.case import Audience, Case, Kind, Said, State
from tests.diagnostics.checks.facts import DANA, JANE, NOW, question

SAID = Said("T:1", Kind.MESSAGE, "T", "D1", "U1", NOW, text="hello 😀 <!channel>", files=("https://files.slack.com/a",))
CASE = Case(
    "c1", "T", "C1", "1.0", "U1", Audience.REP, NOW, report_ts="1.1", state=State.WAITING,
    question=replace(
        question(Symptom.REPLY_MISSING, text="wo ist meine Antwort?", sent_at=NOW - timedelta(hours=1)),
        addresses=(Address(JANE, Role.RECIPIENT),), stated={"origin": "gmail"},
    ),
    answers=(Answer("origin", "gmail", "U1", NOW),), open_keys=("reply-thread",), recheck_at=NOW + timedelta(minutes=5),
)  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A file of its own."""
    made = Database(tmp_path / "deep" / "t.db")
    yield made
    made.close()


def test_a_case_comes_back_as_it_was(database: Database, tmp_path: Path) -> None:
    Cases(database).save(CASE)
    again = Database(tmp_path / "deep" / "t.db")
    cases = Cases(again)
    assert cases.by_id("c1") == cases.in_thread("C1", "1.0") == cases.latest_of("U1", "C1") == CASE
    again.close()


def test_a_case_is_one_row_however_often_it_is_saved(database: Database) -> None:
    cases = Cases(database)
    cases.save(CASE)
    cases.save(replace(CASE, state=State.FIXED, recheck_at=None))
    assert cases.by_id("c1") == replace(CASE, state=State.FIXED, recheck_at=None)
    assert not cases.open_of("U1")


def test_cases_are_due_when_their_time_has_come(database: Database) -> None:
    cases = Cases(database)
    cases.save(CASE)
    assert not cases.due(NOW)
    assert cases.due(NOW + timedelta(minutes=5)) == [CASE]


def test_what_is_not_there_is_none(database: Database) -> None:
    cases = Cases(database)
    assert cases.by_id("x") is cases.in_thread("C", "1") is cases.latest_of("U", "C") is cases.file("x") is None


def test_the_inbox_takes_a_thing_once_and_in_order(database: Database) -> None:
    inbox = Inbox(database)
    later = replace(SAID, id="T:2")
    assert [inbox.put(SAID, "a"), inbox.put(SAID, "a"), inbox.put(later, "b")] == [True, False, True]
    assert inbox.waiting() == [(SAID, "a", 0), (later, "b", 0)]
    assert [inbox.failed("T:1"), inbox.failed("T:1")] == [1, 2]
    inbox.done("T:1")
    assert inbox.waiting() == [(later, "b", 0)]
    assert not inbox.put(SAID, "a")


def test_one_of_many_threads_wins_a_claim(database: Database) -> None:
    ledger, inbox = Ledger(database), Inbox(database)
    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(lambda n: ledger.claim("k", str(n), NOW), range(64)))
        stored = list(pool.map(lambda n: inbox.put(replace(SAID, id=f"T:{n % 16}"), "p"), range(64)))
    assert sum(claimed) == 1
    assert sum(stored) == len(inbox.waiting()) == 16


def test_the_ledger_forgets_what_is_removed(database: Database) -> None:
    ledger = Ledger(database)
    ledger.put("stage:a%", "7", NOW)
    ledger.put("stage:a%", "3", NOW)
    ledger.put("other", "", NOW)
    assert ledger.get("stage:a%") == ("3", NOW)
    assert ledger.keys("stage:") == ["stage:a%"]
    ledger.remove("stage:a%")
    assert ledger.get("stage:a%") is None


def test_answers_about_the_organisation_hold_for_a_day_and_others_not_at_all(database: Database) -> None:
    standing = Standing(database)
    for key, value in (("writeback", "off"), ("integration-user", "u@initech.com"), ("origin", "gmail")):
        standing.hear(Answer(key, value, DANA, NOW))
    keys = [{a.key for a in standing.known(NOW + timedelta(hours=h))} for h in (1, 25)]
    assert keys == [{"writeback", "integration-user"}, {"integration-user"}]


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    ledger = Ledger(database)
    with pytest.raises(RuntimeError), database.transaction():
        ledger.put("k", "", NOW)
        raise RuntimeError
    assert ledger.get("k") is None
