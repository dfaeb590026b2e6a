"""Whole messages, as people write them."""

from datetime import datetime
from typing import Any

import pytest

from diagnostics.question import Role
from handlers.understanding import as_row, understand
from handlers.understanding.ideas import ideas

AT = datetime.fromisoformat("2026-11-18T12:00:00-05:00")


def read(text: str) -> dict[str, Any]:
    return as_row(understand(text, asked_at=AT, tz="America/New_York"))


@pytest.mark.parametrize(
    ("text", "symptoms", "scope"),
    [
        ("Nothing has synced to Salesforce for our whole team since Monday", "nothing-syncs", "everyone"),
        ("all reps: no emails, no replies in SFDC since noon!!", "nothing-syncs", "everyone"),
        ("my mail to bob@initech.com isn't in Salesforce", "email-missing", "one-email"),
        ("Where did my email to bob@initech.com go? Not in Salesforce", "email-missing", "one-email"),
        ("None of the mails I sent bob@initech.com show up in Salesforce", "email-missing", "one-person"),
        ("My emails aren't being logged in Salesforce, everyone else's are", "email-missing", "one-rep"),
        ("The reply from bob@initech.com never made it to Salesforce", "reply-missing", "one-email"),
        ("Replies don't arrive in Salesforce for anyone", "reply-missing", "everyone"),
        ("Open counts in Salesforce are stuck at zero for every rep", "opens-missing", "everyone"),
        ("Emails land as Tasks without any text for the whole org", "body-missing", "everyone"),
        ("My email to bob@initech.com is in Salesforce but shows {{first_name}}", "body-missing", "one-email"),
        (
            "The email exists in Salesforce but isn't attached to the contact 003Hs0000OTXK9AIQX",
            "not-linked",
            "one-email",
        ),
        ("All my emails are assigned to our admin instead of me in Salesforce", "wrong-owner", "one-rep"),
        ("Lead 00Q5f0000HwZUwgEQG is in Salesforce but not in Unify", "person-missing", "one-person"),
        ("The field Region__c is blank on all email activities, every rep", "field-empty", "everyone"),
        ("What does UNABLE_TO_LOCK_ROW in Skipped Records mean?", "write-error", "unknown"),
        ("Unify says the Salesforce connection expired, for everybody", "login-broken", "everyone"),
        ("Emails show up in Salesforce hours late for the whole team", "late", "everyone"),
        ("Seit Montag kommt vom ganzen Team keine Mail mehr in Salesforce an", "nothing-syncs", "everyone"),
        ("La respuesta de bob@initech.com no está en Salesforce", "reply-missing", "one-email"),
        ("Le mail envoyé à bob@initech.com n'apparaît pas dans Salesforce", "email-missing", "one-email"),
    ],
)
def test_symptom_and_scope(text: str, symptoms: str, scope: str) -> None:
    row = read(text)
    assert row["about_sync"] is True
    assert row["symptoms"][:1] == [symptoms]
    assert row["scope"] == scope


@pytest.mark.parametrize(
    "text",
    [
        "",
        "thanks, all good now",
        "Who wants lunch?",
        "Feature request: sort sequences by name in Unify",
        "FYI the emails are all in Salesforce now",
        "Salesforce says my password expired",
        "The pipeline dashboard is wrong",
        "Zoom recordings don't sync to Salesforce",
        "Can you send me the Unify price list?",
    ],
)
def test_not_about_syncing(text: str) -> None:
    row = read(text)
    assert row["about_sync"] is False
    assert (row["symptoms"], row["scope"], row["sent_at"], row["stated"]) == ([], "unknown", None, {})


def test_everything_in_one_message() -> None:
    row = read(
        "<@U0BOT> Ann (ann@corvex.com) wrote to <mailto:Bob@Initech.com|Bob@Initech.com> from Unify "
        "yesterday at 4pm; it isn't in Salesforce on 003Hs0000OTXK9AIQX or anywhere. Skipped Records: string too long"
    )
    assert row.pop("confidence") > 0.5
    assert row == {
        "about_sync": True,
        "symptoms": ["email-missing", "write-error"],
        "scope": "one-email",
        "emails": [
            {"address": "ann@corvex.com", "role": "sender"},
            {"address": "bob@initech.com", "role": "recipient"},
        ],
        "record_ids": ["003Hs0000OTXK9AIQX"],
        "error_codes": ["STRING_TOO_LONG"],
        "sent_at": "2026-11-17T16:00:00-05:00",
        "stated": {"origin": "unify"},
    }


