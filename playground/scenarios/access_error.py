from playground.scenario import Scenario

SCENARIO = Scenario(
    "Salesforce refuses for lack of rights",
    "@Sync Triage every email fails with INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id",
    ("write-rejected-permission",),
)
