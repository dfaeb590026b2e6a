from playground.scenario import Scenario

SCENARIO = Scenario(
    "The email was sent from Gmail",
    "/syncstatus my email to jane@acme.com from this morning isn't in Salesforce",
    ("sent-outside-unify",),
    answers={"origin": "gmail"},
)