def test_the_time_of_the_reply_is_wanted_where_the_reply_is_missing() -> None:
    assert (
        read("I wrote to bob@a.com on Monday, his reply from yesterday at 3pm isn't in Salesforce")["sent_at"]
        == "2026-11-17T15:00:00-05:00"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is in Salesforce for the whole team since Monday",
        "The email got to Salesforce at 3pm, hours late",
        "We mapped the field on Monday and it is blank on every email activity in Salesforce",
    ],
)
def test_other_times_are_no_time_of_sending(text: str) -> None:
    assert read(text)["sent_at"] is None


def test_errors_that_are_denied_are_none() -> None:
    row = read("My email to bob@a.com isn't in Salesforce, no errors in Skipped Records")
    assert row["symptoms"] == ["email-missing"]


def test_an_expired_connection_is_a_symptom_of_its_own() -> None:
    row = read("My email to bob@a.com isn't in Salesforce. Settings page shows the connection expired.")
    assert row["symptoms"] == ["email-missing", "login-broken"]
    assert row["stated"] == {"connection": "expired"}


@pytest.mark.parametrize("text", ["bob@initech.com", "<mailto:bob@initech.com|bob@initech.com>"])
def test_a_bare_address_asks_about_that_person(text: str) -> None:
    question = understand(text, asked_at=AT, tz="America/New_York")
    assert question.about_sync
    assert [(a.address, a.role) for a in question.addresses] == [("bob@initech.com", Role.UNKNOWN)]
    assert [p.address for p in question.people] == ["bob@initech.com"]


def test_what_is_known_of_the_asker_is_kept() -> None:
    question = understand("<@B1|bot> help", asked_at=AT, tz="No/Where", asker="ann@x.io", workspace="T1", bot_user="B1")
    assert (question.asked_at, question.as_of, question.tz) == (AT, AT, "UTC")
    assert (question.asker, question.workspace) == ("ann@x.io", "T1")


def test_the_asker_is_not_taken_for_the_contact() -> None:
    question = understand("ann@x.io here: my mail isn't in Salesforce", asked_at=AT, tz="UTC", asker="Ann@x.io")
    assert [a.role for a in question.addresses] == [Role.UNKNOWN]


def test_two_close_readings_lower_the_confidence() -> None:
    plain = read("my mail to bob@initech.com isn't in Salesforce")
    mixed = read("my mail to bob@initech.com isn't in Salesforce and its open count is zero, the body is empty")
    assert mixed["confidence"] < plain["confidence"]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("My email to bob@initech.com from last night isn't in Salesforce", "2026-11-17T20:00:00-05:00"),
        (
            "Salesforce hasn't got the mail to bob@initech.com that left Unify at 9:12 today",
            "2026-11-18T09:12:00-05:00",
        ),
        ("9:15 I mailed bob@initech.com, 11:45 Salesforce had it, why so late?", "2026-11-18T09:15:00-05:00"),
        (
            "The mail from Monday isn't in Salesforce:\nFrom: ann@x.io\nTo: bob@initech.com\nDate: Mon, 16 Nov 2026 10:20",
            "2026-11-16T10:20:00-05:00",
        ),
        ("my wed 3pm email to bob@initech.com never got to salesforce", "2026-11-11T15:00:00-05:00"),
        ("The email to bob@initech.com, sent on the 16th at 16h, isn't in Salesforce", "2026-11-16T16:00:00-05:00"),
    ],
)
def test_the_time_of_sending(text: str, sent: str) -> None:
    assert read(text)["sent_at"] == sent


def test_what_is_denied_is_not_complained_about() -> None:
    assert not ideas("it is not that my mails are missing, nothing is late") & {"absent", "late"}
    assert {"absent", "late"} <= ideas("my mails are missing, others are late")


def test_of_a_long_mail_the_newest_part_is_read() -> None:
    asked = "My email to bob@initech.com from 9am today isn't in Salesforce."
    below = (
        "\n\nOn Mon, Nov 2, 2026 at 9:01 AM Jane Roe <jane@roe.com> wrote:\n"
        + "> opens are at zero, replies late\n" * 1200
    )
    row, alone = read(asked + below), read(asked)
    assert {key: row[key] for key in ("symptoms", "scope", "sent_at")} == {
        key: alone[key] for key in ("symptoms", "scope", "sent_at")
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("From our new colleague (kim@x.io) nothing arrives in Salesforce, the other reps' mails do", "sender"),
        ("All my mails are without owner in Salesforce. Example: bob@a.com", "recipient"),
        ("All of Kim's mails are without owner in Salesforce, bob@a.com is one of many", "recipient"),
        ("Nothing of the whole team arrives in Salesforce, admin: cy@x.io", "unknown"),
        ("My email from noon isn't in Salesforce: bob@a.com", "recipient"),
    ],
)
def test_whose_an_address_is_depends_on_the_question(text: str, role: str) -> None:
    (address,) = understand(text, asked_at=AT, tz="America/New_York").addresses
    assert address.role.value == role
