"""What the platform itself says of users' rights, computed from their permission sets; and what the bot may query."""

from playground.salesforce.org import Org, Row, union
from playground.salesforce.soql import Comparison, Logic, Query, SoqlError

_SETUP = {
    "permissionset",
    "permissionsetassignment",
    "objectpermissions",
    "fieldpermissions",
    "userentityaccess",
    "flowdefinitionview",
    "duplicaterule",
    "profile",
}
_HIDDEN_WITHOUT = {
    "emailmessage": "Access Activities",
    "emailmessagerelation": "Access Activities",
    "task": "Access Activities",
    "contact": "Read Contacts",
    "lead": "Read Leads",
    "userlogin": "Manage Users",
    "oauthtoken": "Customize Application",
    "connectedapplication": "Customize Application",
    "extlclntappoauthplcycnfg": "Customize Application",
}
_OBJECTS = ("Account", "Contact", "Lead", "Task", "EmailMessage", "Case")


def check(org: Org, sobject: str, *, tooling: bool) -> None:
    """Refuse objects that the bot's user may not query, as Salesforce does."""
    name = sobject.lower()
    kind = org.schema.get(name)
    wrong_api = kind is not None and kind.tooling != tooling and name != "userentityaccess"
    lacking = name in _HIDDEN_WITHOUT and not org.may(_HIDDEN_WITHOUT[name])
    no_emails = name in ("emailmessage", "emailmessagerelation") and not org.enhanced_email
    if kind is None or wrong_api or lacking or no_emails:
        raise SoqlError(
            "INVALID_TYPE",
            f"sObject type '{sobject}' is not supported. If you are attempting to use a custom object, be sure to append "
            "the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
        )
    if (name in _SETUP or tooling) and not org.may("View Setup and Configuration"):
        raise SoqlError("INSUFFICIENT_ACCESS", "insufficient access rights on object id")


def rows(org: Org, query: Query) -> list[Row]:
    """The rows of a table that the bot's user sees; computed ones for the access objects."""
    match query.sobject.lower():
        case "userentityaccess":
            if query.limit is None:
                raise SoqlError(
                    "EXCEEDED_ID_LIMIT",
                    "UserEntityAccess does not support queryMore(), use LIMIT to restrict the results to a single batch",
                )
            return [row for user in _named(query, "UserId") for row in _entity_access(org, user)]
        case "userrecordaccess":
            return [
                row
                for user in _named(query, "UserId")
                for id in _named(query, "RecordId")
                if (row := _record_access(org, user, id))
            ]
        case "userpermissionaccess":
            return [_own_permissions(org)]
        case "entitydefinition":
            return [{"DurableId": n, "QualifiedApiName": n, "Label": n} for n in _OBJECTS]
        case "emailadministrationsettings":
            on = org.enhanced_email
            return [
                {
                    "DurableId": "EmailAdministration",
                    "IsEnhancedEmailEnabledEnabled": on,
                    "Metadata": {"enableEnhancedEmailEnabled": on},
                }
            ]
        case "user" if not org.may("View All Users"):
            return org.rows("User", Id=org.bot_id)
        case "loginhistory" if not (org.may("Manage Users") or org.may("Monitor Login History")):
            return org.rows("LoginHistory", UserId=org.bot_id)
        case name:
            return list(org.tables[name])


def _named(query: Query, column: str) -> list[str]:
    """The values that a query fixes a column to: these objects can only be asked for named users."""

    def values(condition: Comparison | Logic | None) -> list[str]:
        if isinstance(condition, Logic):
            return [v for term in condition.terms for v in values(term)]
        if isinstance(condition, Comparison) and condition.path[-1].lower() == column.lower():
            return [str(v) for v in condition.value] if condition.operator == "in" else [str(condition.value)]
        return []

    found = values(query.where)
    if not found:
        raise SoqlError("MALFORMED_QUERY", f"{query.sobject}: a filter on {column} is required")
    return found


def _entity_access(org: Org, user: str) -> list[Row]:
    sets = org.sets_of(user)
    everything = union(sets, "PermissionsModifyAllData")
    activities = everything or union(sets, "PermissionsActivitiesAccess")
    tasks = everything or union(sets, "PermissionsEditTask")
    result = []
    for name in _OBJECTS:
        granted = [
            p for p in org.rows("ObjectPermissions", SobjectType=name) if p["ParentId"] in {s["Id"] for s in sets}
        ]
        if name == "EmailMessage" and not org.enhanced_email:
            continue
        if name == "Task":
            flags = {"IsReadable": activities, "IsCreatable": tasks, "IsEditable": tasks, "IsDeletable": tasks}
        else:
            flags = {
                "IsReadable": everything or union(granted, "PermissionsRead"),
                "IsCreatable": everything or union(granted, "PermissionsCreate"),
                "IsEditable": everything or union(granted, "PermissionsEdit"),
                "IsDeletable": everything or union(granted, "PermissionsDelete"),
            }
        if name == "EmailMessage":  # activity-based: its row also needs Access Activities
            flags = {flag: on and activities for flag, on in flags.items()}
        if (user, name) in org.entity_access:
            override = org.entity_access[user, name]
            if override is None:
                continue
            flags |= override
        result.append({"DurableId": f"{name}.{user}", "UserId": user, "EntityDefinitionId": name, **flags})
    return result


def _record_access(org: Org, user: str, id: str) -> Row | None:
    kind = {"003": "Contact", "00Q": "Lead", "001": "Account"}.get(id[:3])
    found = [row for row in org.rows(kind) if row["Id"][:15] == id[:15]] if kind else []
    if not found:
        return None
    sets = org.sets_of(user)
    ids = {s["Id"] for s in sets}
    granted = [p for p in org.rows("ObjectPermissions", SobjectType=kind) if p["ParentId"] in ids]
    everything = (
        union(sets, "PermissionsViewAllData")
        or union(sets, "PermissionsModifyAllData")
        or union(granted, "PermissionsViewAllRecords")
        or union(granted, "PermissionsModifyAllRecords")
    )
    reads = everything or (found[0]["OwnerId"] == user and union(granted, "PermissionsRead"))
    reads = reads or (union(granted, "PermissionsRead") and (user, found[0]["Id"]) not in org.hidden_records)
    edits = reads and union(granted, "PermissionsEdit")
    return {
        "UserId": user,
        "RecordId": found[0]["Id"],
        "HasReadAccess": reads,
        "HasEditAccess": edits,
        "HasDeleteAccess": False,
        "MaxAccessLevel": "Edit" if edits else "Read" if reads else "None",
    }


def _own_permissions(org: Org) -> Row:
    columns = {
        "PermissionsApiEnabled": "API Enabled",
        "PermissionsViewSetup": "View Setup and Configuration",
        "PermissionsViewAllUsers": "View All Users",
        "PermissionsActivitiesAccess": "Access Activities",
        "PermissionsManageUsers": "Manage Users",
        "PermissionsCustomizeApplication": "Customize Application",
        "PermissionsModifyAllData": "Modify All Data",
    }
    fields = org.schema["userpermissionaccess"].fields.values()
    return {f.name: f.name in columns and org.may(columns[f.name]) for f in fields}
