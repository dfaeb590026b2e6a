"""Faults with what follows from them."""

from playground.combinations.together import Differs
from playground.company import Company
from playground.faults.enhanced_email_off import off
from playground.faults.integration_user_inactive import deactivated, frozen
from playground.faults.missing_system_permission import no_api
from playground.faults.person_not_in_salesforce import stranger
from playground.faults.write_rejected_duplicate_rule import blocked
from playground.faults.write_rejected_validation_rule import refused


def inactive_and_refused(company: Company) -> None:
    """Deactivated: each sign-in since then fails because of it."""
    deactivated(company)
    company.logins_fail(company.ago(hours=4), "User is Inactive")


def inactive_error(company: Company) -> None:
    deactivated(company)
    company.words["error"] = company.truths["write-error"] = "invalid_grant: inactive user"
    company.truths["connection"] = "expired"


def frozen_and_expired(company: Company) -> None:
    frozen(company)
    company.truths["connection"] = "expired"


def no_api_and_refused(company: Company) -> None:
    no_api(company)
    company.logins_fail(company.ago(hours=3.5), "Failed: API access is disabled")


def no_api_error(company: Company) -> None:
    no_api(company)
    company.words["error"] = "INVALID_SESSION_ID: This session is not valid for use with the REST API"
    company.truths |= {"write-error": company.words["error"], "connection": "expired"}


def edit_tasks_missing(company: Company) -> None:
    company.revoke("PermissionsEditTask")


def email_message_read_only(company: Company) -> None:
    company.restrict("EmailMessage", PermissionsCreate=False, PermissionsEdit=False)


def no_email_address(company: Company) -> None:
    company.org.update("Contact", company.contact.id, Email=None)


def both_off(company: Company) -> None:
    off(company)
    company.truths["writeback"] = "off"


def off_and_forbidden(company: Company) -> None:
    off(company)
    email_message_read_only(company)


def refused_for(part: Differs, error: str) -> Differs:
    def differs(company: Company) -> None:
        part(company)
        refused(company, error)

    return differs


def no_person_for_a_duplicate(company: Company) -> None:
    """The Contact could not be made, so there is none."""
    to = stranger(company)
    blocked(company)
    company.space.steps.pop()
    company.lose(company.ago(hours=5), to)


def stranger_minutes_ago(company: Company) -> None:
    company.lose(company.ago(company.chance.randint(8, 20)), stranger(company))


def refused_minutes_ago(company: Company) -> None:
    refused(company, "STRING_TOO_LONG: Subject: data value too large (max length=255)")
    company.space.steps.pop()
    company.lose(company.ago(company.chance.randint(8, 20)))


def gmail_minutes_ago(company: Company) -> None:
    company.truths["origin"] = "gmail"
    company.lose(company.ago(company.chance.randint(8, 20)), sent=False)


def stuck_minutes_ago(company: Company) -> None:
    company.rep.mailbox["is_unauthorized"] = True
    at, subject = company.ago(company.chance.randint(8, 20)), company.fresh_subject()
    company.space.send(company.contact.enrolled, subject, None, status="PENDING")["updated"] = at
    company.tell(at, subject)


def blocked_minutes_ago(company: Company) -> None:
    company.contact.enrolled["is_excluded"] = True
    at, subject = company.ago(company.chance.randint(8, 20)), company.fresh_subject()
    company.space.send(company.contact.enrolled, subject, None, status="CANCELED")["updated"] = at
    company.tell(at, subject)
