"""Salesforce's REST API over tables of one organisation, strict where the real one is. Sources: Salesforce's references."""

from playground.salesforce.org import Org
from playground.salesforce.server import app

__all__ = ["Org", "app"]
