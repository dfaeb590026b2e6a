"""A fault upstream, and what follows from it or stands beside it: only the first is to be named as the reason."""

from collections.abc import Callable

from playground.combinations.several import no_email_edit, no_task_edit
from playground.combinations.together import together
from playground.company import Company
from playground.faults import Truth, Variant, phrases
from playground.faults.credentials_expired import logins_fail, page_says_so
from playground.faults.enhanced_email_off import off
from playground.faults.fault import admin, rep, support
from playground.faults.integration_user_inactive import deactivated, frozen
from playground.faults.lead_converted import on_contact
from playground.faults.mapping_read_only import required, validated
from playground.faults.missing_system_permission import no_api
from playground.faults.no_emailmessage_access import no_access_activities
from playground.faults.no_emailmessage_field_edit import error_names_it
from playground.faults.person_not_in_salesforce import stranger
from playground.faults.write_rejected_duplicate_rule import blocked
from playground.faults.write_rejected_validation_rule import refused
from playground.faults.writing_disabled import switched_off

LOGIN, WRITING, DELAY = "credentials-expired", "writing-disabled", "within-normal-delay"
INACTIVE, RIGHT, PERSON = "integration-user-inactive", "write-rejected-permission", "person-not-in-salesforce"
_ALL = (*phrases.NOTHING_SYNCS, *phrases.STATUS)
_BY_ADMIN = tuple(c for c in (*phrases.NOTHING_SYNCS, *phrases.EMAIL_MISSING) if c.voice == "admin")
_PASTED = (
    support("write-error", "Customer's Errors page: `{error}`. What is missing?"),
    admin("write-error", "Errors/Skipped Records is full of {error}"),
)


def _inactive_and_refused(company: Company) -> None:
    """Deactivated: each sign-in since then fails because of it."""
    deactivated(company)
    company.logins_fail(company.ago(hours=4), "User is Inactive")


def _inactive_error(company: Company) -> None:
    deactivated(company)
    company.words["error"] = company.truths["write-error"] = "invalid_grant: inactive user"
    company.truths["connection"] = "expired"


def _frozen_and_expired(company: Company) -> None:
    frozen(company)
    company.truths["connection"] = "expired"


def _no_api_and_refused(company: Company) -> None:
    no_api(company)
    company.logins_fail(company.ago(hours=3.5), "Failed: API access is disabled")


def _no_api_error(company: Company) -> None:
    no_api(company)
    company.words["error"] = "INVALID_SESSION_ID: This session is not valid for use with the REST API"
    company.truths |= {"write-error": company.words["error"], "connection": "expired"}


def _no_email_address(company: Company) -> None:
    company.org.update("Contact", company.contact.id, Email=None)


def _both_off(company: Company) -> None:
    off(company)
    company.truths["writeback"] = "off"


def _off_and_forbidden(company: Company) -> None:
    off(company)
    company.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)


def _refused_for(part: Callable[[Company], None], error: str) -> Callable[[Company], None]:
    def differs(company: Company) -> None:
        part(company)
        refused(company, error)

    return differs


def _no_person_for_a_duplicate(company: Company) -> None:
    """The Contact could not be made, so there is none."""
    to = stranger(company)
    blocked(company)
    company.space.steps.pop()
    company.lose(company.ago(hours=5), to)


def _stranger_minutes_ago(company: Company) -> None:
    company.lose(company.ago(company.chance.randint(8, 20)), stranger(company))


def _refused_minutes_ago(company: Company) -> None:
    refused(company, "STRING_TOO_LONG: Subject: data value too large (max length=255)")
    company.space.steps.pop()
    company.lose(company.ago(company.chance.randint(8, 20)))


def _gmail_minutes_ago(company: Company) -> None:
    company.truths["origin"] = "gmail"
    company.lose(company.ago(company.chance.randint(8, 20)), sent=False)


def _stuck_minutes_ago(company: Company) -> None:
    company.rep.mailbox["is_unauthorized"] = True
    at, subject = company.ago(company.chance.randint(8, 20)), company.fresh_subject()
    company.space.send(company.contact.enrolled, subject, None, status="PENDING")["updated"] = at
    company.tell(at, subject)


