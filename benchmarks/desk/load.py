"""Slack's side of a load: signed commands at an address, and how long each acknowledgement took. A process of its own."""

import json
import queue
import sys
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx

from playground.slack.delivery import signature

TEAMS = 40  # organisations that ask, so that no single one's lanes are the limit


@dataclass(frozen=True, slots=True)
class Plan:
    """`rate` a second (0: as fast as `connections` allow) for `seconds`; `channels` in turn, asked by `user`."""

    address: str
    secret: str
    seconds: float
    rate: float
    connections: int
    channels: list[str]
    user: str
    run: str


def main() -> None:
    """Reads a Plan from standard input, writes `[[seconds, status], …]`, a pair for each command."""
    plan = Plan(**json.load(sys.stdin))
    json.dump(send(plan), sys.stdout)


def send(plan: Plan) -> list[tuple[float, int]]:
    """Carry it out. With a rate, each is sent when it is due and measured from then on, however late the others are."""
    due: queue.Queue[tuple[float, int] | None] = queue.Queue()
    results: list[tuple[float, int]] = []
    # Made before the clock runs, and without certificates: reading those takes longer than what is measured.
    clients = [httpx.Client(timeout=10, trust_env=False, verify=False) for _ in range(plan.connections)]  # noqa: S501
    begin = time.perf_counter() + 0.2
    end = begin + plan.seconds

    def work(number: int) -> None:
        with clients[number] as client:
            if not plan.rate:
                n = number
                while time.perf_counter() < end:
                    results.append(_one(client, plan, n, time.perf_counter()))
                    n += plan.connections
                return
            while (task := due.get()) is not None:
                at, n = task
                if (wait := at - time.perf_counter()) > 0:
                    time.sleep(wait)
                results.append(_one(client, plan, n, at))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(plan.connections)]
    for n in range(int(plan.seconds * plan.rate)):
        due.put((begin + n / plan.rate, n))
    for _ in threads:
        due.put(None)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def _one(client: httpx.Client, plan: Plan, n: int, began: float) -> tuple[float, int]:
    said = {
        "command": "/syncstatus", "text": f"my email to p{n}-{plan.run}@acme.com isn't in Salesforce", "user_id": plan.user,
        "team_id": f"T{n % TEAMS:06}", "channel_id": plan.channels[n % len(plan.channels)], "channel_name": "x",
        "trigger_id": f"{plan.run}.{n}", "api_app_id": "A1", "token": "x", "user_name": "dana",
    }  # fmt: skip
    body = urlencode(said).encode()
    now = str(int(time.time()))
    answer = client.post(
        f"{plan.address}/slack/events", content=body,
        headers={"content-type": "application/x-www-form-urlencoded", "x-slack-request-timestamp": now,
                 "x-slack-signature": signature(plan.secret, now, body)},
    )  # fmt: skip
    return time.perf_counter() - began, answer.status_code


if __name__ == "__main__":
    main()
