"""Companies made of a seed: everything works, and there is the usual noise of many people's records."""

from playground.company.company import Company
from playground.company.founding import found
from playground.company.people import Prospect, Rep

__all__ = ["Company", "Prospect", "Rep", "found"]
