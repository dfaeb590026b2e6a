"""Subjects of emails, for comparing."""

import re

_PREFIXES = ("email:", "→ email:", "re:", "fwd:", "fw:")
_VARIABLE = re.compile(r"\\\{\\\{.*?\\\}\\\}")  # {{person.firstName}}, escaped


def bare(subject: str | None) -> str:
    """The subject without what mail programs and Salesforce put before it."""
    text = (subject or "").strip().lower()
    for prefix in _PREFIXES:
        text = text.removeprefix(prefix).strip()
    return text


def alike(one: str, other: str) -> bool:
    """Whether two bare subjects may be of one email: equal, or one the template of the other. Empty ones fit any."""
    if not one or not other or one == other:
        return True
    for template, text in ((one, other), (other, one)):
        if "{{" in template:
            return bool(re.fullmatch(_VARIABLE.sub(".*", re.escape(template)), text))
    return False
