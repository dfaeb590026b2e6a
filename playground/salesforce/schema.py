"""Objects and fields, as the object reference of API version 67 has them (those that matter to email sync).

One line a group of fields: `Name:type`, then `?` nillable, `!` not filterable, `>Object` a reference (its relationship is
the name without "Id"), `*` required on create, `=` defaulted on create.
"""

from dataclasses import dataclass, replace

_SYSTEM = (
    "Id:id= CreatedDate:datetime= CreatedById:reference=>User LastModifiedDate:datetime= LastModifiedById:reference=>User "
    "SystemModstamp:datetime= IsDeleted:boolean="
)
_PERMISSIONS = (
    "PermissionsApiEnabled:boolean= PermissionsEditTask:boolean= PermissionsActivitiesAccess:boolean= "
    "PermissionsViewSetup:boolean= PermissionsViewAllUsers:boolean= PermissionsViewAllData:boolean= "
    "PermissionsModifyAllData:boolean= PermissionsAllowViewEditConvertedLeads:boolean= "
    "PermissionsPasswordNeverExpires:boolean= PermissionsManageUsers:boolean= PermissionsCustomizeApplication:boolean="
)
DATA = {
    "Organization": ("00D", "Name:string TrialExpirationDate:datetime? OrganizationType:string? IsSandbox:boolean="),
    "Profile": ("00e", f"Name:string UserType:string? {_PERMISSIONS}"),
    "User": (
        "005",
        "Name:string Username:string Email:email IsActive:boolean= UserType:string? ProfileId:reference>Profile "
        "LastLoginDate:datetime? LastPasswordChangeDate:datetime?",
    ),
    "Account": ("001", "Name:string* Website:url? OwnerId:reference=>User"),
    "Contact": (
        "003",
        "Name:string= FirstName:string? LastName:string* Email:email? AccountId:reference?>Account "
        "OwnerId:reference=>User MasterRecordId:reference?>Contact",
    ),
    "Lead": (
        "00Q",
        "Name:string= FirstName:string? LastName:string* Company:string* Email:email? OwnerId:reference=>User "
        "IsConverted:boolean= ConvertedContactId:reference?>Contact ConvertedAccountId:reference?>Account "
        "ConvertedDate:date? MasterRecordId:reference?>Lead",
    ),
    "Task": (
        "00T",
        "Subject:string? TaskSubtype:picklist? Status:picklist= Priority:picklist= WhoId:reference?>Contact "
        "WhatId:reference?>Account OwnerId:reference=>User ActivityDate:date? Description:textarea?! IsArchived:boolean= "
        "IsClosed:boolean=",
    ),
    "EmailMessage": (
        "02s",
        "Subject:string? FromAddress:email? FromName:string? ToAddress:string? CcAddress:string? Incoming:boolean= "
        "Status:picklist= MessageDate:datetime? ActivityId:reference?>Task RelatedToId:reference?>Account "
        "ParentId:reference?>Case MessageIdentifier:string? ThreadIdentifier:string? IsTracked:boolean= IsOpened:boolean= "
        "FirstOpenedDate:datetime? LastOpenedDate:datetime? Source:picklist? IsClientManaged:boolean= "
        "IsExternallyVisible:boolean= TextBody:textarea?! HtmlBody:textarea?! Headers:textarea?!",
    ),
    "EmailMessageRelation": (
        "0EM",
        "EmailMessageId:reference>EmailMessage RelationId:reference?>Contact RelationType:picklist "
        "RelationObjectType:picklist? RelationAddress:string?",
    ),
    "Case": ("500", "Subject:string? CaseNumber:string="),
    "PermissionSet": (
        "0PS",
        f"Name:string Label:string Type:picklist? IsOwnedByProfile:boolean= ProfileId:reference?>Profile {_PERMISSIONS}",
    ),
    "PermissionSetAssignment": (
        "0Pa",
        "AssigneeId:reference>User PermissionSetId:reference>PermissionSet PermissionSetGroupId:string? "
        "ExpirationDate:datetime? IsActive:boolean=",
    ),
    "ObjectPermissions": (
        "110",
        "ParentId:reference>PermissionSet SobjectType:picklist PermissionsRead:boolean= PermissionsCreate:boolean= "
        "PermissionsEdit:boolean= PermissionsDelete:boolean= PermissionsViewAllRecords:boolean= "
        "PermissionsModifyAllRecords:boolean=",
    ),
    "FieldPermissions": (
        "01k",
        "ParentId:reference>PermissionSet SobjectType:picklist Field:picklist PermissionsRead:boolean= "
        "PermissionsEdit:boolean=",
    ),
    "UserEntityAccess": (
        "",
        "DurableId:string UserId:string EntityDefinitionId:string IsReadable:boolean IsCreatable:boolean "
        "IsEditable:boolean IsDeletable:boolean",
    ),
    "UserRecordAccess": (
        "",
        "UserId:string RecordId:string HasReadAccess:boolean HasEditAccess:boolean HasDeleteAccess:boolean "
        "MaxAccessLevel:string",
    ),
    "UserPermissionAccess": ("", _PERMISSIONS),
    "UserLogin": ("0Yw", "UserId:reference>User IsFrozen:boolean= IsPasswordLocked:boolean="),
    "LoginHistory": (
        "0Ya",
        "UserId:reference>User LoginTime:datetime Status:string?! Application:string?! SourceIp:string? LoginType:picklist? "
        "ApiType:string? ApiVersion:string?",
    ),
    "OauthToken": (
        "",
        "AppName:string UserId:reference>User UseCount:int LastUsedDate:datetime? AccessToken:string! DeleteToken:string!",
    ),
    "ConnectedApplication": (
        "0H4",
        "Name:string RefreshTokenValidityPeriod:int? OptionsRefreshTokenValidityMetric:boolean "
        "OptionsAllowAdminApprovedUsersOnly:boolean",
    ),
    "ExtlClntAppOauthPlcyCnfg": (
        "0xs",
        "RefreshTokenPolicyType:picklist? RefreshTokenValidityPeriod:int? RefreshTokenValidityUnit:picklist?",
    ),
    "FlowDefinitionView": (
        "3dd",
        "ApiName:string Label:string ProcessType:string? TriggerType:string? TriggerObjectOrEventLabel:string? "
        "IsActive:boolean ActiveVersionId:string?",
    ),
}
TOOLING = {
    "ValidationRule": (
        "03d",
        "ValidationName:string Active:boolean= ErrorMessage:string? ErrorDisplayField:string? Description:string? "
        "EntityDefinitionId:reference>EntityDefinition Metadata:complexvalue?! FullName:string?!",
    ),
    "EntityDefinition": ("", "DurableId:string QualifiedApiName:string Label:string"),
    "CustomField": (
        "00N",
        "DeveloperName:string TableEnumOrId:picklist NamespacePrefix:string? Metadata:complexvalue?!",
    ),
    "ApexTrigger": (
        "01q",
        "Name:string NamespacePrefix:string? TableEnumOrId:picklist Status:picklist UsageBeforeInsert:boolean= "
        "UsageAfterInsert:boolean= UsageBeforeUpdate:boolean= UsageAfterUpdate:boolean=",
    ),
    "EmailAdministrationSettings": (
        "",
        "DurableId:string IsEnhancedEmailEnabledEnabled:boolean Metadata:complexvalue?!",
    ),
    "Certificate": ("0P1", "DeveloperName:string MasterLabel:string ExpirationDate:datetime?"),
}
BOTH = ("UserEntityAccess",)
VIRTUAL = {"UserEntityAccess", "UserRecordAccess", "UserPermissionAccess", "EntityDefinition"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field's describe; `target` is the object a reference points at."""

    name: str
    type: str
    label: str
    nillable: bool = False
    filterable: bool = True
    defaulted: bool = False
    custom: bool = False
    target: str = ""
    calculated: bool = False

    @property
    def relationship(self) -> str:
        """The name by which queries follow the reference."""
        if not self.target:
            return ""
        return self.name.removesuffix("Id") if self.name.endswith("Id") else self.name


@dataclass(frozen=True, slots=True)
class Sobject:
    """An object type, its key prefix, and its fields by lower-case name."""

    name: str
    prefix: str
    fields: dict[str, Field]
    tooling: bool = False

    def with_field(self, field: Field) -> "Sobject":
        """The same with one more field."""
        return replace(self, fields={**self.fields, field.name.lower(): field})

    def without_field(self, name: str) -> "Sobject":
        """The same with one field less."""
        return replace(self, fields={n: f for n, f in self.fields.items() if n != name.lower()})


def _field(text: str) -> Field:
    name, _, rest = text.partition(":")
    kind, _, target = rest.partition(">")
    flags = {c for c in kind if not c.isalpha()}
    return Field(
        name,
        "".join(c for c in kind if c.isalpha()),
        name,
        nillable="?" in flags,
        filterable="!" not in flags,
        defaulted="=" in flags,
        target=target,
    )


def _sobject(name: str, prefix: str, fields: str, tooling: bool) -> Sobject:
    system = "" if name in VIRTUAL or name in ("OauthToken", "LoginHistory", "EmailAdministrationSettings") else _SYSTEM
    if name in ("OauthToken", "LoginHistory"):
        system = "Id:id?="
    parsed = [_field(f) for f in f"{system} {fields}".split()]
    return Sobject(name, prefix, {f.name.lower(): f for f in parsed}, tooling)


def standard() -> dict[str, Sobject]:
    """All objects by lower-case name."""
    data = {n.lower(): _sobject(n, prefix, fields, False) for n, (prefix, fields) in DATA.items()}
    tooling = {n.lower(): _sobject(n, prefix, fields, True) for n, (prefix, fields) in TOOLING.items()}
    return data | tooling
