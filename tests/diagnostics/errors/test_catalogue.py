"""The catalogue is complete, by itself and against the reference."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from diagnostics.errors import CATALOGUE, ECHOES, Entry, lookup
from diagnostics.judgement import Who

SHARED = Path(__file__).parents[3].parent / "shared"
REFERENCE, CAUSES = SHARED / "reference/salesforce_errors.csv", SHARED / "spec/causes.md"
_VARIANT = re.compile(r" \((?P<a>.+)\)$|: (?P<b>.+)$")


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda e: f"{e.code}-{e.words[0]}" if e.words else e.code)
def test_an_entry_is_complete(entry: Entry) -> None:
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", entry.code)
    for text in (entry.meaning, entry.likely):
        assert len(text.split()) > 2, text
        assert not text.endswith("."), text  # they stand inside sentences
    assert entry.steps
    for step in entry.steps:
        assert step.endswith("."), step
        assert len(step.split()) > 2
    assert isinstance(entry.who, Who)
    assert all(word == word.lower() for word in entry.words)


def test_variants_of_a_code_are_told_apart() -> None:
    """Only one entry of a code may do without words: the one for all the rest."""
    rest = Counter(entry.code for entry in CATALOGUE if not entry.words)
    assert max(rest.values()) == 1
    assert {entry.code for entry in CATALOGUE} == rest.keys()


def test_whatever_passes_by_itself_needs_nobody_or_says_what_to_do_if_it_stays() -> None:
    for entry in CATALOGUE:
        if entry.who is Who.NOBODY:
            assert entry.retryable or entry.code in ECHOES or entry.code == "ENTITY_IS_ARCHIVED"


def test_each_cause_is_one_of_the_catalogue_of_causes() -> None:
    if not CAUSES.is_file():
        pytest.skip("the catalogue of causes is not at hand: NOT CHECKED")
    public = set(re.findall(r"^\| `([a-z-]+)` \| [\dDS,]+ \|", CAUSES.read_text(), re.MULTILINE))
    assert {entry.cause_id for entry in CATALOGUE} <= public


# The variants of the reference, and words of the meaning of the entry that is meant.
VARIANTS = {
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY (trigger)": ("write-rejected-validation-rule", "trigger failed"),
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY (governor limit)": ("write-rejected-validation-rule", "ran out of"),
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY (entity not allowed)": ("write-rejected-permission", "may not create"),
    "REQUEST_LIMIT_EXCEEDED (daily)": ("api-limit-reached", "24 hours"),
    "REQUEST_LIMIT_EXCEEDED (concurrent)": ("api-limit-reached", "slow calls"),
    "REQUEST_LIMIT_EXCEEDED (long transactions)": ("api-limit-reached", "long-running"),
    "INVALID_SESSION_ID": ("credentials-expired", "session"),
    "INVALID_SESSION_ID (no API access)": ("missing-system-permission", "REST API"),
    "invalid_grant: expired access/refresh token": ("credentials-expired", "revoked"),
    "invalid_grant: token validity expired": ("credentials-expired", "lifetime"),
    "invalid_grant: inactive user": ("integration-user-inactive", "inactive"),
    "invalid_grant: inactive organization": ("credentials-expired", "organisation"),
    "invalid_grant: ip restricted": ("credentials-expired", "network address"),
    "invalid_grant: user hasn't approved this consumer": ("credentials-expired", "approved"),
    "invalid_grant: audience validation failed": ("credentials-expired", "wrong Salesforce host"),
    "invalid_grant: authentication failure": ("credentials-expired", "password"),
    "invalid_grant: activation secret invalid": ("credentials-expired", "activation"),
    "invalid_client: app must be installed into org": ("credentials-expired", "not installed"),
}


def test_every_row_of_the_reference_has_its_entry() -> None:
    if not REFERENCE.is_file():
        pytest.skip("the reference of error codes is not at hand: NOT CHECKED")
    rows = list(csv.DictReader(REFERENCE.read_text("utf-8").splitlines()))
    assert len(rows) == 90
    named = [row["code"] for row in rows if _VARIANT.search(row["code"])]
    assert set(named) <= VARIANTS.keys()
    for row in rows:
        name = row["code"]
        code = _VARIANT.sub("", name).upper()
        for message in row["example_message"].split("  |  "):
            entry = lookup(code, message)
            assert entry, name
            cause_id, meaning = VARIANTS.get(name, (entry.cause_id, ""))
            assert entry.cause_id == cause_id, (name, message)
            assert meaning in entry.meaning, (name, message)
            if row["retryable"].startswith("no") and name not in VARIANTS:
                assert not entry.retryable, name


@pytest.mark.parametrize(
    ("code", "cause_id"),
    [
        ("FIELD_CUSTOM_VALIDATION_EXCEPTION", "write-rejected-validation-rule"),
        ("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "write-rejected-validation-rule"),
        ("CANNOT_EXECUTE_FLOW_TRIGGER", "write-rejected-validation-rule"),
        ("APEX_ERROR", "write-rejected-validation-rule"),
        ("REQUIRED_FIELD_MISSING", "write-rejected-required-field"),
        ("INSUFFICIENT_ACCESS_OR_READONLY", "write-rejected-permission"),
        ("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "write-rejected-permission"),
        ("INVALID_FIELD_FOR_INSERT_UPDATE", "write-rejected-permission"),
        ("DUPLICATES_DETECTED", "write-rejected-duplicate-rule"),
        ("DUPLICATE_VALUE", "write-rejected-duplicate-rule"),
        ("DUPLICATE_EXTERNAL_ID", "write-rejected-duplicate-rule"),
        ("CANNOT_UPDATE_CONVERTED_LEAD", "lead-converted"),
        ("REQUEST_LIMIT_EXCEEDED", "api-limit-reached"),
        ("INVALID_GRANT", "credentials-expired"),
        ("API_CURRENTLY_DISABLED", "missing-system-permission"),
        ("STRING_TOO_LONG", "write-rejected-other"),
    ],
)  # fmt: skip
def test_a_code_alone_belongs_to_the_cause_that_the_catalogue_of_causes_says(code: str, cause_id: str) -> None:
    entry = lookup(code)
    assert entry
    assert entry.cause_id == cause_id


def test_an_unknown_code_has_no_entry() -> None:
    assert lookup("SOME_NEW_EXCEPTION") is None
