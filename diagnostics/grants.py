"""The remedy of a missing right: the click path for a permission set and for a profile, naming what the user has today."""

from diagnostics.asks import Missing
from diagnostics.facts.permissions import SystemPermissions
from diagnostics.judgement import Remedy, Step


def grant(right: str, path: str, system: SystemPermissions | Missing, *, note: str = "") -> Remedy:
    """How to give the integration user `right`, found under `path` of a permission set."""
    today = () if isinstance(system, Missing) else (Step(f"{system.username} has today: {system.sets}.", private=True),)
    return Remedy(
        f"Grant {right} to the user that Unify signs in as",
        (
            Step(
                f"Salesforce: Setup → Permission Sets → the set of the user that Unify signs in as → {path}: {right}."
            ),
            Step(f"With a profile instead: Setup → Profiles → that profile → Edit → {right}."),
            *today,
            Step(
                "In Unify: Settings → Integrations → Salesforce: the permissions widget shows whether anything is still "
                "missing."
            ),
        ),
        note=note,
    )
