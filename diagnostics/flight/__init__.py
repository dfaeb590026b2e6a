"""The flight recorder's stages: one file each, in the order in which an email passes them."""

from diagnostics.flight.known_on_both_sides import known_on_both_sides
from diagnostics.flight.mailbox_healthy import mailbox_healthy
from diagnostics.flight.on_the_right_record import on_the_right_record
from diagnostics.flight.opens_up_to_date import opens_up_to_date
from diagnostics.flight.reply_in_thread import reply_in_thread
from diagnostics.flight.right_owner import right_owner
from diagnostics.flight.sent_from_unify import sent_from_unify
from diagnostics.flight.write_allowed import write_allowed
from diagnostics.flight.written import written
from diagnostics.stage import Stage

STAGES: tuple[Stage, ...] = (
    sent_from_unify,
    mailbox_healthy,
    known_on_both_sides,
    reply_in_thread,
    write_allowed,
    written,
    on_the_right_record,
    right_owner,
    opens_up_to_date,
)
