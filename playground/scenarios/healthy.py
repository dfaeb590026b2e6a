from playground.scenario import Scenario

SCENARIO = Scenario("Everything arrives", "/syncstatus jane@acme.com", refuted=True)
