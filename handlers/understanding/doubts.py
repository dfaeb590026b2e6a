"""What a message names that cannot be looked up: a mistyped record id, a record of another Salesforce org."""

import re

from handlers.understanding.markup import plain
from handlers.understanding.records import repaired, with_checksum

# The first part of these hosts is the org's My Domain name, a sandbox's after two hyphens.
# https://help.salesforce.com/s/articleView?id=xcloud.domain_name_url_formats.htm&type=5
_OF_ORGS = re.compile(
    r"https?://(?P<org>[\w-]{1,80})(?:\.(?:sandbox|develop|scratch|trailblaze|demo|patch))?"
    r"\.(?:my\.salesforce|lightning\.force|my\.salesforce-setup|vf\.force)\.(?:com|mil)\b",
    re.IGNORECASE,
)


def misspelt(record_id: str) -> bool:
    """Whether the last three of 18 characters do not fit the first fifteen, however these are capitalised."""
    fixed = repaired(record_id)
    return len(record_id) == 18 and with_checksum(fixed[:15]) != fixed


def elsewhere(text: str, site: str) -> tuple[str, ...]:
    """The other orgs that links in `text` lead to, by name; none where `site` does not say which org is ours."""
    ours = _OF_ORGS.match(site)
    if not ours:
        return ()
    named = dict.fromkeys(m["org"].lower() for m in _OF_ORGS.finditer(plain(text)))
    return tuple(org for org in named if org != ours["org"].lower())


def doubts(text: str, record_ids: tuple[str, ...], site: str) -> tuple[str, ...]:
    """A sentence for each thing in a message that cannot be right."""
    wrong = (i for i in record_ids if misspelt(i))
    return (
        *(f"{i} is mistyped: its last three characters do not fit the rest." for i in wrong),
        *(
            f"A link leads to another Salesforce org ({org}), which I do not look into."
            for org in elsewhere(text, site)
        ),
    )
