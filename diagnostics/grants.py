"""The remedy of a missing right: the click path for a permission set and for a profile, naming what the user has today."""

from diagnostics.asks import Missing
from diagnostics.facts.permissions import SystemPermissions
from diagnostics.judgement import Remedy, Step


def grant(right: str, path: str, system: SystemPermissions | Missing, *, note: str = "") -> Remedy:
    """How to give the integration user `right`, found under `path` of a permission set."""
    return Remedy(
        f"Grant {right} to the user that Unify signs in as",
        (
            Step(
                f"Salesforce: Setup → Permission Sets → the set of the user that Unify signs in as → {path}: {right}."
            ),
            Step(f"With a profile instead: Setup → Profiles → that profile → Edit → {right}."),
            *today(system),
            Step(
                "In Unify: Settings → Integrations → Salesforce: the permissions widget shows whether anything is still "
                "missing."
            ),
        ),
        note=note,
    )


def today(system: SystemPermissions | Missing) -> tuple[Step, ...]:
    """For admins: what the integration user has now."""
    if isinstance(system, Missing):
        return ()
    return (Step(f"{system.username} has today: {system.sets}.", private=True),)
