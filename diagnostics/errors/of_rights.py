"""Errors of rights: what the user that Unify signs in as may not see, create or change."""

from diagnostics.errors.entry import API_RIGHT, RIGHT, Entry
from diagnostics.judgement import Who

_MAPPINGS = "Unify: Settings → Integrations → Salesforce → field mappings: "

OF_RIGHTS: tuple[Entry, ...] = (
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RIGHT,
        "the user may not create this kind of record, or lacks its record type",
        "Create on the object, its feature licence or its record type is missing",
        Who.SALESFORCE_ADMIN,
        (
            "Salesforce: give the user that Unify signs in as Create on the object that the message names.",
            "Assign it a record type of that object, and check that its licence has the feature.",
        ),
        words=("entity type cannot be inserted", "record type missing", "cannot be inserted:"),
    ),
    Entry(
        "INSUFFICIENT_ACCESS_OR_READONLY",
        RIGHT,
        "the user may not edit this record or field",
        "Edit Tasks or edit on the record is missing, or an email that is sent already is to be changed",
        Who.SALESFORCE_ADMIN,
        (
            "Check Edit Tasks, Edit on the object, and whether the record is shared with the user that Unify signs in as.",
            "Of a sent Email Message only custom fields can be changed: map to those.",
        ),
    ),
    Entry(
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
        RIGHT,
        "the user may not see a record that this one points at",
        "the email's Contact, Lead, Account, Opportunity or owner is hidden from the user by sharing",
        Who.SALESFORCE_ADMIN,
        (
            "The record's id ends the message: 003 Contact, 00Q Lead, 001 Account, 006 Opportunity, 005 User.",
            "Share it with the user that Unify signs in as, or grant View All Records on its object.",
        ),
    ),
    Entry(
        "INSUFFICIENT_ACCESS",
        RIGHT,
        "the user may not do this at all",
        "an object or system permission is missing",
        Who.SALESFORCE_ADMIN,
        ("Compare the user's object and system permissions with the list in Unify's documentation.",),
    ),
    Entry(
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        RIGHT,
        "the user may not write one of the fields",
        "a mapped field is read only for the user, is a formula, or belongs to the system (such as Created Date)",
        Who.SALESFORCE_ADMIN,
        (
            "The fields are named in the message: give Edit on them (field-level security).",
            f"{_MAPPINGS}set a formula or system field to read only.",
        ),
    ),
    Entry(
        "INVALID_FIELD",
        RIGHT,
        "a field does not exist, or the user may not read it",
        "a mapped field was renamed or deleted, or is hidden from the user, which Salesforce answers alike",
        Who.BOTH_ADMINS,
        (
            "Check that the field still exists under that API name, and that the user that Unify signs in as may read it.",
            f"{_MAPPINGS}save the mapping anew if the field was renamed or deleted.",
        ),
    ),
    Entry(
        "INVALID_TYPE",
        RIGHT,
        "the object does not exist for this user",
        "Email Message is missing because Enhanced Email is off, or Read on the object is",
        Who.SALESFORCE_ADMIN,
        ("Email Message: check Enhanced Email and Access Activities.", "Other objects: give Read on them."),
    ),
    Entry(
        "TRANSFER_REQUIRES_READ",
        RIGHT,
        "the new owner may not read this object",
        "a record is assigned to a rep whose profile has no access to its kind",
        Who.SALESFORCE_ADMIN,
        ("Give the owner Read on the object, or assign another owner.",),
    ),
    Entry(
        "TXN_SECURITY_NO_ACCESS",
        RIGHT,
        "a transaction security policy blocks the user",
        "a policy of Real-Time Event Monitoring watches API calls",
        Who.SALESFORCE_ADMIN,
        ("Setup → Transaction Security Policies: exempt the user that Unify signs in as.",),
    ),
    Entry(
        "FORBIDDEN",
        RIGHT,
        "the user has no access to this Apex class or resource",
        "no permission set grants what the message names",
        Who.SALESFORCE_ADMIN,
        ("Grant the class or resource named in the message to the user that Unify signs in as.",),
    ),
    Entry(
        "INVALID_SESSION_ID",
        API_RIGHT,
        "the user may not use the REST API",
        "API Enabled was taken from the user, or the edition has no API",
        Who.SALESFORCE_ADMIN,
        ("Grant API Enabled to the user that Unify signs in as.",),
        words=("not valid for use with the rest api",),
    ),
    Entry(
        "API_DISABLED_FOR_ORG",
        API_RIGHT,
        "this Salesforce edition has no API access",
        "Professional and Group Edition have the API only as an add-on",
        Who.SALESFORCE_ADMIN,
        ("Buy API access or a higher edition from Salesforce.",),
    ),
    Entry(
        "API_CURRENTLY_DISABLED",
        API_RIGHT,
        "the API is disabled for this user",
        "API Enabled is on none of the user's permission sets",
        Who.SALESFORCE_ADMIN,
        ("Grant API Enabled to the user that Unify signs in as.",),
    ),
)
