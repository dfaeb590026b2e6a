"""One contract over both databases: what is stored comes back as it was, once, after a restart, and under threads."""

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import (
    Cases,
    Database,
    Facts,
    Inbox,
    Lease,
    Ledger,
    Outcomes,
    Sayings,
    Stale,
    Standing,
    Threads,
    Unusable,
    as_json,
    connect,
    forget,
    rehearsal,
)
from bot.store.postgres import Postgres
from bot.store.schema import MIGRATIONS, migrate
from bot.store.sqlite import Sqlite
from diagnostics.answers import Answer
from diagnostics.asks import Ask, Found, Soql
from diagnostics.question import Address, Role, Symptom
from handlers.case import Audience, Case, Kind, Said, State
from playground.postgres import Server
from tests.diagnostics.checks.facts import DANA, JANE, NOW, question

SAID = Said(
    "T:1", Kind.MESSAGE, "T", "D1", "U1", NOW, text="hello 😀 <!channel> %s ?", files=("https://files.slack.com/a",)
)
CASE = Case(
    "c1", "T", "C1", "1.0", "U1", Audience.REP, NOW, report_ts="1.1", state=State.WAITING,
    question=replace(
        question(Symptom.REPLY_MISSING, text="wo ist meine Antwort?", sent_at=NOW - timedelta(hours=1)),
        addresses=(Address(JANE, Role.RECIPIENT),), stated={"origin": "gmail"},
    ),
    answers=(Answer("origin", "gmail", "U1", NOW),), open_keys=("reply-thread",), recheck_at=NOW + timedelta(minutes=5),
)  # fmt: skip
New = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store of its own: a file, or a database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/deep/t.db"
    address: str = request.getfixturevalue("postgres_database")
    return address


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """The store, open."""
    with closing(connect(url)) as made:
        yield made


def unmigrated(url: str) -> Database:
    """The same place, as it is."""
    return Sqlite(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else Postgres(url)


def test_a_case_comes_back_as_it_was_also_to_somebody_else(database: Database, url: str) -> None:
    saved = Cases(database).save(CASE)
    assert saved == replace(CASE, version=1)
    with closing(connect(url)) as again:
        cases = Cases(again)
        assert cases.by_id("c1") == cases.in_thread("C1", "1.0") == cases.latest_of("U1", "C1") == saved


def test_a_case_is_one_row_however_often_it_is_saved(database: Database) -> None:
    cases = Cases(database)
    saved = cases.save(replace(cases.save(CASE), state=State.FIXED, recheck_at=None))
    assert cases.by_id("c1") == saved
    assert saved.version == 2
    assert not cases.open_of("U1")
    assert not cases.due(NOW + timedelta(days=1))


def test_only_the_one_that_was_read_is_saved(database: Database) -> None:
    """Two who read the same version cannot both change it; nor can two both open it."""
    cases = Cases(database)
    read = cases.save(CASE)
    cases.save(replace(read, state=State.FIXED))
    for late in (read, CASE):
        with pytest.raises(Stale):
            cases.save(replace(late, state=State.DIAGNOSED))
    after = cases.by_id("c1")
    assert after
    assert after.state is State.FIXED


def test_under_threads_no_change_is_lost_and_nothing_is_locked(database: Database) -> None:
    """Sixteen threads count a case's answers up, each trying again where another came first; readers read meanwhile."""
    cases = Cases(database)
    cases.save(CASE)

    def add(n: int) -> None:
        for _ in range(200):
            read = cases.by_id("c1")
            assert read
            with suppress(Stale):
                cases.save(replace(read, causes=(*read.causes, str(n))))
                return
        raise AssertionError("never came through")

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(add, range(64)))
    after = cases.by_id("c1")
    assert after
    assert sorted(map(int, after.causes)) == list(range(64))


