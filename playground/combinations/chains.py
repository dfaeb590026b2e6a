"""A fault upstream, and what follows from it or stands beside it: only the first is to be named as the reason."""

from playground.combinations.consequences import (
    blocked_minutes_ago,
    both_off,
    edit_tasks_missing,
    email_message_read_only,
    frozen_and_expired,
    gmail_minutes_ago,
    inactive_and_refused,
    inactive_error,
    no_api_and_refused,
    no_api_error,
    no_email_address,
    no_person_for_a_duplicate,
    off_and_forbidden,
    refused_for,
    refused_minutes_ago,
    stranger_minutes_ago,
    stuck_minutes_ago,
)
from playground.combinations.several import no_email_edit, no_task_edit
from playground.combinations.together import together
from playground.faults import Truth, Variant, phrases
from playground.faults.credentials_expired import logins_fail, page_says_so
from playground.faults.fault import admin, rep, support
from playground.faults.lead_converted import on_contact
from playground.faults.mapping_read_only import required, validated
from playground.faults.no_emailmessage_access import no_access_activities
from playground.faults.no_emailmessage_field_edit import error_names_it
from playground.faults.writing_disabled import switched_off

LOGIN, WRITING, DELAY = "credentials-expired", "writing-disabled", "within-normal-delay"
INACTIVE, RIGHT, PERSON = "integration-user-inactive", "write-rejected-permission", "person-not-in-salesforce"
_ALL = (*phrases.NOTHING_SYNCS, *phrases.STATUS)
_BY_ADMIN = tuple(c for c in (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING) if c.voice == "admin")
_PASTED = (
    support("write-error", "Customer's Errors page: `{error}`. What is missing?"),
    admin("write-error", "Errors/Skipped Records is full of {error}"),
)


def _chain(
    *causes: str, explained: tuple[str, ...] = (), also_found: tuple[str, ...] = (), besides: tuple[str, ...] = ()
) -> Truth:
    return Truth(causes=causes, explained=explained, also_found=also_found, besides=besides)