def _blocked_minutes_ago(company: Company) -> None:
    company.contact.enrolled["is_excluded"] = True
    at, subject = company.ago(company.chance.randint(8, 20)), company.fresh_subject()
    company.space.send(company.contact.enrolled, subject, None, status="CANCELED")["updated"] = at
    company.tell(at, subject)


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
        _inactive_and_refused,
        (*_ALL, *phrases.EMAIL_MISSING[:3]),
        _chain(INACTIVE, explained=(LOGIN,)),
    ),
    Variant("inactive>oauth-error", _inactive_error, _LOGIN_ERROR, _chain(INACTIVE, besides=(LOGIN,))),
    Variant(
        "frozen>page",
        _frozen_and_expired,
        (
            rep("login-broken", "unify shows a banner that our salesforce connection is expired, what should we do?"),
            *_BY_ADMIN,
        ),
        _chain(INACTIVE, besides=(LOGIN,)),
    ),
    Variant(
        "logins+task-edit",
        together(logins_fail, lambda c: c.revoke("PermissionsEditTask")),
        (*_ALL[:3], *phrases.EMAIL_MISSING[:3]),
        _chain(LOGIN, also_found=("no-task-edit",)),
    ),
    Variant(
        "page+email-edit",
        together(page_says_so, lambda c: c.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)),
        _BY_ADMIN,
        _chain(LOGIN, also_found=("no-emailmessage-edit",)),
    ),
    Variant(
        "logins+contact",
        together(logins_fail, _no_email_address),
        phrases.EMAIL_MISSING_BY_LINK,
        _chain(LOGIN, also_found=("contact-without-email",)),
    ),
    Variant(
        "writing+task-edit",
        together(switched_off, lambda c: c.revoke("PermissionsEditTask")),
        _BY_ADMIN,
        _chain(WRITING, also_found=("no-task-edit",)),
    ),
    Variant(
        "writing+contact",
        together(switched_off, _no_email_address),
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
        _no_api_and_refused,
        (*_ALL, *phrases.EMAIL_MISSING[:3]),
        _chain("missing-system-permission", explained=(LOGIN,)),
    ),
    Variant("no-api>session-error", _no_api_error, _PASTED, _chain("missing-system-permission", besides=(LOGIN,))),
    Variant(
        "enhanced-email>writeback",
        _both_off,
        _BOTH,
        _chain("enhanced-email-off", explained=("email-message-writeback-off",)),
    ),
    Variant(
        "enhanced-email>permission",
        _off_and_forbidden,
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
        _refused_for(no_task_edit, "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id"),
        _PASTED,
        _chain("no-task-edit", explained=(RIGHT,)),
    ),
    Variant(
        "email-edit>error",
        _refused_for(no_email_edit, "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id"),
        _PASTED,
        _chain("no-emailmessage-edit", explained=(RIGHT,)),
    ),
    Variant(
        "email-edit>entity",
        _refused_for(
            no_email_edit, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Email Message"
        ),
        _PASTED,
        _chain("no-emailmessage-edit", explained=(RIGHT,)),
    ),
    Variant("field-edit>error", error_names_it, _PASTED, _chain("no-emailmessage-field-edit", explained=(RIGHT,))),
    Variant(
        "duplicate>person",
        _no_person_for_a_duplicate,
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
    Variant("person>delay", _stranger_minutes_ago, phrases.EMAIL_MISSING, _chain(PERSON, explained=(DELAY,))),
    Variant(
        "gmail>delay",
        _gmail_minutes_ago,
        _GMAIL,
        _chain("sent-outside-unify", explained=(DELAY,)),
    ),
    Variant("error>delay", _refused_minutes_ago, _REFUSED, _chain("write-rejected-other", explained=(DELAY,))),
    Variant(
        "mailbox>delay",
        _stuck_minutes_ago,
        phrases.EMAIL_MISSING[:3],
        _chain("mailbox-disconnected", explained=(DELAY,)),
    ),
    Variant(
        "never-sent>delay", _blocked_minutes_ago, phrases.EMAIL_MISSING[:3], _chain("never-sent", explained=(DELAY,))
    ),
)
