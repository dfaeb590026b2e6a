"""The schema, as the steps that led to it: forward only, each done once. What stands here is never changed, only added to."""

import re
from collections.abc import Mapping, Sequence

from bot.store.database import Database, Unusable

# `KEY` is text that is compared byte by byte, in both databases alike. Where they differ, a statement is two.
Statement = str | Mapping[str, str]
_TYPE = re.compile(r"(?<!PRIMARY )\bKEY\b")
_KEY = {"sqlite": "TEXT", "postgresql": 'TEXT COLLATE "C"'}

MIGRATIONS: tuple[tuple[Statement, ...], ...] = (
    (  # 1: as the first version made it, before it counted versions
        "CREATE TABLE IF NOT EXISTS cases"
        " (id KEY PRIMARY KEY, channel KEY, thread_ts KEY, asker KEY, state TEXT, recheck_at KEY, body TEXT)",
        "CREATE INDEX IF NOT EXISTS idx_cases_channel_thread_ts ON cases (channel, thread_ts)",
        "CREATE INDEX IF NOT EXISTS idx_cases_asker ON cases (asker)",
        "CREATE TABLE IF NOT EXISTS files (id KEY PRIMARY KEY, body TEXT)",
        "CREATE TABLE IF NOT EXISTS ledger (key KEY PRIMARY KEY, value TEXT, at KEY)",
        'CREATE TABLE IF NOT EXISTS standing (key KEY PRIMARY KEY, value TEXT, "by" TEXT, at TEXT)',
        "CREATE TABLE IF NOT EXISTS inbox"
        " (id KEY PRIMARY KEY, place TEXT, body TEXT, state TEXT, attempts INTEGER)",
        "CREATE INDEX IF NOT EXISTS idx_inbox_state ON inbox (state)",
    ),
    (  # 2: a durable engine in the inbox's place; what was said is kept; saving a case checks its version
        "ALTER TABLE cases ADD COLUMN team KEY NOT NULL DEFAULT ''",
        "ALTER TABLE cases ADD COLUMN opened_at KEY NOT NULL DEFAULT ''",
        "ALTER TABLE cases ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
        {
            "sqlite": "UPDATE cases SET team = json_extract(body, '$.team'), opened_at = json_extract(body, '$.opened_at')",
            "postgresql": "UPDATE cases SET team = body::json ->> 'team', opened_at = body::json ->> 'opened_at'",
        },
        "DROP INDEX idx_cases_channel_thread_ts",
        "DROP INDEX idx_cases_asker",
        "CREATE INDEX cases_in_thread ON cases (channel, thread_ts, opened_at)",
        "CREATE INDEX cases_of_asker ON cases (asker, opened_at)",
        "CREATE INDEX cases_due ON cases (recheck_at) WHERE recheck_at <> ''",
        "CREATE TABLE said (id KEY PRIMARY KEY, case_id KEY, at KEY, body TEXT, outcome TEXT)",
        "CREATE INDEX said_in_case ON said (case_id, at)",
        "CREATE INDEX said_by_time ON said (at)",
        "CREATE TABLE threads (channel KEY, thread_ts KEY, at KEY, PRIMARY KEY (channel, thread_ts))",
        "CREATE TABLE outcomes (case_id KEY PRIMARY KEY, team KEY, causes TEXT, solved INTEGER, at KEY)",
        "CREATE TABLE facts (org KEY, ask KEY, found TEXT, at KEY, PRIMARY KEY (org, ask))",
        "CREATE INDEX ledger_by_time ON ledger (at)",
    ),
)  # fmt: skip


def migrate(database: Database, to: Sequence[tuple[Statement, ...]] = MIGRATIONS) -> None:
    """Bring the database to the latest schema; several replicas may do it at once. Raises Unusable."""
    with database.transaction() as connection:
        if database.dialect == "postgresql":
            connection.rows("SELECT pg_advisory_xact_lock(7330217)")
        connection.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER)")
        rows = connection.rows("SELECT version FROM schema_version")
        version = int(rows[0]["version"]) if rows else 0
        if not rows:
            connection.run("INSERT INTO schema_version (version) VALUES (0)")
        if version > len(to):
            raise Unusable("The database was made by a newer version of the bot: it cannot go back.")
        for statements in to[version:]:
            for statement in statements:
                sql = statement if isinstance(statement, str) else statement[database.dialect]
                connection.run(_TYPE.sub(_KEY[database.dialect], sql))
        if version < len(to):
            connection.run("UPDATE schema_version SET version = ?", len(to))
