from diagnostics.asks import Missing
from diagnostics.facts.write_errors import WriteErrors
from diagnostics.stage import Seen, stage, unseen


@stage(
    "write-allowed",
    "Write allowed",
    stopped_by=(
        "integration-user-inactive",
        "missing-system-permission",
        "credentials-expired",
        "writing-disabled",
        "api-limit-reached",
        "mapping-read-only",
        "write-rejected-*",
        "no-emailmessage-*",
        "no-contact-view-all",
        "no-task-edit",
    ),
    clear="sign-in, permissions, rules and required fields",
)
def write_allowed(errors: WriteErrors | Missing) -> Seen:
    """Each way of being refused has its check; nothing shows that there was no other, but the record itself."""
    if isinstance(errors, Missing):
        return unseen("a refusal would show in Unify's Errors/Skipped Records only")
    return unseen("not everything that could forbid it can be seen")
