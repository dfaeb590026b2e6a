"""The errors that Salesforce answers a writer with: what they mean, and finding them in whatever people paste."""

from diagnostics.errors.catalogue import CATALOGUE, ECHOES, lookup
from diagnostics.errors.entry import Entry
from diagnostics.errors.reading import LONGEST, WriteError, apart, read

__all__ = ["CATALOGUE", "ECHOES", "LONGEST", "Entry", "WriteError", "apart", "lookup", "read"]