def test_the_latest_case_of_a_thread_or_person_is_found(database: Database) -> None:
    cases = Cases(database)
    later = replace(CASE, id="c0", opened_at=NOW + timedelta(seconds=1), state=State.DIAGNOSED, recheck_at=None)
    cases.save(CASE)
    saved = cases.save(later)
    assert cases.in_thread("C1", "1.0") == cases.latest_of("U1", "C1") == saved
    assert [c.id for c in cases.open_of("U1")] == ["c0", "c1"]


def test_cases_are_due_when_their_time_has_come(database: Database) -> None:
    cases = Cases(database)
    saved = cases.save(CASE)
    assert not cases.due(NOW)
    assert cases.due(NOW + timedelta(minutes=5)) == [saved]


def test_what_is_not_there_is_none(database: Database) -> None:
    cases = Cases(database)
    assert cases.by_id("x") is cases.in_thread("C", "1") is cases.latest_of("U", "C") is cases.file("x") is None
    assert Ledger(database).get("x") is Sayings(database).outcome("x") is None
    assert not Threads(database).knows("C", "1")
    assert Facts(database, "org").known([], NOW) == {}


def test_a_case_file_is_replaced(database: Database) -> None:
    cases = Cases(database)
    cases.keep_file("c1", {"a": 1})
    cases.keep_file("c1", {"a": "😀"})
    assert cases.file("c1") == {"a": "😀"}


def test_what_was_said_is_kept_once_with_what_followed(database: Database) -> None:
    """And in order; a second time is refused together with the change it would make."""
    sayings, cases = Sayings(database), Cases(database)
    first = replace(SAID, id="T:0", at=NOW - timedelta(seconds=1))
    sayings.keep(SAID, "c1", {"tell": True})
    sayings.keep(first, "c1", None)
    assert sayings.of("c1") == [first, SAID]
    assert sayings.outcome("T:1") == {"tell": True}
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"), database.transaction():
        cases.save(CASE)
        sayings.keep(SAID, "c1", {})
    assert cases.by_id("c1") is None
    assert sayings.forget(NOW) == 1
    assert sayings.of("c1") == [SAID]


def test_a_thread_is_known_once_we_were_called_or_answered_there(database: Database) -> None:
    threads = Threads(database)
    threads.open("C1", "9.0", NOW)
    threads.open("C1", "9.0", NOW)
    Cases(database).save(CASE)
    assert [threads.knows("C1", ts) for ts in ("9.0", "1.0", "2.0")] == [True, True, False]


def test_one_of_many_threads_wins_a_claim(database: Database) -> None:
    ledger = Ledger(database)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda n: ledger.claim("k", str(n), NOW), range(64))) == 1


def test_the_ledger_forgets_what_is_removed_or_old(database: Database) -> None:
    ledger = Ledger(database)
    ledger.put("stage:a%", "7", NOW)
    ledger.put("stage:a%", "3", NOW)
    ledger.put("stage:", "", NOW)
    ledger.put("stagf", "", NOW)
    assert ledger.get("stage:a%") == ("3", NOW)
    assert ledger.keys("stage:") == ["stage:", "stage:a%"]
    ledger.remove("stage:a%")
    assert ledger.get("stage:a%") is None
    assert ledger.forget("stage:", NOW + timedelta(days=1)) == 1
    assert ledger.keys("") == ["stagf"]


def test_answers_about_the_organisation_hold_for_a_day_and_others_not_at_all(database: Database) -> None:
    standing = Standing(database)
    for key, value in (
        ("writeback", "on"),
        ("writeback", "off"),
        ("integration-user", "u@initech.com"),
        ("origin", "gmail"),
    ):
        standing.hear(Answer(key, value, DANA, NOW))
    held = [{(a.key, a.value) for a in standing.known(NOW + timedelta(hours=h))} for h in (1, 25)]
    assert held == [
        {("writeback", "off"), ("integration-user", "u@initech.com")},
        {("integration-user", "u@initech.com")},
    ]


