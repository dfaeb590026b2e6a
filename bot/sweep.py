"""Watching the connection: warnings before what has a date ends, and word at once when something breaks or is mended."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.metrics import WARNINGS
from bot.posting import Posting
from bot.slack import Voice
from bot.store import Ledger, Standing
from bot.triage import Triage
from diagnostics.answers import Answer
from diagnostics.expiry import HOUR, Outlook, due
from diagnostics.facts.expiries import End
from diagnostics.facts.integration_user import IntegrationUser
from diagnostics.judgement import Verdict
from diagnostics.question import Question
from diagnostics.report import Finding, Report
from handlers import warnings
from handlers.case import Said

_log = logging.getLogger(__name__)
# Faults of the connection itself: the sign-in, and the rights it needs.
WATCHED = (
    "credentials-expired",
    "integration-user-inactive",
    "no-emailmessage-access",
    "no-emailmessage-edit",
    "no-contact-view-all",
    "no-task-edit",
)


@dataclass(frozen=True, slots=True)
class Warning:
    """One direct message that is due: to whom, why, what it says, and the key under which it is sent once."""

    admin: str
    why: str
    key: str
    message: dict[str, Any]


class Sweep:
    """Looks regularly, and tells each admin once."""

    def __init__(
        self,
        triage: Triage,
        ledger: Ledger,
        standing: Standing,
        voice: Voice | None,
        admins: tuple[str, ...],
        clock: Callable[[], datetime],
    ) -> None:
        self._triage, self._ledger, self._standing = triage, ledger, standing
        self._voice, self._admins, self._clock = voice, admins, clock
        self._posting = Posting(voice, ledger, clock) if voice else None

    def tick(self) -> None:
        """Both looks."""
        self.look()
        self.look_ahead()

    def look(self) -> None:
        """At what is broken now: every quarter of an hour."""
        if self._admins:
            self.send(self.live(self._state()))

    def look_ahead(self) -> None:
        """At what ends: every minute, but it asks only once somebody's day has begun, and once a day."""
        waiting = [a for a in self._admins if self._ledger.get(self._day_key(a)) is None and self._awake(a)]
        if waiting:
            self.send(self.ends(self._outlook(), waiting))
            for admin in waiting:
                self._ledger.claim(self._day_key(admin), "swept", self._clock())

    def all(self) -> Iterator[Warning]:
        """Everything that would be said now, to everybody (for `sweep` by hand)."""
        yield from self.live(self._state())
        yield from self.ends(self._outlook(), list(self._admins))

    def live(self, report: Report) -> Iterator[Warning]:
        """What has become true or good since the last look. What could not be checked changes nothing."""
        now = self._clock()
        for finding in (*report.findings, *report.also_found):
            id = finding.check.id
            if id not in WATCHED:
                continue
            told = self._ledger.get(f"live:{id}")
            if finding.judgement.verdict is Verdict.CAUSE and not finding.explained_by:
                # The episode's beginning is part of the key: each change is told once, also after a restart.
                since = told[1] if told and told[0] == "broken" else now
                if not (told and told[0] == "broken"):
                    self._ledger.put(f"live:{id}", "broken", since)
                for admin in self._admins:
                    yield Warning(admin, id, f"broken:{id}:{since.isoformat()}:{admin}", warnings.broken(finding, now))
            elif finding.judgement.verdict is Verdict.CLEAR and told:
                since = told[1] if told[0] == "good" else now
                if told[0] != "good":
                    self._ledger.put(f"live:{id}", "good", since)
                for admin in self._admins:
                    yield Warning(
                        admin, id, f"good:{id}:{since.isoformat()}:{admin}", warnings.good_again(finding.check.title)
                    )

        yield from self._confirmation(report)

    def _confirmation(self, report: Report) -> Iterator[Warning]:
        """Once for each user that was inferred: whether it is the one."""
        facts = (fact for finding in report.findings for fact in finding.judgement.because)
        for user in [fact for fact in facts if isinstance(fact, IntegrationUser) and fact.inferred][:1]:
            for admin in self._admins:
                key = f"confirm:{user.id}:{admin}"
                yield Warning(admin, "integration-user", key, warnings.confirm(user.username))

    def ends(self, seen: Outlook, admins: list[str]) -> Iterator[Warning]:
        """What is due of what ends, by each admin's own day."""
        now = self._clock()
        for missing in seen.silent:
            _log.info("an end could not be looked up: %s", missing.says)
        for admin in admins:
            tz = self._tz(admin)
            for end in seen.ends:
                base = _base(end, admin)
                sent = [int(key.removeprefix(base)) for key in self._ledger.keys(base)]
                stage = due(end, now, tz, sent)
                later = self._ledger.get(f"later:{base}")
                if stage is None and later and now >= datetime.fromisoformat(later[0]) and sent:
                    self._ledger.remove(f"later:{base}")
                    stage = min(sent)
                    for key in (f"{base}{stage}", f"post:{base}{stage}"):
                        self._ledger.remove(key)
                if stage is not None:
                    yield Warning(admin, end.key, f"{base}{stage}", warnings.ending(end, now, tz))

    def send(self, due_now: Iterator[Warning]) -> int:
        """Send what was not sent before; returns how many. Noted after it is posted: posting is once by its key."""
        count = 0
        for warning in due_now:
            if self._voice and self._posting and self._ledger.get(warning.key) is None:
                self._posting.post(warning.key, self._voice.direct(warning.admin), warning.message)
                self._ledger.claim(warning.key, "sent", self._clock())
                WARNINGS.labels(warning.why.partition(":")[0]).inc()
                count += 1
        return count

    def pressed(self, said: Said) -> None:
        """*Check* proves the fix; *remind me later* speaks again tomorrow at ten."""
        assert self._voice is not None  # clicks come from Slack
        if said.action == warnings.LATER:
            self._remind(said)
            return
        if said.action.startswith(warnings.CONFIRM):
            right = said.action == warnings.CONFIRM
            if right:
                self._standing.hear(Answer("integration-user", said.text, said.user, said.at))
            self._voice.edit(said.channel, said.ts, warnings.confirmed(said.text, right=right))
            return
        if said.text in WATCHED:
            report = self._state(fresh=True)
            finding = next((f for f in (*report.findings, *report.also_found) if f.check.id == said.text), None)
            good = finding is not None and finding.judgement.verdict is Verdict.CLEAR
            says = _says(finding)
            if good:
                self._ledger.put(f"live:{said.text}", "good", self._clock())
                for admin in self._admins:  # this message is the good news: it is not told once more
                    since = self._ledger.get(f"live:{said.text}")
                    assert since is not None
                    self._ledger.claim(f"good:{said.text}:{since[1].isoformat()}:{admin}", "seen", self._clock())
        else:
            end = next((e for e in self._outlook().ends if e.key == said.text), None)
            good = end is None or due(end, self._clock(), self._tz(said.user), ()) is None
            says = "the end date is gone." if end is None else f"it ends on {end.ends:%-d %B %Y}."
        if good:
            self._voice.edit(said.channel, said.ts, warnings.checked(says, good=True))
        else:
            self._say(said, warnings.checked(says, good=False)["text"])

    def _remind(self, said: Said) -> None:
        zone = ZoneInfo(self._tz(said.user))
        local = self._clock().astimezone(zone)
        tomorrow = datetime.combine(local.date() + timedelta(days=1), HOUR, zone)
        for key in self._ledger.keys(f"end:{said.user}:{said.text}:"):
            self._ledger.put(f"later:{key.rpartition(':')[0]}:", tomorrow.isoformat(), self._clock())
        self._say(said, f"I remind you {tomorrow:%A} at {tomorrow:%H:%M}.")

    def _say(self, said: Said, text: str) -> None:
        assert self._posting is not None  # likewise
        self._posting.post(f"say:{said.id}", said.channel, {"text": text}, said.ts)

    def _state(self, *, fresh: bool = True) -> Report:
        now = self._clock()
        report, _ = self._triage.diagnose(Question("", now, now), self._standing.known(now), fresh=fresh)
        return report

    def _outlook(self) -> Outlook:
        return self._triage.outlook(self._standing.known(self._clock()))

    def _tz(self, admin: str) -> str:
        return self._voice.profile(admin)[2] if self._voice else "UTC"

    def _awake(self, admin: str) -> bool:
        return self._clock().astimezone(ZoneInfo(self._tz(admin))).time() >= HOUR

    def _day_key(self, admin: str) -> str:
        return f"swept:{admin}:{self._clock().astimezone(ZoneInfo(self._tz(admin))).date()}"


def _base(end: End, admin: str) -> str:
    """What is renewed gets a new date, and so new warnings."""
    return f"end:{admin}:{end.key}:{end.ends.isoformat()}:"


def _says(finding: Finding | None) -> str:
    return finding.judgement.says if finding else "this can no longer be checked."
