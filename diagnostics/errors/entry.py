"""What one entry of the catalogue of errors says."""

from dataclasses import dataclass

from diagnostics.judgement import Who

RULE, FIELD, RIGHT = "write-rejected-validation-rule", "write-rejected-required-field", "write-rejected-permission"
DUPLICATE, OTHER = "write-rejected-duplicate-rule", "write-rejected-other"
LOGIN, LIMIT, INACTIVE = "credentials-expired", "api-limit-reached", "integration-user-inactive"
CONVERTED, API_RIGHT = "lead-converted", "missing-system-permission"


@dataclass(frozen=True, slots=True)
class Entry:
    """One code, or one variant of it told apart by `words` (lower case, any of them in its message).

    `cause_id` is the cause it belongs to; `meaning` says what Salesforce refuses, `likely` what in email sync usually
    brings it about (both in words that follow a colon); `retryable`: the same write may pass later without anybody's doing.
    """

    code: str
    cause_id: str
    meaning: str
    likely: str
    who: Who
    steps: tuple[str, ...]
    retryable: bool = False
    words: tuple[str, ...] = ()
