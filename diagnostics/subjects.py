"""Subjects of emails, for comparing."""


def bare(subject: str | None) -> str:
    """The subject without what mail programs and Salesforce put before it."""
    text = (subject or "").strip().lower()
    for prefix in ("email:", "→ email:", "re:", "fwd:", "fw:"):
        text = text.removeprefix(prefix).strip()
    return text
