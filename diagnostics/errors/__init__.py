"""The errors that Salesforce answers a writer with: what they mean, and finding them in whatever people paste."""

from diagnostics.errors.catalogue import CATALOGUE, lookup
from diagnostics.errors.entry import Entry
from diagnostics.errors.reading import WriteError, read

__all__ = ["CATALOGUE", "Entry", "WriteError", "lookup", "read"]
