"""Errors of a record's own state, of its owner, and of what it points at; and of its having no room."""

from diagnostics.errors.entry import CONVERTED, OTHER, Entry
from diagnostics.judgement import Who

_MAPPINGS = "Unify: Settings → Integrations → Salesforce → field mappings: "
_THE_OTHER = "Find the other error of the same answer, the first that is neither this code nor PROCESSING_HALTED: that one is the reason."

OF_RECORDS: tuple[Entry, ...] = (
    Entry(
        "UNABLE_TO_LOCK_ROW",
        OTHER,
        "somebody else was changing the record at that moment",
        "many activities of one Contact or Account were written at once, or a roll-up or nightly job held it",
        Who.NOBODY,
        (
            "Nothing, once: the next sync tries again.",
            "If it is constant, your Salesforce admin looks for the automation that holds the record (roll-ups, nightly jobs).",
        ),
        retryable=True,
    ),
    Entry(
        "ENTITY_IS_DELETED",
        OTHER,
        "the record was deleted or merged away",
        "the Contact, Lead or Task was deleted or merged after Unify had read it",
        Who.SALESFORCE_ADMIN,
        (
            "Restore it from the recycle bin, or, if it was merged, use the record that is left.",
            "Unify learns of it when it next reads Salesforce.",
        ),
    ),
    Entry(
        "ENTITY_IS_LOCKED",
        OTHER,
        "an approval process has locked the record",
        "a Lead, Opportunity or other parent is waiting for approval",
        Who.SALESFORCE_ADMIN,
        ("Approve, reject or unlock the record; then it can be written again.",),
    ),
    Entry(
        "ENTITY_IS_ARCHIVED",
        OTHER,
        "the activity is archived and cannot change any more",
        "a Task of more than a year ago is to be changed",
        Who.NOBODY,
        ("Nothing to do: Salesforce archives closed activities after a year.",),
    ),
    Entry(
        "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE",
        OTHER,
        "the record changed in between",
        "somebody saved it while Unify was writing",
        Who.NOBODY,
        ("Nothing: the next sync reads it again.",),
        retryable=True,
    ),
    Entry(
        "CANNOT_UPDATE_CONVERTED_LEAD",
        CONVERTED,
        "the Lead has become a Contact and is read only",
        "an activity or field is written to a Lead that was converted meanwhile",
        Who.SALESFORCE_ADMIN,
        (
            "Look at the Contact it became: activity belongs there now.",
            "To let Unify write to converted Leads, grant View and Edit Converted Leads to the user that it signs in as.",
        ),
    ),
    Entry(
        "CANNOT_REPARENT_RECORD",
        OTHER,
        "the record may not be moved",
        "the owner of the account is inactive",
        Who.SALESFORCE_ADMIN,
        ("Activate or change the owner of the account, then try again.",),
    ),
    Entry(
        "INACTIVE_OWNER_OR_USER",
        OTHER,
        "the owner is an inactive Salesforce user",
        "a rep has left, and the Unify sender is still matched to their Salesforce user",
        Who.BOTH_ADMINS,
        ("Match the Unify sender to an active Salesforce user (the addresses must be equal), or activate that user.",),
    ),
    Entry(
        "OP_WITH_INVALID_USER_TYPE_EXCEPTION",
        OTHER,
        "that kind of user cannot own this",
        "the owner is a Chatter, portal or guest user",
        Who.SALESFORCE_ADMIN,
        ("Use a standard user as owner.",),
    ),
    Entry(
        "INVALID_CROSS_REFERENCE_KEY",
        OTHER,
        "an id points at nothing that this user can use",
        "the id is of another organisation (sandbox and production), of a deleted record, or of a record type that the user lacks",
        Who.BOTH_ADMINS,
        (
            "Check that the id in the message belongs to this organisation and still exists.",
            "If it is a record type (012…), assign it to the user that Unify signs in as.",
        ),
    ),
    Entry(
        "INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD",
        OTHER,
        "an id is of the wrong kind of record",
        "a Lead stands where an Account belongs, or the other way round",
        Who.UNIFY_ADMIN,
        (f"{_MAPPINGS}a person's field takes a Contact or Lead, a related-to field an Account or Opportunity.",),
    ),
    Entry(
        "UNAVAILABLE_RECORDTYPE_EXCEPTION",
        OTHER,
        "the user has no record type for this object",
        "Task, Contact or Lead have record types, and none is assigned to the user",
        Who.SALESFORCE_ADMIN,
        ("Assign a default record type of the object to the user that Unify signs in as.",),
    ),
    Entry(
        "INVALID_PERSON_ACCOUNT_OPERATION",
        OTHER,
        "this cannot be done to person accounts",
        "the organisation uses person accounts, where a person is an Account and not a Contact",
        Who.UNIFY_SUPPORT,
        ("Tell Unify support that the organisation uses person accounts, with the whole line.",),
    ),
    Entry(
        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
        OTHER,
        "the record was undone because another one of its batch failed",
        "several records are written together, and one of them has an error of its own",
        Who.NOBODY,
        (_THE_OTHER, "When that one is mended, this record is written as well."),
    ),
    Entry(
        "PROCESSING_HALTED",
        OTHER,
        "the record was not tried because another one that it needs failed",
        "it points at a record of the same request that has an error of its own",
        Who.NOBODY,
        (
            _THE_OTHER.replace("PROCESSING_HALTED", "ALL_OR_NONE_OPERATION_ROLLED_BACK"),
            "When that one is mended, this record is written as well.",
        ),
    ),
    Entry(
        "DELETE_FAILED",
        OTHER,
        "a record could not be deleted because others hang on it",
        "somebody deletes records; writing email activity deletes nothing",
        Who.SALESFORCE_ADMIN,
        ("Remove what hangs on it first; email activity itself needs no deletion.",),
    ),
    Entry(
        "STORAGE_LIMIT_EXCEEDED",
        OTHER,
        "the organisation's storage is full",
        "each email takes two records, an Email Message and a Task",
        Who.SALESFORCE_ADMIN,
        ("Setup → Storage Usage: delete, archive or buy storage.", "Then look at Errors/Skipped Records again."),
    ),
)
