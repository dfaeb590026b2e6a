"""One case: a company in which something is wrong (or nothing), what somebody writes, and the truth."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.evaluation.distractors import DISTRACTORS
from benchmarks.evaluation.sources import SOURCES
from playground.company import Company, found
from playground.faults import Complaint, Truth, Voice

_ZONES = ("Europe/Berlin", "Europe/Paris", "America/New_York", "Asia/Kolkata")


class Kind(StrEnum):
    """What a case tests."""

    SINGLE = "single"
    SEVERAL = "several"
    CHAIN = "chain"
    HEALTHY = "healthy"
    MISLED = "misled"
    REMOVED = "removed"
    DISTRACTED = "distracted"


@dataclass(frozen=True, slots=True)
class Case:
    """A case, not built yet. `id` says everything that is in it; with the seed it makes the world.

    `seed` is without source and distractors, so that a case with them plays in the same company as the one without.
    `about` is the cause it counts for in the tables; `asked_hours_ago`: the message is older than the diagnosis.
    """

    id: str
    kind: Kind
    seed: str
    about: str
    differs: Callable[[Company], None]
    complaint: Complaint
    truth: Truth
    named: bool = True
    unsure: tuple[str, ...] = ()
    without: str = ""
    distractors: tuple[str, ...] = ()
    asked_hours_ago: float = 0

    def build(self) -> "Story":
        """The company, and who writes what in it."""
        chance = Random(self.seed)
        zone = chance.choice(_ZONES)
        company = found(_working_hours(chance, zone), chance, zone)
        self.differs(company)
        for name in self.distractors:
            DISTRACTORS[name].differs(company)
        if self.without:
            SOURCES[self.without].take(company)
        voice = self.complaint.voice
        asker = {Voice.REP: company.rep.email, Voice.ADMIN: company.admin_email, Voice.SUPPORT: "kim@helpdesk.example"}
        asked_at = company.ago(hours=self.asked_hours_ago)
        return Story(company, self.complaint.text.format(**company.words), asked_at, zone, asker[voice])


@dataclass(frozen=True, slots=True)
class Story:
    """A case under way."""

    company: Company
    text: str
    asked_at: datetime
    tz: str
    asker: str


def _working_hours(chance: Random, zone: str) -> datetime:
    """A weekday between eleven and six: made up, so that no figure depends on when it is measured."""
    monday = datetime(2026, 11, 9, 11, 0, tzinfo=ZoneInfo(zone))
    return monday + timedelta(days=chance.randint(1, 4), minutes=chance.randint(0, 7 * 60))
