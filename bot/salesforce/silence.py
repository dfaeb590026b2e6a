"""Salesforce's refusals in words: which permission of the bot's own user is lacking. Pure."""

import re

from diagnostics.asks import Json, Missing, Reason, Rest, Soql

_FROM = re.compile(r"\bFROM\s+(\w+)", re.IGNORECASE)
_COLUMN = re.compile(r"No such column '([\w.]+)'")
_DESCRIBED = re.compile(r"sobjects/(\w+)/describe")
_SETUP, _MANAGE = "View Setup and Configuration", "Manage Users"
_NEEDS = {
    "PermissionSetAssignment": _SETUP,
    "PermissionSet": _SETUP,
    "ObjectPermissions": _SETUP,
    "FieldPermissions": _SETUP,
    "UserEntityAccess": _SETUP,
    "ValidationRule": _SETUP,
    "EmailAdministrationSettings": _SETUP,
    "CustomField": _SETUP,
    "Certificate": _SETUP,
    "UserLogin": _MANAGE,
    "LoginHistory": f"{_MANAGE} or Monitor Login History",
    "OauthToken": "Customize Application",
    "ExtlClntAppOauthPlcyCnfg": "View all External Client Apps",
    "EmailMessage": "Access Activities",
    "EmailMessageRelation": "Access Activities",
    "Task": "Access Activities",
    "User": "View All Users",
    "Contact": "Read on Contact",
    "Lead": "Read on Lead",
    "Account": "Read on Account",
}
_ABSENT = {"INVALID_TYPE", "NOT_FOUND"}
_PASSING = {
    "UNABLE_TO_LOCK_ROW",
    "SERVER_UNAVAILABLE",
    "QUERY_TIMEOUT",
    "REQUEST_RUNNING_TOO_LONG",
    "UNKNOWN_EXCEPTION",
}


def error_code(body: Json) -> str:
    """The errorCode of an error body, or an empty string."""
    first = body[0] if isinstance(body, list) and body else body
    return str(first.get("errorCode", "")) if isinstance(first, dict) else ""


def passing(body: Json) -> bool:
    """Whether the same request may succeed in a moment."""
    return error_code(body) in _PASSING


def unknown_column(body: Json) -> str:
    """The column that this edition or user does not have, where that is the whole problem."""
    first = body[0] if isinstance(body, list) and body else {}
    found = _COLUMN.search(str(first.get("message", ""))) if error_code(body) == "INVALID_FIELD" else None
    return found[1] if found else ""


def missing(ask: Soql | Rest, status: int, body: Json) -> Missing:
    """Why this ask stayed without an answer, and which permission the bot's Salesforce user would need."""
    code = error_code(body)
    name = _object(ask)
    if code in _ABSENT and name == "EmailMessage":
        return Missing(
            Reason.ABSENT,
            "Salesforce has no Email Message object for the bot's user (Enhanced Email is off, or Access Activities missing)",
        )
    if code == "REQUEST_LIMIT_EXCEEDED":
        return Missing(Reason.DOWN, "Salesforce refuses API calls: the allowance is used up")
    if status >= 500 or code in _PASSING or not code:
        return Missing(Reason.DOWN, f"Salesforce did not answer ({code or f'HTTP {status}'})")
    need = _NEEDS.get(name)
    if need:
        return Missing(Reason.DENIED, f"the bot's Salesforce user may not read {name}; it needs {need} ({code})")
    return Missing(Reason.DENIED, f"the bot's Salesforce user may not read {name or 'this'} ({code})")


def _object(ask: Soql | Rest) -> str:
    found = _DESCRIBED.search(ask.path) if isinstance(ask, Rest) else _FROM.search(ask.text)
    return found[1] if found else ""
