"""A conversation in the terminal: one types as the rep, sees what Slack would show, and presses buttons by number."""

import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

from playground.slack.actor import Slack
from playground.slack.records import Channel, Message, User, View
from playground.slack.transcript import Choice, transcript
from playground.stage import Stage

WELCOME = """You are {name}, a rep at Initech, in #sales. Scenario: {title}.

  /syncstatus                    how is the connection?
  /syncstatus jane@acme.com      why is it not in Salesforce?
  @Sync Triage …                 mention the bot
  dm …                           write to it directly (replies go to the last thread)
  1, 2, 3 …                      press a button
  as dana | alex | sam           be somebody else (sam is an admin)
  quit

Try: {said}
"""
_QUIET, _PATIENCE = 0.6, 20.0  # seconds without news, seconds at most


class Conversation:
    """The state of one terminal session."""

    def __init__(self, stage: Stage, slack: Slack, say: Callable[[str], None]) -> None:
        self._stage, self._slack, self._say = stage, slack, say
        self._me: User = stage.cast.dana
        self._choices: tuple[Choice, ...] = ()
        self._thread: Message | None = None

    def welcome(self) -> None:
        """What one can type."""
        scenario, world = self._stage.scenario, self._stage.world
        self._say(WELCOME.format(name=self._me.real_name, title=scenario.title, said=scenario.words(world)))

    def prompt(self) -> str:
        """What stands before the cursor."""
        return f"{self._me.name}> "

    def take(self, line: str) -> bool:
        """Do what was typed, and show what came of it; false to end."""
        word, _, rest = line.strip().partition(" ")
        if word in ("quit", "exit", "q"):
            return False
        cast = self._stage.cast
        if not word:
            return True
        if word == "as":
            found = {u.name: u for u in (cast.dana, cast.alex, cast.sam)}.get(rest.strip().lower())
            self._me = found or self._me
            if not found:
                self._say("There are dana, alex and sam.")
            return True
        if word.isdigit():
            self._press(int(word))
        elif word.startswith("/"):
            self._command(word, rest)
        elif word == "dm":
            self._slack.say(self._me, self._stage.team.dm(self._me), rest, thread_ts=self._dm_thread())
        elif self._thread and "@" not in word:
            self._slack.say(self._me, self._thread.channel, line, thread_ts=self._thread.thread_ts or self._thread.ts)
        else:
            self._slack.say(self._me, cast.sales, line.replace("@Sync Triage", f"<@{self._stage.team.app.bot_user}>"))
        self.show()
        return True

    def _command(self, name: str, text: str) -> None:
        try:
            self._slack.command(self._me, self._stage.cast.sales, text, name=name)
        except LookupError as error:
            self._say(str(error))

    def _press(self, number: int) -> None:
        choice = next((c for c in self._choices if c.number == number), None)
        if choice is None:
            self._say(f"There is no button {number}.")
            return
        self._slack.click(self._me, choice.message, choice.action_id, choice.value)
        self._settle()
        for view in self._open_views():
            self._fill(view)

    def _fill(self, view: View) -> None:
        """Show a modal; one with a field is filled in from the next line."""
        title = view.body["title"]["text"]
        self._say(f"┌ {title}")
        for block in view.body["blocks"]:
            text = block.get("text", {}).get("text", "")
            for line in text.splitlines():
                self._say(f"│ {line}")
        fields = [b for b in view.body["blocks"] if b["type"] == "input"]
        if fields:
            self._slack.submit(view, {fields[0]["block_id"]: input("│ ")})
        else:
            self._slack.dismiss(view)
        self._say("└")

    def _open_views(self) -> list[View]:
        return [v for v in self._stage.team.views.values() if v.open and v.user == self._me.id]

    def show(self) -> None:
        """The thread with the latest news, once nothing moves any more."""
        self._settle()
        team = self._stage.team
        mine = [m for m in team.messages.values() if self._sees(team.channel(m.channel), m)]
        if not mine:
            return
        newest = max(mine, key=lambda m: m.edited_at or m.ts)
        root = newest.thread_ts or newest.ts
        thread = sorted((m for m in mine if (m.thread_ts or m.ts) == root), key=lambda m: m.ts)
        self._thread = thread[0]
        names = {u.id: u.real_name for u in team.users.values()} | {c.id: c.name for c in team.channels.values()}
        shown = transcript(thread, names, zone=ZoneInfo(self._me.tz), viewer=self._me.id)
        self._choices = shown.choices
        place = team.channel(thread[0].channel)
        self._say(f"\n{'#' + place.name if place.name else 'direct messages'}")
        self._say("\n".join(shown.lines) + "\n")

    def _sees(self, place: Channel, message: Message) -> bool:
        return self._me.id in place.members and message.seen_by in (None, self._me.id)

    def _dm_thread(self) -> str | None:
        place = self._stage.team.dm(self._me)
        return self._thread.ts if self._thread and self._thread.channel == place.id else None

    def _settle(self) -> None:
        """Wait until nothing has changed for a moment."""
        self._slack.settle()
        team = self._stage.team
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            before = (len(team.calls), len(team.messages))
            time.sleep(_QUIET)
            working = any("Checking" in m.text and m.bot_id for m in team.messages.values())
            if (len(team.calls), len(team.messages)) == before and not working:
                return
