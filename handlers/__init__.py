"""The conversation: what people say to us, and what we say back. Knows Slack's shapes; knows no Salesforce."""
