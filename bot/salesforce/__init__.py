"""Salesforce, read-only: look-ups packed into as few API calls as possible."""

from bot.salesforce.client import Login, SalesforceDown
from bot.salesforce.look_up import Salesforce

__all__ = ["Login", "Salesforce", "SalesforceDown"]
