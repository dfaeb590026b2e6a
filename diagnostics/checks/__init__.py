"""The causes: one file each. LADDER is their order of triage, upstream first; a test refuses a file that is not on it."""

from diagnostics.check import Check
from diagnostics.checks.api_limit_reached import api_limit_reached
from diagnostics.checks.contact_without_email import contact_without_email
from diagnostics.checks.credentials_expired import credentials_expired
from diagnostics.checks.email_message_writeback_off import email_message_writeback_off
from diagnostics.checks.enhanced_email_off import enhanced_email_off
from diagnostics.checks.integration_user_inactive import integration_user_inactive
from diagnostics.checks.lead_converted import lead_converted
from diagnostics.checks.lead_without_email import lead_without_email
from diagnostics.checks.logged_by_other_tool import logged_by_other_tool
from diagnostics.checks.logged_on_duplicate import logged_on_duplicate
from diagnostics.checks.mailbox_disconnected import mailbox_disconnected
from diagnostics.checks.mapping_not_retroactive import mapping_not_retroactive
from diagnostics.checks.mapping_read_only import mapping_read_only
from diagnostics.checks.missing_system_permission import missing_system_permission
from diagnostics.checks.never_sent import never_sent
from diagnostics.checks.no_contact_view_all import no_contact_view_all
from diagnostics.checks.no_emailmessage_access import no_emailmessage_access
from diagnostics.checks.no_emailmessage_edit import no_emailmessage_edit
from diagnostics.checks.no_emailmessage_field_edit import no_emailmessage_field_edit
from diagnostics.checks.no_task_edit import no_task_edit
from diagnostics.checks.opens_in_standard_field import opens_in_standard_field
from diagnostics.checks.out_of_office_reply import out_of_office_reply
from diagnostics.checks.person_not_in_salesforce import person_not_in_salesforce
from diagnostics.checks.reply_in_other_thread import reply_in_other_thread
from diagnostics.checks.reply_to_other_address import reply_to_other_address
from diagnostics.checks.sender_not_matched import sender_not_matched
from diagnostics.checks.sent_outside_unify import sent_outside_unify
from diagnostics.checks.within_normal_delay import within_normal_delay
from diagnostics.checks.write_rejected_duplicate_rule import write_rejected_duplicate_rule
from diagnostics.checks.write_rejected_other import write_rejected_other
from diagnostics.checks.write_rejected_permission import write_rejected_permission
from diagnostics.checks.write_rejected_required_field import write_rejected_required_field
from diagnostics.checks.write_rejected_validation_rule import write_rejected_validation_rule
from diagnostics.checks.writes_paused_during_read import writes_paused_during_read
from diagnostics.checks.writing_disabled import writing_disabled

LADDER: tuple[Check, ...] = (
    integration_user_inactive,
    missing_system_permission,
    credentials_expired,
    writing_disabled,
    api_limit_reached,
    writes_paused_during_read,
    sent_outside_unify,
    mailbox_disconnected,
    never_sent,
    mapping_read_only,
    write_rejected_validation_rule,
    write_rejected_required_field,
    no_emailmessage_access,
    no_emailmessage_edit,
    no_emailmessage_field_edit,
    no_contact_view_all,
    no_task_edit,
    write_rejected_permission,
    write_rejected_duplicate_rule,
    write_rejected_other,
    contact_without_email,
    lead_without_email,
    lead_converted,
    logged_on_duplicate,
    logged_by_other_tool,
    person_not_in_salesforce,
    enhanced_email_off,
    email_message_writeback_off,
    opens_in_standard_field,
    out_of_office_reply,
    reply_in_other_thread,
    reply_to_other_address,
    sender_not_matched,
    mapping_not_retroactive,
    within_normal_delay,
)
