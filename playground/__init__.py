"""A small world of our own: Slack, Salesforce and Unify on loopback, speaking the real protocols."""
