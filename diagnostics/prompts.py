"""The questions that only a person can answer: wording and choices, in one place (spec: keys are public)."""

from dataclasses import dataclass

NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value that is stored, and the words on its button."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for a person. `where` says exactly where to look; `free` prompts take text as an answer.

    `odds`: how often whoever is asked can tell (a rep sees no settings). `samples`: texts such as people answer with.
    `org` answers hold for the whole organisation: they are shared between threads for `hours` (0 = until changed).
    """

    key: str
    text: str
    where: str = ""
    choices: tuple[Choice, ...] = ()
    free: bool = False
    org: bool = False
    hours: int = 24
    samples: tuple[str, ...] = ()
    odds: float = 0.9


_SETTINGS = "In Unify: Settings → Integrations → Salesforce."


def _choices(**labels: str) -> tuple[Choice, ...]:
    named = tuple(Choice(value.replace("_", "-"), label) for value, label in labels.items())
    return (*named, Choice(NOT_SURE, "Not sure"))


PROMPTS: dict[str, Prompt] = {
    p.key: p
    for p in (
        Prompt(
            "symptom",
            "Which of these do you mean?",
            "In Salesforce, open the record that the email was to.",
            _choices(
                nothing_syncs="Nothing syncs for the team",
                email_missing="The email is missing",
                reply_missing="The reply is missing",
                opens_missing="Opens or clicks are missing",
                body_missing="It has no text",
                not_linked="It is on the wrong record or none",
                wrong_owner="It has the wrong owner",
                person_missing="The person is not in Unify",
                field_empty="A field is empty",
                write_error="There is an error",
                login_broken="The connection is broken",
                late="It comes too late",
            ),
        ),
        Prompt(
            "origin",
            "Where was this email sent from?",
            "Look in your Sent folder: a mail sent by a Unify sequence shows in Unify under the contact's activity.",
            _choices(unify="Unify", gmail="Gmail", outlook="Outlook", other_client="Another mail program"),
        ),
        Prompt(
            "reply-thread",
            "Did the contact answer in the same email thread?",
            "Open the reply: if your own email is quoted below it and the subject starts with Re:, it is the same.",
            _choices(same="Same thread", new="A new email"),
        ),
        Prompt(
            "reply-address",
            "Did the reply come from the address you wrote to, and go to the one you wrote from?",
            "Compare the reply's From and To with the addresses in the Unify sequence.",
            _choices(same="Same addresses", other="Another address"),
        ),
        Prompt(
            "connection",
            "What does Unify's Salesforce settings page show?",
            _SETTINGS,
            _choices(ok="Connected, no warning", expired="Asks to reconnect, or an authentication error"),
            org=True,
            odds=0.5,
        ),
        Prompt(
            "writing-enabled",
            "Is “Enable writing to Salesforce” switched on?",
            _SETTINGS,
            _choices(on="On", off="Off"),
            org=True,
            odds=0.5,
        ),
        Prompt(
            "writeback",
            "Is “Email Message Writeback” switched on?",
            _SETTINGS,
            _choices(on="On", off="Off"),
            org=True,
            odds=0.5,
        ),
        Prompt(
            "enhanced-email",
            "Is Enhanced Email switched on in Salesforce?",
            "In Salesforce: Setup → Quick Find → Enhanced Email.",
            _choices(on="On", off="Off"),
            org=True,
            odds=0.5,
        ),
        Prompt(
            "sync-running",
            "Has an incoming sync, import or backfill been running since before the email was sent, "
            "or for more than 30 minutes?",
            _SETTINGS + " The sync status is at the top.",
            _choices(yes="Yes", no="No"),
            odds=0.4,
        ),
        Prompt(
            "write-error",
            "What does the Errors/Skipped Records page say about this email?",
            _SETTINGS + " Open Errors/Skipped Records, find the email's row and paste the line here, or drop a file of "
            "lines into this thread.",
            (Choice("none", "Nothing there"), Choice(NOT_SURE, "Not sure")),
            free=True,
            samples=(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required",
                "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]",
                "INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id",
                "DUPLICATES_DETECTED: Use one of these records?",
                "STRING_TOO_LONG: data value too large",
            ),
            odds=0.4,
        ),
        Prompt(
            "mapping",
            "Which direction is the field's mapping set to?",
            _SETTINGS + " Field mappings are at the bottom of the page.",
            _choices(read_only="Read only", read_write="Read & write", write_only="Write only"),
            free=True,
            odds=0.4,
        ),
        Prompt(
            "mapping-changed",
            "When was the field's mapping last changed?",
            _SETTINGS + " Ask whoever manages it; a date is enough.",
            (Choice("not-changed", "Not changed"), Choice(NOT_SURE, "Not sure")),
            free=True,
            odds=0.4,
        ),
        Prompt(
            "field",
            "Which field is it?",
            "Its label or API name in Salesforce.",
            (Choice(NOT_SURE, "Not sure"),),
            free=True,
        ),
        Prompt(
            "integration-user",
            "Which Salesforce user does Unify sign in as?",
            _SETTINGS + " The connected user's name stands there; its username is what I need.",
            (Choice(NOT_SURE, "Not sure"),),
            free=True,
            org=True,
            hours=0,
            odds=0.3,
        ),
        Prompt(
            "contact",
            "Whom was the email to?",
            "An email address or a link to the Salesforce record.",
            (Choice(NOT_SURE, "Not sure"),),
            free=True,
        ),
        Prompt(
            "sent-at",
            "When was it sent?",
            "",
            _choices(
                under_30_min="Under 30 minutes ago",
                under_4_h="Under 4 hours ago",
                today="Earlier today",
                older="Before today",
            ),
            free=True,
        ),
    )
}
