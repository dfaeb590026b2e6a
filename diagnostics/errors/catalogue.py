"""Salesforce's error codes as a writer of emails meets them, each with the cause it belongs to.

Sources: the codes and messages are public (vendor pages, recorded responses, client libraries); meanings are ours.
"""

from dataclasses import dataclass

RULE, FIELD, RIGHT = "write-rejected-validation-rule", "write-rejected-required-field", "write-rejected-permission"
DUPLICATE, OTHER = "write-rejected-duplicate-rule", "write-rejected-other"
LOGIN, LIMIT, INACTIVE = "credentials-expired", "api-limit-reached", "integration-user-inactive"
CONVERTED, API_RIGHT = "lead-converted", "missing-system-permission"


@dataclass(frozen=True, slots=True)
class Entry:
    """One code (or one variant of it, told apart by words of its message), the cause it belongs to, and its meaning."""

    code: str
    cause_id: str
    meaning: str
    retryable: bool = False
    words: tuple[str, ...] = ()  # lower case; any of them in the message makes it this variant


CATALOGUE: tuple[Entry, ...] = (
    Entry("FIELD_CUSTOM_VALIDATION_EXCEPTION", RULE, "a validation rule or Apex check refuses the record"),
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RIGHT,
        "the user may not create this kind of record, or lacks its record type",
        words=("entity type cannot be inserted", "record type missing", "cannot be inserted:"),
    ),
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RULE,
        "automation ran out of Salesforce's limits on this batch",
        True,
        words=("limitexception", "too many soql", "cpu time", "governor"),
    ),
    Entry("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", RULE, "an Apex trigger failed while the record was saved"),
    Entry("CANNOT_EXECUTE_FLOW_TRIGGER", RULE, "a record-triggered flow failed"),
    Entry("APEX_ERROR", RULE, "custom Apex code failed"),
    Entry("REQUIRED_FIELD_MISSING", FIELD, "a field that must have a value is empty"),
    Entry("INSUFFICIENT_ACCESS_OR_READONLY", RIGHT, "the user may not edit this record or field"),
    Entry(
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", RIGHT, "the user may not see a record that this one points at"
    ),
    Entry("INSUFFICIENT_ACCESS", RIGHT, "the user may not do this at all"),
    Entry("INVALID_FIELD_FOR_INSERT_UPDATE", RIGHT, "the user may not write one of the fields"),
    Entry("INVALID_FIELD", RIGHT, "a field does not exist, or the user may not read it"),
    Entry("INVALID_TYPE", RIGHT, "the object does not exist for this user"),
    Entry("FORBIDDEN", RIGHT, "the user has no access to this Apex class or resource"),
    Entry("TXN_SECURITY_NO_ACCESS", RIGHT, "a transaction security policy blocks the user"),
    Entry("TRANSFER_REQUIRES_READ", RIGHT, "the new owner may not read this object"),
    Entry("DUPLICATES_DETECTED", DUPLICATE, "a duplicate rule blocks the record"),
    Entry("DUPLICATE_VALUE", DUPLICATE, "a unique field already has this value elsewhere"),
    Entry("DUPLICATE_EXTERNAL_ID", DUPLICATE, "several records carry the same external id"),
    Entry("CANNOT_UPDATE_CONVERTED_LEAD", CONVERTED, "the Lead has become a Contact and is read only"),
    Entry("STRING_TOO_LONG", OTHER, "a value is longer than its field"),
    Entry("INVALID_EMAIL_ADDRESS", OTHER, "a value is no valid email address"),
    Entry("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", OTHER, "a value is not in the picklist"),
    Entry("UNABLE_TO_LOCK_ROW", OTHER, "somebody else was changing the record at that moment", True),
    Entry("ENTITY_IS_DELETED", OTHER, "the record was deleted or merged away"),
    Entry("ENTITY_IS_LOCKED", OTHER, "an approval process has locked the record"),
    Entry("ENTITY_IS_ARCHIVED", OTHER, "the activity is archived"),
    Entry("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", OTHER, "the record changed in between", True),
    Entry("CANNOT_REPARENT_RECORD", OTHER, "the record may not be moved"),
    Entry("INACTIVE_OWNER_OR_USER", OTHER, "the owner is an inactive user"),
    Entry("OP_WITH_INVALID_USER_TYPE_EXCEPTION", OTHER, "that kind of user cannot own this"),
    Entry("INVALID_CROSS_REFERENCE_KEY", OTHER, "an id points at nothing usable"),
    Entry("INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD", OTHER, "an id of the wrong kind of record"),
    Entry("FIELD_INTEGRITY_EXCEPTION", OTHER, "a value contradicts another field or a platform rule"),
    Entry("FIELD_FILTER_VALIDATION_EXCEPTION", OTHER, "a lookup filter refuses the related record"),
    Entry("NUMBER_OUTSIDE_VALID_RANGE", OTHER, "a number is too large for its field"),
    Entry("INVALID_TYPE_ON_FIELD_IN_RECORD", OTHER, "a value has the wrong type"),
    Entry("JSON_PARSER_ERROR", OTHER, "the request could not be read"),
    Entry("MALFORMED_ID", OTHER, "an id has the wrong form"),
    Entry("INVALID_ID_FIELD", OTHER, "an id is not allowed here"),
    Entry("MISSING_ARGUMENT", OTHER, "the request lacks something"),
    Entry("TOO_MANY_ENUM_VALUE", OTHER, "too many values in a multi-select picklist"),
    Entry("MAX_TASK_DESCRIPTION_EXCEEDED", OTHER, "the comments of a Task are too long"),
    Entry("UNAVAILABLE_RECORDTYPE_EXCEPTION", OTHER, "the user has no record type for this object"),
    Entry("INVALID_STATUS", OTHER, "the status is not allowed"),
    Entry("INVALID_PERSON_ACCOUNT_OPERATION", OTHER, "not possible on person accounts"),
    Entry("STORAGE_LIMIT_EXCEEDED", OTHER, "the organisation's storage is full"),
    Entry("LIMIT_EXCEEDED", OTHER, "an organisation limit is reached", True),
    Entry("CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED", OTHER, "too much long text in one record"),
    Entry("TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET", OTHER, "unsupported characters"),
    Entry("ALL_OR_NONE_OPERATION_ROLLED_BACK", OTHER, "undone because another record of the batch failed"),
    Entry("PROCESSING_HALTED", OTHER, "not tried because another record of the batch failed"),
    Entry("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", OTHER, "Salesforce is in maintenance", True),
    Entry("SERVER_UNAVAILABLE", OTHER, "Salesforce was too busy", True),
    Entry("REQUEST_RUNNING_TOO_LONG", OTHER, "Salesforce gave up on a slow request", True),
    Entry("QUERY_TIMEOUT", OTHER, "a query took too long", True),
    Entry("UNKNOWN_EXCEPTION", OTHER, "an unexpected error inside Salesforce", True),
    Entry("REQUEST_LIMIT_EXCEEDED", LIMIT, "a limit on API calls is reached", True),
    Entry(
        "INVALID_SESSION_ID",
        API_RIGHT,
        "the user may not use the REST API",
        words=("not valid for use with the rest api",),
    ),
    Entry("INVALID_SESSION_ID", LOGIN, "the session has expired or is invalid", True),
    Entry("API_DISABLED_FOR_ORG", API_RIGHT, "this Salesforce edition has no API access"),
    Entry("API_CURRENTLY_DISABLED", API_RIGHT, "the API is disabled for this user"),
    Entry("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", LOGIN, "the user's password has expired"),
    Entry("INVALID_GRANT", INACTIVE, "the user is inactive", words=("inactive user",)),
    Entry("INVALID_GRANT", LOGIN, "Salesforce no longer accepts the stored sign-in"),
    Entry("INVALID_CLIENT", LOGIN, "Salesforce does not accept the connecting app"),
    Entry("INVALID_CLIENT_ID", LOGIN, "Salesforce does not know the connecting app"),
    Entry("UNSUPPORTED_GRANT_TYPE", LOGIN, "this kind of sign-in is not enabled"),
    Entry("OAUTH_APPROVAL_ERROR_GENERIC", LOGIN, "Salesforce refuses to approve the connecting app"),
    Entry("OAUTH_APP_BLOCKED", LOGIN, "an admin has blocked the connecting app"),
)

_BY_CODE: dict[str, list[Entry]] = {}
for _entry in CATALOGUE:
    _BY_CODE.setdefault(_entry.code, []).append(_entry)


def lookup(code: str, message: str = "") -> Entry | None:
    """The entry for a code; among its variants the one whose words the message has, else the one without words."""
    said = message.lower()
    entries = _BY_CODE.get(code, ())
    return next((e for e in entries if any(w in said for w in e.words)), None) or next(
        (e for e in entries if not e.words), None
    )
