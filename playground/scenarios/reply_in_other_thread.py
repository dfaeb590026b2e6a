from playground.scenario import Scenario

SCENARIO = Scenario(
    "The contact wrote a new email",
    "/syncstatus jane@acme.com replied yesterday but the reply isn't in Salesforce",
    ("reply-in-other-thread",),
    answers={"reply-thread": "new"},
)
