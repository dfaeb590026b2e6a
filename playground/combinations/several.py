"""Two or three faults that know nothing of each other: all of them are to be named, and nothing else."""

from playground.combinations.together import errors, together
from playground.company import Company
from playground.faults import Truth, Variant, phrases
from playground.faults.email_message_writeback_off import tasks_only
from playground.faults.enhanced_email_off import off
from playground.faults.fault import admin, rep, support
from playground.faults.mapping_not_retroactive import young_field
from playground.faults.missing_system_permission import no_users
from playground.faults.no_contact_view_all import hidden
from playground.faults.no_emailmessage_field_edit import lock
from playground.faults.sender_not_matched import other_address as sender_elsewhere
from playground.faults.write_rejected_duplicate_rule import blocked
from playground.faults.write_rejected_other import known_code
from playground.faults.write_rejected_permission import record_locked_away
from playground.faults.write_rejected_required_field import one
from playground.faults.write_rejected_validation_rule import on_task

_ERRORS = (
    support("write-error", "Customer's Errors page shows several lines:\n{error}\nWhat is wrong there?"),
    admin("write-error", "Errors/Skipped Records has these errors:\n{error}"),
)


def _two_day_old_reply(company: Company) -> None:
    """Sent by the sequence and logged; Unify knows of no answer."""
    company.send(company.contact, company.fresh_subject(), company.ago(hours=40))
    company.tell(company.ago(hours=company.chance.choice((4, 26))))


def new_thread(company: Company) -> None:
    _two_day_old_reply(company)
    company.truths["reply-thread"] = "new"


def other_address(company: Company) -> None:
    _two_day_old_reply(company)
    company.truths["reply-address"] = "other"


def no_task_edit(company: Company) -> None:
    company.silence(company.ago(hours=3.5))
    company.revoke("PermissionsEditTask")


def no_email_edit(company: Company) -> None:
    company.as_tasks(company.ago(hours=3.5))
    company.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)


def lost(company: Company) -> None:
    company.lose(company.ago(hours=2))


def young_and_locked(company: Company) -> None:
    young_field(company)
    lock(company, "EmailMessage", company.words["field"])


_REPLY = tuple(c for c in phrases.REPLY_MISSING if c.voice == "rep")
_BOTH_REPLY = (
    rep(
        "reply-missing",
        "{contact} replied {when} in a new thread and from another address; the reply isn't in Salesforce",
    ),
    support(
        "reply-missing",
        "Ticket: {contact} answered {when} with a brand-new email, from a different address. The reply is not in Salesforce.",
    ),
)
_NEW = (
    rep("reply-missing", "{contact} replied {when} in a new thread, the reply isn't in Salesforce"),
    support(
        "reply-missing",
        "Ticket: {contact} answered {when} with a brand-new email instead of hitting reply. Not in Salesforce.",
    ),
)
_OTHER = (
    rep("reply-missing", "{contact} replied {when} in the same thread but from another address, not in Salesforce"),
    support(
        "reply-missing",
        "Ticket: {contact} replied {when} from a different address than the one we emailed; the reply isn't in Salesforce.",
    ),
)
_FIELD = (
    rep("field-empty", "the field {field} is empty on the emails to {contact} in Salesforce"),
    support("field-empty", "Ticket: custom field {field} stays blank on the email activities with {contact}."),
)


def _truth(*causes: str) -> Truth:
    return Truth(causes=causes)


RULE, FIELD, RIGHT = "write-rejected-validation-rule", "write-rejected-required-field", "write-rejected-permission"
OTHER, DUPLICATE = "write-rejected-other", "write-rejected-duplicate-rule"
SEVERAL: tuple[Variant, ...] = (
    Variant("rule+field", errors(on_task, one), _ERRORS, _truth(RULE, FIELD)),
    Variant("rule+other", errors(on_task, known_code), _ERRORS, _truth(RULE, OTHER)),
    Variant("field+right", errors(one, record_locked_away), _ERRORS, _truth(FIELD, RIGHT)),
    Variant("rule+right", errors(on_task, record_locked_away), _ERRORS, _truth(RULE, RIGHT)),
    Variant("rule+duplicate", errors(on_task, blocked), _ERRORS, _truth(RULE, DUPLICATE)),
    Variant("other+field", errors(known_code, one), _ERRORS, _truth(OTHER, FIELD)),
    Variant("rule+field+other", errors(on_task, one, known_code), _ERRORS, _truth(RULE, FIELD, OTHER)),
    Variant(
        "rule+field+right",
        errors(on_task, one, record_locked_away),
        _ERRORS,
        _truth(RULE, FIELD, RIGHT),
    ),
    Variant(
        "thread+address",
        together(new_thread, other_address),
        (*_BOTH_REPLY, *_REPLY),
        _truth("reply-in-other-thread", "reply-to-other-address"),
    ),
    Variant(
        "thread+task-edit",
        together(new_thread, no_task_edit),
        _NEW,
        _truth("no-task-edit", "reply-in-other-thread"),
    ),
    Variant(
        "thread+email-edit",
        together(new_thread, no_email_edit),
        _NEW,
        _truth("no-emailmessage-edit", "reply-in-other-thread"),
    ),
    Variant(
        "address+task-edit",
        together(other_address, no_task_edit),
        _OTHER,
        _truth("no-task-edit", "reply-to-other-address"),
    ),
    Variant(
        "thread+writeback",
        together(new_thread, tasks_only),
        _NEW,
        _truth("email-message-writeback-off", "reply-in-other-thread"),
    ),
    Variant(
        "thread+address+task-edit",
        together(new_thread, other_address, no_task_edit),
        _BOTH_REPLY,
        _truth("no-task-edit", "reply-in-other-thread", "reply-to-other-address"),
    ),
    Variant(
        "thread+task-edit+email-edit",
        together(new_thread, no_email_edit, no_task_edit),
        _NEW,
        _truth("no-task-edit", "no-emailmessage-edit", "reply-in-other-thread"),
    ),
    Variant(
        "task-edit+email-edit",
        together(no_email_edit, no_task_edit, lost),
        phrases.EMAIL_MISSING,
        _truth("no-task-edit", "no-emailmessage-edit"),
    ),
    Variant(
        "task-edit+contact-hidden",
        together(no_task_edit, hidden),
        phrases.EMAIL_MISSING[:3],
        _truth("no-task-edit", "no-contact-view-all"),
    ),
    Variant(
        "task-edit+rule",
        together(no_task_edit, on_task),
        (support("write-error", "Customer's Errors page shows for one email: `{error}`. What does it want?"),),
        _truth(RULE, "no-task-edit"),
    ),
    Variant(
        "sender+view-all-users",
        together(sender_elsewhere, no_users),
        phrases.WRONG_OWNER,
        _truth("sender-not-matched", "missing-system-permission"),
    ),
    Variant(
        "writeback+email-edit",
        together(tasks_only, no_email_edit),
        phrases.BODY_MISSING,
        _truth("email-message-writeback-off", "no-emailmessage-edit"),
    ),
    Variant(
        "young-field+field-edit",
        young_and_locked,
        _FIELD,
        _truth("mapping-not-retroactive", "no-emailmessage-field-edit"),
    ),
    Variant(
        "enhanced-email+task-edit",
        together(off, no_task_edit),
        (*_REPLY, *phrases.EMAIL_MISSING[:3]),
        _truth("enhanced-email-off", "no-task-edit"),
        named=True,
    ),
)
