"""Errors of values: what a field does not take."""

from diagnostics.errors.entry import OTHER, Entry
from diagnostics.judgement import Who

_TO_SUPPORT = "Send Unify support the whole line: only they can change what Unify sends."
_MAPPINGS = "Unify: Settings → Integrations → Salesforce → field mappings: "

OF_VALUES: tuple[Entry, ...] = (
    Entry(
        "STRING_TOO_LONG",
        OTHER,
        "a value is longer than its field",
        "a subject over 255 characters, a long list of addresses, or a text mapped to a short field",
        Who.UNIFY_ADMIN,
        (
            "The field and its length stand in the message.",
            f"{_MAPPINGS}map to a longer field, or shorten what is written.",
        ),
    ),
    Entry(
        "INVALID_EMAIL_ADDRESS",
        OTHER,
        "a value is no valid email address",
        "a name, a comma or a blank stands around the address, or two addresses in one field",
        Who.UNIFY_ADMIN,
        ("The value stands in the message: clean it in Unify (the bare address, nothing around it).",),
    ),
    Entry(
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        OTHER,
        "a value is not in the field's restricted picklist",
        "the status, type or priority that Unify writes is not a value of the list, or not of the user's record type",
        Who.BOTH_ADMINS,
        (
            "Salesforce: add the value to the picklist and to the record type of the user that Unify signs in as.",
            f"Or {_MAPPINGS}write a value that the list has.",
        ),
    ),
    Entry(
        "NUMBER_OUTSIDE_VALID_RANGE",
        OTHER,
        "a number is too large for its field",
        "an open or click count is mapped to a field with few digits",
        Who.BOTH_ADMINS,
        ("Salesforce: give the field more digits.", f"Or {_MAPPINGS}map to another field."),
    ),
    Entry(
        "INVALID_TYPE_ON_FIELD_IN_RECORD",
        OTHER,
        "a value has the wrong type for its field",
        "text is mapped to a number or date field",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}map to a field of the same type.",),
    ),
    Entry(
        "JSON_PARSER_ERROR",
        OTHER,
        "a value of the request cannot be read",
        "a time without its zone, or a number written as text",
        Who.UNIFY_SUPPORT,
        (_TO_SUPPORT,),
    ),
    Entry(
        "MALFORMED_ID",
        OTHER,
        "an id has the wrong form",
        "a name is mapped to a lookup field, or an id was cut short",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}a lookup field takes a record's id of 15 or 18 characters, not a name.",),
    ),
    Entry(
        "INVALID_ID_FIELD",
        OTHER,
        "an id is not allowed here",
        "the writer sends an id with a record that is to be created",
        Who.UNIFY_SUPPORT,
        (_TO_SUPPORT,),
    ),
    Entry(
        "MISSING_ARGUMENT",
        OTHER,
        "the request lacks something it must have",
        "the writer leaves out the id of the record that is to be changed",
        Who.UNIFY_SUPPORT,
        (_TO_SUPPORT,),
    ),
    Entry(
        "TOO_MANY_ENUM_VALUE",
        OTHER,
        "too many values for a multi-select picklist",
        "a list in Unify is mapped to a picklist that takes fewer values",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}write fewer values to that field.",),
    ),
    Entry(
        "MAX_TASK_DESCRIPTION_EXCEEDED",
        OTHER,
        "the comments of a Task are too long",
        "emails are written as Tasks, so that a whole email goes into the comments",
        Who.UNIFY_ADMIN,
        (
            "Unify: Settings → Integrations → Salesforce → Email Message Writeback: on; then the text goes to an Email Message.",
            "Check that Enhanced Email is on in Salesforce (Setup → Enhanced Email).",
        ),
    ),
    Entry(
        "INVALID_STATUS",
        OTHER,
        "the status is not allowed on this object",
        "a Task status is mapped that the organisation does not have",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}write one of the object's own status values.",),
    ),
    Entry(
        "FIELD_INTEGRITY_EXCEPTION",
        OTHER,
        "a value contradicts another field or a platform rule",
        "state and country do not fit together, or a Lead is given together with a related record",
        Who.BOTH_ADMINS,
        ("The message names the field: mend the value on one side (country and state picklists are frequent).",),
    ),
    Entry(
        "FIELD_FILTER_VALIDATION_EXCEPTION",
        OTHER,
        "a lookup filter refuses the related record",
        "a custom lookup on Task or Email Message takes only some records",
        Who.SALESFORCE_ADMIN,
        ("Setup → Object Manager → the object → the lookup field: relax its filter or make it optional.",),
    ),
    Entry(
        "CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED",
        OTHER,
        "there is too much long text in one record",
        "long HTML bodies are mapped to custom fields",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}map fewer or shorter long-text fields.",),
    ),
    Entry(
        "TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET",
        OTHER,
        "the text has characters that Salesforce does not take",
        "unusual characters stand in the subject or body",
        Who.UNIFY_SUPPORT,
        (_TO_SUPPORT,),
    ),
)
