"""Whether the symptom is true: refuted by the record of that very thing only, confirmed only where others are visible."""

from dataclasses import replace
from datetime import datetime

import pytest

from diagnostics.asks import Missing
from diagnostics.checks import LADDER
from diagnostics.engine import diagnose
from diagnostics.facts.asked import Asked
from diagnostics.facts.deliveries import Deliveries
from diagnostics.facts.email_records import EmailRecord, EmailRecords
from diagnostics.facts.enrolments import Enrolments
from diagnostics.question import Symptom
from diagnostics.report import Truth
from diagnostics.symptom import SymptomCheck
from diagnostics.symptoms import SYMPTOMS
from diagnostics.symptoms.body_missing import body_missing
from diagnostics.symptoms.email_missing import email_missing
from diagnostics.symptoms.opens_missing import opens_missing
from diagnostics.symptoms.person_missing import person_missing
from diagnostics.symptoms.reply_missing import reply_missing
from tests.diagnostics.checks.facts import (
    ALIVE,
    CONTACT_ID,
    DENIED,
    LEAD_ID,
    UNIFY_ID,
    UNSAID,
    ago,
    around,
    beat,
    enrolments,
    jane,
    opens,
    question,
    record,
    sent,
    unify_person,
    whereabouts,
)
from tests.diagnostics.world import HEALTHY, World

THEN = ago(hours=5)
MISSED = question(Symptom.EMAIL_MISSING)
MISSED_THEN = question(Symptom.EMAIL_MISSING, sent_at=THEN)
ON_JANE = record(THEN, on=frozenset({CONTACT_ID}))
ON_OTHER = record(THEN, on=frozenset({"003000000000002AAA"}))
TWO = (jane(named=True), jane(id="003000000000002AAA"))


def deliveries(*pairs: EmailRecord | None, exactly: datetime | None = None) -> Deliveries:
    """Emails that Unify sent, each with its record."""
    return Deliveries(tuple((sent(THEN), found) for found in pairs), around(exactly))


HERE: dict[str, object] = {
    "deliveries": deliveries(ON_JANE, exactly=THEN), "where": whereabouts(ON_JANE), "beat": ALIVE, "asked": Asked(MISSED_THEN),
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        pytest.param({}, Truth.REFUTED, id="it is there"),
        pytest.param({"deliveries": deliveries(None, exactly=THEN), "where": whereabouts()}, Truth.CONFIRMED,
                     id="sent, and no record"),
        pytest.param({"deliveries": deliveries(ON_JANE, None)}, Truth.CONFIRMED, id="of two, one has no record"),
        pytest.param({"deliveries": deliveries(None), "where": whereabouts(), "beat": beat()}, Truth.UNVERIFIED,
                     id="no record, and none of Unify's is visible at all"),
        pytest.param({"deliveries": deliveries(None), "where": whereabouts(), "beat": DENIED}, Truth.UNVERIFIED,
                     id="no record, and nothing is readable"),
        pytest.param({"deliveries": deliveries(ON_OTHER, exactly=THEN), "where": whereabouts(ON_OTHER, people=TWO)},
                     Truth.UNVERIFIED, id="it is on another record than the one asked about"),
        pytest.param({"deliveries": deliveries(ON_JANE, exactly=THEN), "where": whereabouts(ON_JANE, people=TWO)},
                     Truth.REFUTED, id="it is on the one asked about"),
        pytest.param({"where": whereabouts(ON_JANE, people=(jane(), TWO[1]))}, Truth.UNVERIFIED,
                     id="it is on one of two, and which is meant is not said"),
        pytest.param({"where": whereabouts(replace(ON_JANE, on=frozenset({LEAD_ID, CONTACT_ID})),
                                           people=(jane(), jane(id=LEAD_ID)))}, Truth.REFUTED, id="it is on both"),
        pytest.param({"deliveries": deliveries(exactly=THEN), "where": whereabouts(replace(ON_JANE, by="005x"), sent=False)},
                     Truth.UNVERIFIED, id="another writer's record refutes nothing"),
        pytest.param({"deliveries": deliveries(exactly=THEN), "where": whereabouts(replace(ON_JANE, source="Einstein Activity "
                      "Capture"))}, Truth.UNVERIFIED, id="nor does a captured one"),
        pytest.param({"deliveries": DENIED}, Truth.REFUTED, id="without Unify, its own record of that moment does"),
        pytest.param({"deliveries": deliveries(ON_JANE), "asked": Asked(MISSED)}, Truth.UNVERIFIED,
                     id="all that was sent is there, but which is meant is not said"),
        pytest.param({"deliveries": deliveries(ON_JANE), "asked": Asked(question())}, Truth.REFUTED,
                     id="a bare address asks whether all is well"),
        pytest.param({"deliveries": deliveries(), "where": UNSAID, "asked": Asked(MISSED)}, Truth.UNVERIFIED,
                     id="nothing sent, nothing found"),
        pytest.param({"deliveries": DENIED, "where": DENIED, "beat": DENIED}, Truth.UNVERIFIED, id="nothing is known"),
    ],
)  # fmt: skip
def test_email_missing(facts: dict[str, object], state: Truth) -> None:
    found = email_missing.judge(**{**HERE, **facts})
    assert found.state is state
    assert bool(found.because) == (state is not Truth.UNVERIFIED)


