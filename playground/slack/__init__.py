"""Slack on loopback: a Web API that refuses what Slack refuses, and people who type and click.

Written from Slack's public documentation (https://docs.slack.dev), not from what any bot happens to send.
"""
