"""The JSON shapes of Unify's answers, from its OpenAPI documents."""

from typing import Any

from playground.unify.workspace import Row, stamp

_FLAGS = ("is_blocked", "is_bounced", "is_canceled", "is_opted_out", "is_paused", "is_replied")


def enrollment(row: Row) -> Row:
    """An enrolment as listed by GET /enrollments."""
    person, mailbox = row["person"], row["mailbox"]
    return {
        **{
            k: row[k]
            for k in (
                "id",
                "created_at",
                "updated_at",
                "started_at",
                "ended_at",
                "sequence",
                "enrolled_by_play",
                "reply_email_message",
                "status",
                "is_excluded",
                *_FLAGS,
            )
        },
        "person": {
            "id": person["id"],
            "email": person["attributes"]["email"],
            "first_name": person["attributes"]["first_name"],
            "last_name": person["attributes"]["last_name"],
            "linkedin_url": None,
        },
        "mailbox": {k: mailbox[k] for k in ("id", "email", "display_name", "is_paused", "is_unauthorized")},
    }


def step(row: Row) -> Row:
    """A row of the enrolment steps' export."""
    enrolled, at = row["enrollment"], row["at"]
    message: dict[str, Any] | None = None
    if at is not None:
        message = {
            "id": row["id"],
            "subject": row["subject"],
            "sent_at": stamp(at),
            "from_email_address": enrolled["mailbox"]["email"],
            "is_bounced": enrolled["is_bounced"],
            "is_opted_out": enrolled["is_opted_out"],
            "clicks": row["clicks"],
            "opens": row["opens"],
        }
    return {
        "id": row["id"],
        "updated_at": stamp(row["updated"]),
        "type": row["type"],
        "status": row["status"],
        **{k: enrolled[k] for k in _FLAGS},
        "sequence": {"id": enrolled["sequence"]["id"], "name": enrolled["sequence"]["name"], "version": 1},
        "step_number": row["number"],
        "started_at": stamp(at),
        "ended_at": stamp(at),
        "enrollment": {
            "id": enrolled["id"],
            "mailbox": _mailbox(enrolled["mailbox"]),
            "person": _person(enrolled["person"]),
        },
        "email_message": message,
        "reply_email_message": row["reply"],
    }


def _mailbox(row: Row) -> Row:
    return {
        "id": row["id"],
        "email_address": row["email"],
        "forward_to_email_address": row["user"]["email"],
        "secondary_forward_to_email_address": None,
        "user": row["user"],
        "secondary_forward_to_user": None,
    }


def _person(row: Row) -> Row:
    attributes = row["attributes"]
    return {
        "id": row["id"],
        "email": attributes["email"],
        "first_name": attributes["first_name"],
        "last_name": attributes["last_name"],
        "linkedin_url": None,
        "company": None,
    }