_GMAIL = (rep("email-missing", "I sent {contact} an email from Gmail {when}, it isn't in Salesforce"),)
_REFUSED = (
    support(
        "email-missing", "The email to {contact}, sent {when}, is not in Salesforce. The Errors page says: {error}"
    ),
)
_BOTH = (
    admin(
        "body-missing",
        "Emails arrive as Tasks without text. Both Email Message Writeback (Unify) and Enhanced Email (Salesforce) are off.",
    ),
    support(
        "body-missing",
        "Customer's replies arrive as Tasks with no body. Email Message Writeback and Enhanced Email are both off.",
    ),
)
_READ_ONLY = (
    support("write-error", "Emails fail with {error}. The mapping of that field is read only."),
    admin("write-error", "Emails fail with {error}. What should we change?"),
)
_LOGIN_ERROR = (
    admin("login-broken", "Unify says `{error}` when it connects to Salesforce. What now?"),
    support("login-broken", "Customer can't connect Unify to Salesforce any more, authentication fails with: {error}"),
)
CHAINS: tuple[Variant, ...] = (
    Variant(
        "inactive>logins",
        inactive_and_refused,
        (*_ALL, *phrases.EMAIL_MISSING[:3]),
        _chain(INACTIVE, explained=(LOGIN,)),
    ),
    Variant("inactive>oauth-error", inactive_error, _LOGIN_ERROR, _chain(INACTIVE, besides=(LOGIN,))),
    Variant(
        "frozen>page",
        frozen_and_expired,
        (
            rep("login-broken", "unify shows a banner that our salesforce connection is expired, what should we do?"),
            *_BY_ADMIN,
        ),
        _chain(INACTIVE, besides=(LOGIN,)),
    ),
    Variant(
        "logins+task-edit",
        together(logins_fail, edit_tasks_missing),
        (*_ALL[:3], *phrases.EMAIL_MISSING[:3]),
        _chain(LOGIN, also_found=("no-task-edit",)),
    ),
    Variant(
        "page+email-edit",
        together(page_says_so, email_message_read_only),
        _BY_ADMIN,
        _chain(LOGIN, also_found=("no-emailmessage-edit",)),
    ),
    Variant(
        "logins+contact",
        together(logins_fail, no_email_address),
        phrases.EMAIL_MISSING_BY_LINK,
        _chain(LOGIN, also_found=("contact-without-email",)),
    ),
    Variant(
        "writing+task-edit",
        together(switched_off, edit_tasks_missing),
        _BY_ADMIN,
        _chain(WRITING, also_found=("no-task-edit",)),
    ),
    Variant(
        "writing+contact",
        together(switched_off, no_email_address),
        (
            admin(
                "email-missing",
                'There is no email from {when} on {contact_link}. "Enable writing to Salesforce" is switched off in Unify.',
            ),
        ),
        _chain(WRITING, also_found=("contact-without-email",)),
    ),
    Variant(
        "no-api>logins",
        no_api_and_refused,
        (*_ALL, *phrases.EMAIL_MISSING[:3]),
        _chain("missing-system-permission", explained=(LOGIN,)),
    ),
    Variant("no-api>session-error", no_api_error, _PASTED, _chain("missing-system-permission", besides=(LOGIN,))),
    Variant(
        "enhanced-email>writeback",
        both_off,
        _BOTH,
        _chain("enhanced-email-off", explained=("email-message-writeback-off",)),
    ),
    Variant(
        "enhanced-email>permission",
        off_and_forbidden,
        (*phrases.BODY_MISSING, *phrases.EMAIL_MISSING[:3]),
        _chain(
            "enhanced-email-off",
            besides=("no-emailmessage-edit", "no-emailmessage-access"),
        ),
    ),
    Variant(
        "access>edit",
        no_access_activities,
        (*phrases.EMAIL_MISSING[:3], *phrases.STATUS),
        _chain("no-emailmessage-access", explained=("no-emailmessage-edit",)),
    ),
    Variant(
        "task-edit>error",
        refused_for(no_task_edit, "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id"),
        _PASTED,
        _chain("no-task-edit", explained=(RIGHT,)),
    ),
    Variant(
        "email-edit>error",
        refused_for(no_email_edit, "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id"),
        _PASTED,
        _chain("no-emailmessage-edit", explained=(RIGHT,)),
    ),
    Variant(
        "email-edit>entity",
        refused_for(
            no_email_edit, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message"
        ),
        _PASTED,
        _chain("no-emailmessage-edit", explained=(RIGHT,)),
    ),
    Variant("field-edit>error", error_names_it, _PASTED, _chain("no-emailmessage-field-edit", explained=(RIGHT,))),
    Variant(
        "duplicate>person",
        no_person_for_a_duplicate,
        _REFUSED,
        _chain("write-rejected-duplicate-rule", explained=(PERSON,)),
    ),
    Variant(
        "converted>duplicate",
        on_contact,
        phrases.EMAIL_MISSING_ON_LEAD,
        _chain("lead-converted", explained=("logged-on-duplicate",)),
    ),
    Variant(
        "read-only>required",
        required,
        _READ_ONLY,
        _chain("mapping-read-only", explained=("write-rejected-required-field",)),
    ),
    Variant(
        "read-only>validated",
        validated,
        _READ_ONLY[:1],
        _chain("mapping-read-only", explained=("write-rejected-validation-rule",)),
    ),
    Variant("person>delay", stranger_minutes_ago, phrases.EMAIL_MISSING, _chain(PERSON, explained=(DELAY,))),
    Variant(
        "gmail>delay",
        gmail_minutes_ago,
        _GMAIL,
        _chain("sent-outside-unify", explained=(DELAY,)),
    ),
    Variant("error>delay", refused_minutes_ago, _REFUSED, _chain("write-rejected-other", explained=(DELAY,))),
    Variant(
        "mailbox>delay",
        stuck_minutes_ago,
        phrases.EMAIL_MISSING[:3],
        _chain("mailbox-disconnected", explained=(DELAY,)),
    ),
    Variant(
        "never-sent>delay", blocked_minutes_ago, phrases.EMAIL_MISSING[:3], _chain("never-sent", explained=(DELAY,))
    ),
)
