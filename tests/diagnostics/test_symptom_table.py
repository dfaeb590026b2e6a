"""Which symptom points to which causes: the catalogue's table, as data, against what the checks say of themselves."""

import pytest

from diagnostics.check import Check
from diagnostics.checks import LADDER
from diagnostics.question import Symptom

GENERAL = {
    "credentials-expired", "integration-user-inactive", "writing-disabled", "api-limit-reached",
    "writes-paused-during-read", "within-normal-delay", "missing-system-permission",
}  # fmt: skip
FAMILY = "write-rejected-"  # all of it is general
PERMISSIONS = {
    "no-emailmessage-access", "no-emailmessage-edit", "no-emailmessage-field-edit", "no-contact-view-all", "no-task-edit",
}  # fmt: skip
WITHOUT_EMAIL = {"contact-without-email", "lead-without-email"}
FURTHER: dict[Symptom, set[str]] = {
    Symptom.NOTHING_SYNCS: set(),
    Symptom.LATE: set(),
    Symptom.LOGIN_BROKEN: set(),
    Symptom.EMAIL_MISSING: {
        "sent-outside-unify", "never-sent", "mailbox-disconnected", "person-not-in-salesforce", *WITHOUT_EMAIL,
        "logged-on-duplicate", "lead-converted", "logged-by-other-tool", "enhanced-email-off", *PERMISSIONS,
    },
    Symptom.REPLY_MISSING: {
        "reply-in-other-thread", "reply-to-other-address", "out-of-office-reply", "sent-outside-unify",
        "email-message-writeback-off", "enhanced-email-off", *WITHOUT_EMAIL, *PERMISSIONS,
    },
    Symptom.OPENS_MISSING: {
        "opens-in-standard-field", "mapping-not-retroactive", "no-emailmessage-field-edit", "email-message-writeback-off",
        "sent-outside-unify",
    },
    Symptom.BODY_MISSING: {
        "email-message-writeback-off", "enhanced-email-off", "no-emailmessage-edit", "no-emailmessage-field-edit",
    },
    Symptom.NOT_LINKED: {
        *WITHOUT_EMAIL, "logged-on-duplicate", "lead-converted", "person-not-in-salesforce", "reply-to-other-address",
        "no-contact-view-all",
    },
    Symptom.WRONG_OWNER: {"sender-not-matched"},
    Symptom.PERSON_MISSING: {*WITHOUT_EMAIL, "no-contact-view-all", "lead-converted"},
    Symptom.FIELD_EMPTY: {"mapping-not-retroactive", "mapping-read-only", "no-emailmessage-field-edit"},
    Symptom.WRITE_ERROR: {*PERMISSIONS, "mapping-read-only"},
}  # fmt: skip
# Not in the catalogue's table: its error code is how a converted Lead may show first.
BEYOND = {("lead-converted", Symptom.WRITE_ERROR)}


@pytest.mark.parametrize("check", LADDER, ids=lambda check: check.id)
def test_a_check_has_the_symptoms_of_the_catalogue(check: Check) -> None:
    if check.id in GENERAL or check.id.startswith(FAMILY):
        assert check.symptoms == set(Symptom)
        return
    listed = {symptom for symptom, causes in FURTHER.items() if check.id in causes}
    assert check.symptoms == listed | {symptom for id, symptom in BEYOND if id == check.id}


def test_every_cause_of_the_table_is_checked_and_every_symptom_is_in_it() -> None:
    assert GENERAL.union(*FURTHER.values()) <= {check.id for check in LADDER}
    assert FURTHER.keys() == set(Symptom)
