"""Errors of what an organisation adds to saving a record: validation rules, triggers, flows, required fields, duplicate rules."""

from diagnostics.errors.entry import DUPLICATE, FIELD, RULE, Entry
from diagnostics.judgement import Who

OF_RULES: tuple[Entry, ...] = (
    Entry(
        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
        RULE,
        "a validation rule or Apex check refuses the record",
        "a rule on Task, Email Message, Contact or Lead wants something that people fill in by hand and Unify does not write",
        Who.SALESFORCE_ADMIN,
        (
            "Salesforce: Setup → Object Manager → the object → Validation Rules: find the rule with this message.",
            "Exempt the user that Unify signs in as, or relax the rule.",
        ),
    ),
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RULE,
        "automation ran out of Salesforce's limits while it handled the batch",
        "a trigger or package that works record by record met a batch of up to 200 activities",
        Who.SALESFORCE_ADMIN,
        (
            "The trigger or package is named first in the message: make it fit for batches of 200 records, or ask its vendor to.",
            "Until then ask Unify support whether smaller batches can be written.",
        ),
        retryable=True,
        words=("limitexception", "too many soql", "too many dml", "cpu time", "governor"),
    ),
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RULE,
        "an Apex trigger failed while the record was saved",
        "a trigger on Task, Email Message, Contact or Lead, often of a managed package, does not expect what Unify writes",
        Who.SALESFORCE_ADMIN,
        (
            "The trigger is named first in the message: Setup → Apex Triggers.",
            "Mend it, or let it pass the user that Unify signs in as; for a managed package ask its vendor.",
        ),
        words=("execution of", "beforeinsert", "afterinsert", "beforeupdate", "afterupdate", "trigger", "exception"),
    ),
    Entry(
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        RULE,
        "an Apex trigger failed while the record was saved (or, where the message names a kind of record, the user may not "
        "create it)",
        "a trigger on Task, Email Message, Contact or Lead does not expect what Unify writes",
        Who.SALESFORCE_ADMIN,
        (
            "Read the message: a trigger is named first in it (Setup → Apex Triggers). Mend it, or let it pass the user that "
            "Unify signs in as.",
            "If it names a kind of record instead, give that user Create on the object.",
        ),
    ),
    Entry(
        "CANNOT_EXECUTE_FLOW_TRIGGER",
        RULE,
        "a record-triggered flow or process failed",
        "a flow on Task or Email Message was built for records made on screen: it misses a related record, or sends an email",
        Who.SALESFORCE_ADMIN,
        (
            "The flow is named in the message: Setup → Flows.",
            "Salesforce has sent its owner an email with the Error ID; mend the flow or give it a fault path.",
        ),
    ),
    Entry(
        "APEX_ERROR",
        RULE,
        "custom Apex code failed",
        "a class of the organisation's own, or of a package, runs when activities are written",
        Who.SALESFORCE_ADMIN,
        ("The class and line stand in the message: Setup → Apex Classes.", "Mend it, or ask the package's vendor."),
    ),
    Entry(
        "REQUIRED_FIELD_MISSING",
        FIELD,
        "a field that must have a value is empty",
        "a custom field was made required on the field itself, and Unify does not fill it (updates that do not touch it fail, too)",
        Who.BOTH_ADMINS,
        (
            "The fields stand in brackets at the end of the message.",
            "Unify: Settings → Integrations → Salesforce → field mappings: set them to read & write, with a default value.",
            "Or Salesforce: require them on the page layout only, which does not block Unify.",
        ),
    ),
    Entry(
        "DUPLICATES_DETECTED",
        DUPLICATE,
        "a duplicate rule blocks the record",
        "Unify creates a Contact, Lead or Account that resembles one that exists; whatever belongs to it is then not written either",
        Who.SALESFORCE_ADMIN,
        (
            "Salesforce: Setup → Duplicate Rules: the rule on that object.",
            "Merge the records that it finds alike, or exempt the user that Unify signs in as.",
        ),
    ),
    Entry(
        "DUPLICATE_VALUE",
        DUPLICATE,
        "a field that must be unique has this value on another record already",
        "two writers stamp the same external id, or one record was created twice",
        Who.BOTH_ADMINS,
        (
            "The field and the other record's id stand in the message.",
            "Clear the value there, or merge the two records.",
        ),
    ),
    Entry(
        "DUPLICATE_EXTERNAL_ID",
        DUPLICATE,
        "several records carry the same external id",
        "the field that records are matched by is not unique",
        Who.SALESFORCE_ADMIN,
        ("Make the external-id field unique, and merge the records that share a value.",),
    ),
)
