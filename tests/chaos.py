"""People ask while the bot is killed again and again; afterwards it is counted what became of what was acknowledged."""

import random
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from playground.postgres import postgres
from playground.replicas import Replica, balanced, replicas
from playground.scenarios import scenarios
from playground.slack.actor import Slack
from playground.slack.app import App
from playground.slack.records import Channel, Message
from playground.stage import Stage, stage

MANIFEST = Path(__file__).parent.parent / "manifest.yml"
_SETTLED = 300.0  # seconds after the last kill until everything must be answered
_CHANNELS = 20
_WAITING = 15  # unanswered ones at which nobody asks more: the machine is slow, and the run must end
_AGAIN = (0.2,) * 150  # Slack comes again after minutes; here sooner


@dataclass
class Count:
    """What became of it. `doubled_look_ups` are queries about one person that were made again after a crash."""

    asked: int = 0
    acknowledged: int = 0
    unanswered: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    kills: int = 0
    look_ups: int = 0
    doubled_look_ups: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.asked} asked, {self.acknowledged} acknowledged, {len(self.unanswered)} lost, "
            f"{len(self.doubled)} doubled, {self.doubled_look_ups} of {self.look_ups} look-ups doubled"
        )


@dataclass
class Crowd:
    """Slack, Salesforce and Unify of a healthy company, the bot in processes, and people who ask."""

    staged: Stage
    slack: Slack
    bots: list[Replica]
    channels: list[Channel]  # several: Slack takes one message a second in each
    asked: dict[str, str] = field(default_factory=dict)  # address asked about → "command" or "mention"
    acknowledged: set[str] = field(default_factory=set)

    @classmethod
    def gather(cls, stack: ExitStack, folder: Path, database: str, number: int = 1, latency: float = 0.05) -> "Crowd":
        """Everything running. `database`: DATABASE_URL. `latency`: seconds that Salesforce and Unify take."""
        staged = stack.enter_context(stage(scenarios()["healthy"], App.of(yaml.safe_load(MANIFEST.read_text()))))
        staged.world.org.latency = staged.world.unify_space.latency = latency
        bots = stack.enter_context(replicas({**staged.environ, "DATABASE_URL": database}, folder, number))
        address = stack.enter_context(balanced(bots))
        slack = stack.enter_context(Slack(staged.team, address, retry_waits=_AGAIN))
        channels = [staged.team.add_channel(f"room-{n}", [staged.cast.dana]) for n in range(_CHANNELS)]
        return cls(staged, slack, bots, channels)

    def ask(self, number: int) -> None:
        """A command or, in turn, a mention, each about somebody of their own."""
        address, dana = f"person-{number}@example.com", self.staged.cast.dana
        channel = self.channels[number % len(self.channels)]
        text = f"my email to {address} isn't in Salesforce"
        if number % 2:
            self.asked[address] = "mention"
            self.slack.say(dana, channel, f"<@{self.staged.team.app.bot_user}> {text}")
            self.acknowledged.add(address)  # an event is brought again until it is acknowledged
        else:
            self.asked[address] = "command"
            if self.slack.command(dana, channel, text).status == 200:
                self.acknowledged.add(address)

    def keep_asking(self, stop: threading.Event, every: float) -> threading.Thread:
        """In the background, one each `every` seconds, until told to stop."""

        def ask() -> None:
            number = len(self.asked)
            while not stop.wait(every):
                if len(self.count().unanswered) > _WAITING:
                    continue
                self.ask(number)
                number += 1

        thread = threading.Thread(target=ask)
        thread.start()
        return thread

    def settle(self, timeout: float = _SETTLED) -> None:
        """Until everything acknowledged is answered, or the time is over."""
        self.slack.settle(timeout)
        end = time.monotonic() + timeout
        while time.monotonic() < end and self.count().unanswered:
            time.sleep(0.2)
        time.sleep(1.0)  # long enough for a second answer to show

    def count(self, kills: int = 0) -> Count:
        """What became of everything asked so far."""
        reports = Counter[str]()
        done = set[str]()
        roots = Counter[str]()
        for message in self.said():
            address = self._about(message)
            if (message.metadata or {}).get("event_type") == "sync_triage_report":
                reports[address] += 1
                if message.metadata and message.metadata["event_payload"]["state"] != "checking":
                    done.add(address)
            elif not message.is_reply:
                roots[address] += 1
        queries = Counter(
            (person, query)
            for request in list(self.staged.world.org.requests)
            for query in set(request.queries)
            for person in set(re.findall(r"person-\d+@example\.com", query))
        )
        return Count(
            len(self.asked),
            len(self.acknowledged),
            sorted(self.acknowledged - done),
            sorted(a for a in self.asked if reports[a] > 1 or roots[a] > 1),
            kills,
            len(queries),
            sum(n - 1 for n in queries.values()),
        )

    def said(self) -> list[Message]:
        """What the bot has posted."""
        return self.staged.team.said_by_bot()

    def _about(self, message: Message) -> str:
        thread = self.staged.team.messages.get((message.channel, message.thread_ts or message.ts))
        found = re.search(r"person-\d+@example\.com", thread.text if thread else message.text)
        return found[0] if found else ""


def kill_at_random(bots: list[Replica], kills: int, chance: random.Random, pause: tuple[float, float]) -> Iterator[int]:
    """kill -9 somebody, start them again; `pause`: seconds between, from and to. Yields after each."""
    for number in range(1, kills + 1):
        time.sleep(chance.uniform(*pause))
        victim = chance.choice(bots)
        victim.kill()
        victim.start()
        yield number


def run(kind: str, kills: int, number: int, seed: int) -> Count:
    """One long run: so many kills among `number` processes on SQLite or PostgreSQL."""
    chance = random.Random(seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        url = f"sqlite:///{folder}/bot.db" if kind == "sqlite" else stack.enter_context(postgres()).create("chaos")
        crowd = Crowd.gather(stack, folder, url, number, latency=0.3)
        stop = threading.Event()
        asking = crowd.keep_asking(stop, every=0.3)
        for n in kill_at_random(crowd.bots, kills, chance, (0.2, 2.0)):
            if n % 2:
                # A gateway loses the answer to a post that was done: the worst moment to die in.
                crowd.staged.team.fail("chat.postMessage", status=502, delay=0.5, done_anyway=True)
            if n % 10 == 0:
                print(f"{kind} × {number}: {crowd.count(n)} so far", file=sys.stderr, flush=True)  # noqa: T201
        stop.set()
        asking.join()
        crowd.settle()
        return crowd.count(kills)


def main(arguments: list[str]) -> int:
    """`KILLS` (60) with one process on SQLite, and with two on PostgreSQL; or on the one that is named after the number.

    1 if anything was lost or doubled.
    """
    kills = int(arguments[0]) if arguments else 60
    bad = False
    for kind, number in (("sqlite", 1), ("postgresql", 2)):
        if arguments[1:] and kind not in arguments[1:]:
            continue
        count = run(kind, kills, number, seed=kills)
        print(f"{kind} × {number}: {count}", flush=True)  # noqa: T201
        bad = bad or bool(count.unanswered or count.doubled)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