def test_outcomes_are_counted_by_cause_and_the_last_word_counts(database: Database) -> None:
    outcomes = Outcomes(database)
    judged = replace(CASE, causes=("a", "b"), solved=False)
    outcomes.hear(judged, NOW)
    outcomes.hear(replace(judged, solved=True), NOW)
    outcomes.hear(replace(judged, id="c2", causes=("a",)), NOW)
    assert outcomes.counts() == {"a": (1, 1), "b": (1, 0)}


def test_facts_are_known_to_others_of_the_same_org_until_they_are_old(database: Database) -> None:
    ask, other = Soql.of("SELECT Id FROM User WHERE CreatedDate > {day}", day=NOW), Soql("SELECT Id FROM Task")
    found: dict[Ask, Found] = {ask: Found({"records": [{"Id": "1"}]}, NOW)}
    Facts(database, "org").keep(found)
    Facts(database, "org").keep(found)
    assert Facts(database, "org").known([ask, other], NOW) == found
    assert Facts(database, "other").known([ask], NOW) == {}
    assert Facts(database, "org").known([ask], NOW + timedelta(seconds=1)) == {}
    assert Facts(database, "org").forget(NOW + timedelta(seconds=1)) == 1


def test_a_transaction_is_all_or_nothing_and_inner_ones_join(database: Database) -> None:
    ledger = Ledger(database)
    with pytest.raises(RuntimeError), database.transaction():
        ledger.put("k", "", NOW)
        assert ledger.get("k")
        raise RuntimeError
    assert ledger.get("k") is None
    with database.transaction():
        ledger.put("k", "", NOW)
    assert ledger.get("k")


def test_a_rehearsal_notes_nothing(database: Database) -> None:
    Ledger(database).put("k", "v", NOW)
    Standing(database).hear(Answer("writeback", "off", DANA, NOW))
    with closing(rehearsal(database)) as copy:
        assert Ledger(copy).get("k") == ("v", NOW)
        assert len(Standing(copy).known(NOW)) == 1
        Ledger(copy).put("other", "", NOW)
    assert Ledger(database).keys("") == ["k"]


def test_notes_are_forgotten_in_time_and_cases_and_warnings_stay(database: Database) -> None:
    ledger = Ledger(database)
    for key in ("post:a", "looked:a", "end:U1:x:2026:7"):
        ledger.put(key, "", NOW)
    Cases(database).save(CASE)
    Sayings(database).keep(SAID, "c1", {})
    forget(database, NOW + timedelta(days=29))
    assert len(ledger.keys("")) == 3
    forget(database, NOW + timedelta(days=91))
    assert ledger.keys("") == ["end:U1:x:2026:7"]
    assert Sayings(database).outcome(SAID.id) is None
    assert Cases(database).by_id("c1")


def test_what_the_first_version_had_not_done_is_handed_on(database: Database) -> None:
    for n, state in ((2, "waiting"), (1, "waiting"), (0, "done")):
        said = replace(SAID, id=f"T:{n}", at=NOW + timedelta(seconds=n))
        body = json.dumps(as_json(said)) if state == "waiting" else ""
        database.run(
            "INSERT INTO inbox (id, place, body, state, attempts) VALUES (?, 'p', ?, ?, 0)", said.id, body, state
        )
    inbox = Inbox(database)
    assert [said.id for said in inbox.waiting()] == ["T:1", "T:2"]
    inbox.clear()
    assert not inbox.waiting()