REPLY = record(ago(hours=1), incoming=True, subject="Re: Q3 pricing", on=frozenset({CONTACT_ID}))
OTHER_MAIL = record(ago(days=2))


def replies(*rows: EmailRecord) -> EmailRecords:
    """What stands on Jane's record."""
    return EmailRecords(rows, UNIFY_ID)


def asked_for_reply(at: datetime | None = None, *record_ids: str) -> Asked:
    return Asked(replace(question(Symptom.REPLY_MISSING, sent_at=at), record_ids=record_ids))


@pytest.mark.parametrize(
    ("seen", "rows", "asked", "state"),
    [
        pytest.param(enrolments(replied=True), replies(REPLY), asked_for_reply(), Truth.REFUTED, id="it is there"),
        pytest.param(DENIED, replies(REPLY), asked_for_reply(ago(hours=1)), Truth.REFUTED, id="at the time that was said"),
        pytest.param(DENIED, replies(REPLY), asked_for_reply(), Truth.UNVERIFIED, id="some reply, at no known time"),
        pytest.param(enrolments(replied=True), replies(replace(REPLY, at=ago(days=3))), asked_for_reply(), Truth.CONFIRMED,
                     id="another reply is there"),
        pytest.param(enrolments(replied=True), replies(OTHER_MAIL), asked_for_reply(), Truth.CONFIRMED,
                     id="Unify saw it, Salesforce has others only"),
        pytest.param(enrolments(replied=True), replies(), asked_for_reply(), Truth.UNVERIFIED,
                     id="Unify saw it, Salesforce shows nothing at all"),
        pytest.param(enrolments(replied=True), replies(replace(REPLY, by="005x"), OTHER_MAIL), asked_for_reply(),
                     Truth.CONFIRMED, id="another writer's record is not Unify's"),
        pytest.param(enrolments(replied=True), replies(replace(REPLY, incoming=False)), asked_for_reply(), Truth.CONFIRMED,
                     id="an outgoing email is no reply"),
        pytest.param(enrolments(replied=True), replies(REPLY), asked_for_reply(None, CONTACT_ID[:15]), Truth.REFUTED,
                     id="it is on the record that is named"),
        pytest.param(enrolments(replied=True), replies(REPLY), asked_for_reply(None, LEAD_ID), Truth.UNVERIFIED,
                     id="it is on another record than the one named"),
        pytest.param(enrolments(), replies(OTHER_MAIL), asked_for_reply(), Truth.UNVERIFIED, id="Unify saw none either"),
    ],
)  # fmt: skip
def test_reply_missing(seen: Enrolments | Missing, rows: EmailRecords, asked: Asked, state: Truth) -> None:
    assert reply_missing.judge(seen, rows, asked).state is state


@pytest.mark.parametrize(
    ("unify", "salesforce", "fields", "state"),
    [
        pytest.param(3, 3, ("Open_Count__c",), Truth.REFUTED, id="the same"),
        pytest.param(3, 0, ("Open_Count__c",), Truth.CONFIRMED, id="none there"),
        pytest.param(3, 1, ("Open_Count__c",), Truth.CONFIRMED, id="the first value, and no later one"),
        pytest.param(3, 0, (), Truth.UNVERIFIED, id="no field for them"),
        pytest.param(0, 0, ("Open_Count__c",), Truth.UNVERIFIED, id="a count of 0 refutes nothing"),
    ],
)
def test_opens_missing(unify: int, salesforce: int, fields: tuple[str, ...], state: Truth) -> None:
    assert opens_missing.judge(opens(unify, salesforce, fields=fields)).state is state


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        pytest.param((record(THEN, is_task=True),), Truth.CONFIRMED, id="a Task stands for it"),
        pytest.param((record(THEN),), Truth.UNVERIFIED, id="an EmailMessage, whose text the bot does not read"),
        pytest.param((record(THEN, is_task=True, by="005x"),), Truth.UNVERIFIED, id="another user's Task"),
        pytest.param((), Truth.UNVERIFIED, id="nothing there"),
    ],
)
def test_body_missing(rows: tuple[EmailRecord, ...], state: Truth) -> None:
    assert body_missing.judge(replies(*rows)).state is state


def test_person_missing() -> None:
    assert person_missing.judge(unify_person()).state is Truth.REFUTED
    assert person_missing.judge(unify_person("")).state is Truth.CONFIRMED


@pytest.mark.parametrize("check", SYMPTOMS, ids=lambda check: check.symptom)
def test_what_is_not_known_leaves_it_unverified(check: SymptomCheck) -> None:
    """Where every system is silent nothing is established, and nothing breaks."""
    report = diagnose(question(check.symptom), LADDER, SYMPTOMS, World(dict.fromkeys(HEALTHY, DENIED)))
    assert report.established.state is Truth.UNVERIFIED
    assert report.breakages == ()
