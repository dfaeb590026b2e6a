import pytest

from handlers.understanding import codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`REQUIRED_FIELD_MISSING`: [Region__c]", ("REQUIRED_FIELD_MISSING",)),
        ("it says required field missing", ("REQUIRED_FIELD_MISSING",)),
        ("Unable to lock row, twice: unable_to_lock_row", ("UNABLE_TO_LOCK_ROW",)),
        ("insufficient access on cross-reference entity", ("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",)),
        ("insufficient access or read-only", ("INSUFFICIENT_ACCESS_OR_READONLY",)),
        ("INSUFFICIENT_ACCESS_OR_READONLY", ("INSUFFICIENT_ACCESS_OR_READONLY",)),
        ("storage limit exceeded", ("STORAGE_LIMIT_EXCEEDED",)),
        ("invalid_grant: expired access/refresh token", ("INVALID_GRANT",)),
        ("STRING_TOO_LONG then ENTITY_IS_DELETED", ("STRING_TOO_LONG", "ENTITY_IS_DELETED")),
        ("FIELD_CUSTOM_VALIDATION_\nEXCEPTION", ("FIELD_CUSTOM_VALIDATION_EXCEPTION",)),
        ("SOME_NEW_EXCEPTION: what", ("SOME_NEW_EXCEPTION",)),
        ("insufficient access to the room, invalid field", ()),
        ('it says "duplicate value"', ("DUPLICATE_VALUE",)),
        ('the search says "not found"', ()),
        ("INVALID_FIELD here", ("INVALID_FIELD",)),
        ("my variable MAX_RETRY_COUNT and Next_Step__c", ()),
        ("XSTRING_TOO_LONG", ()),
        (
            "string to long, insufficent access on cross refrence entity",
            ("STRING_TOO_LONG", "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"),
        ),
        ("unable to lock rows", ("UNABLE_TO_LOCK_ROW",)),
        ("invalid or null for restricted pick list", ("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",)),
        ("REQUEST_LIMIT_EXCEEDD, STRING_TO_LONG", ("REQUEST_LIMIT_EXCEEDED", "STRING_TOO_LONG")),
        ("cut off: REQUIRED_FIELD_MISS… and DUPLICATE_VAL", ("REQUIRED_FIELD_MISSING", "DUPLICATE_VALUE")),
        ("INVALID_ID and INVALID_OPERATION", ("INVALID_ID", "INVALID_OPERATION")),
        ("DUPLICATE VALUE something", ("DUPLICATE_VALUE",)),
        ("we had duplicate detections, the request limits were exceeded", ()),
        ("the string is too long; a field is required, missing", ()),
    ],
)
def test_find(text: str, found: tuple[str, ...]) -> None:
    assert codes.find(text) == found


def test_mask_tells_signing_in_from_writing() -> None:
    assert codes.mask("a STRING_TOO_LONG b invalid_grant c").split() == ["a", "errorcode", "b", "oautherror", "c"]
