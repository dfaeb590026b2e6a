"""Slack on loopback: a Web API that refuses what Slack refuses, and people who type and click.

Written from Slack's public documentation (https://docs.slack.dev), not from what any bot happens to send.

    team = Team(App.of(manifest))
    dana = team.add_user("dana", real_name="Dana Reyes", email="dana@acme.com", tz="America/New_York")
    room = team.add_channel("unify-support", [dana])
    with slack_at(team) as base_url:                      # for the app's client
        with Slack(team, "http://127.0.0.1:3000") as slack:     # where the app listens
            slack.say(dana, room, "@Sync Triage where is jane@acme.com?")
            answer = team.wait_for(lambda now: now.said_by_bot())[-1]
            slack.click(dana, answer, "answer/origin/gmail")
"""
