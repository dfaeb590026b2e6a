"""Several faults at once: independent ones, and such that follow from each other."""

from playground.combinations.chains import CHAINS
from playground.combinations.several import SEVERAL

__all__ = ["CHAINS", "SEVERAL"]
