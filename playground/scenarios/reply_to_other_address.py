from playground.scenario import Scenario

SCENARIO = Scenario(
    "The reply came from another address",
    "/syncstatus jane@acme.com replied yesterday but the reply isn't in Salesforce",
    ("reply-to-other-address",),
    answers={"reply-thread": "same", "reply-address": "other"},
)
