"""Every cause of the catalogue as it comes about: one small file each."""

import importlib
import pkgutil
from functools import cache

from playground.faults.fault import KNOWS, Complaint, Fault, Truth, Variant, Voice

__all__ = ["KNOWS", "Complaint", "Fault", "Truth", "Variant", "Voice", "faults"]
_NOT_FAULTS = {"fault", "phrases"}


@cache
def faults() -> dict[str, Fault]:
    """All faults by the id of their cause, in order of their names."""
    found: dict[str, Fault] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        if name not in _NOT_FAULTS:
            fault = importlib.import_module(f"{__name__}.{name}").FAULT
            assert isinstance(fault, Fault)
            found[fault.cause] = fault
    return found