def test_it_says_whether_it_can_be_written_to(database: Database) -> None:
    assert database.alive()
    database.close()
    assert not database.alive()


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_every_earlier_schema_is_brought_up_with_what_was_in_it(url: str, version: int) -> None:
    """And a second time changes nothing."""
    with closing(unmigrated(url)) as old:
        migrate(old, MIGRATIONS[:version])
        if version:
            body = json.dumps({"id": "c1", "team": "T", "channel": "C1", "thread_ts": "1.0", "asker": "U1",
                               "audience": "rep", "opened_at": NOW.isoformat(), "question": None, "answers": [],
                               "state": "waiting", "report_ts": "1.1", "open_keys": [], "causes": [], "solved": None,
                               "recheck_at": NOW.isoformat()})  # fmt: skip
            more = (", team, opened_at", ", 'T', '" + NOW.isoformat() + "'") if version > 1 else ("", "")
            old.run(f"INSERT INTO cases (id, channel, thread_ts, asker, state, recheck_at, body{more[0]})"  # noqa: S608
                    f" VALUES ('c1', 'C1', '1.0', 'U1', 'waiting', ?, ?{more[1]})", NOW.isoformat(), body)  # fmt: skip
            old.run("INSERT INTO ledger (key, value, at) VALUES ('k', 'v', ?)", NOW.isoformat())
    for _ in range(2):
        with closing(connect(url)) as now:
            cases = Cases(now)
            case = cases.by_id("c1")
            assert (case is not None) == bool(version)
            if case:
                assert (case.team, case.opened_at, case.version) == ("T", NOW, 1)
                assert cases.due(NOW) == [case] == cases.open_of("U1")
                assert Ledger(now).get("k") == ("v", NOW)
            assert now.rows("SELECT version FROM schema_version") == [{"version": len(MIGRATIONS)}]
    if case:
        with closing(connect(url)) as now:
            assert Cases(now).save(replace(case, state=State.FIXED)).version == 2


def test_a_file_from_before_versions_were_counted_is_brought_up(tmp_path: Path) -> None:
    """The first version made its tables without noting a version."""
    path = tmp_path / "t.db"
    with closing(Sqlite(path)) as old:
        migrate(old, MIGRATIONS[:1])
        old.run("DROP TABLE schema_version")
        old.run("INSERT INTO ledger (key, value, at) VALUES ('k', 'v', ?)", NOW.isoformat())
    with closing(connect(f"sqlite:///{path}")) as now:
        assert Ledger(now).get("k") == ("v", NOW)


def test_a_newer_schema_is_left_alone(url: str) -> None:
    with closing(connect(url)) as database:
        database.run("UPDATE schema_version SET version = 99")
    with pytest.raises(Unusable, match="newer"):
        connect(url)


@pytest.mark.parametrize("kind", ["folder", "no-database", "no-folder"])
def test_what_is_no_sqlite_file_is_said_in_one_sentence(tmp_path: Path, kind: str) -> None:
    (tmp_path / "text").write_text("Dear diary, this is no database, however long it gets.\n" * 100)
    path = {"folder": tmp_path, "no-database": tmp_path / "text", "no-folder": tmp_path / "text/t.db"}[kind]
    with pytest.raises(Unusable, match="cannot be used as a SQLite file"):
        connect(f"sqlite:///{path}")


def test_replicas_that_start_together_migrate_once(url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for made in list(pool.map(connect, [url] * 4)):
            assert made.alive()
            made.close()


def test_a_lease_is_held_by_one_and_ends_with_its_holder(postgres_database: str) -> None:
    with closing(Lease(postgres_database)) as second:
        third = Lease(postgres_database)
        assert (second.number, third.number) == (1, 2)
        assert not second.ended(2)
        assert third.held()
        third.close()
        assert not third.held()
        until(lambda: second.ended(2))  # the server takes a moment to see the session gone
        with closing(Lease(postgres_database)) as other:
            assert other.number == 2
            with pytest.raises(Unusable):
                third.again()
        with closing(third.again()) as again:
            assert again.number == 2


def until(true: Callable[[], bool]) -> None:
    """Wait for it."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def test_postgres_is_away_and_comes_back(postgres: Server) -> None:
    """While it is away that is said; afterwards it goes on by itself."""
    with closing(connect(postgres.create("comes_back"))) as database:
        ledger = Ledger(database)
        ledger.put("k", "", NOW)
        postgres.stop(kill=True)
        try:
            assert not database.alive()
            with pytest.raises(Exception) as raised:
                ledger.get("k")
            assert database.passing(raised.value)
        finally:
            postgres.start()
        assert ledger.get("k")


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(Unusable, match="cannot be reached"):
        connect("postgresql://nobody@127.0.0.1:1/none")
