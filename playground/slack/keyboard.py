"""People at their keyboards: what Slack tells an app when somebody writes, edits, gives a command or drops a file."""

import secrets
import uuid
from types import TracebackType
from typing import Any, Self

from playground.slack import payloads
from playground.slack.delivery import PATIENCE, RETRY_WAITS, Courier, Delivery, Manner
from playground.slack.events import Event
from playground.slack.methods.call import Refused
from playground.slack.records import Channel, File, Message, User
from playground.slack.response_urls import respond
from playground.slack.state import SLACKBOT
from playground.slack.team import Team
from playground.slack.typed import rich_text, typed

PLAINLY = Manner()


class Keyboard:
    """The workspace's side of the app's one address, `POST {bot_url}/slack/events`.

    Whatever happens in the workspace, by people or through the Web API, is delivered in the background as the events
    the app subscribed to. Commands and interactions wait for the answer and return it. Use it as a context manager.
    """

    def __init__(
        self, team: Team, bot_url: str, *, patience: float = PATIENCE, retry_waits: tuple[float, ...] = RETRY_WAITS,
        path: str = "/slack/events",
    ) -> None:  # fmt: skip
        self.team = team
        self.courier = Courier(
            bot_url.rstrip("/") + path, team.app.signing_secret, patience=patience, retry_waits=retry_waits
        )
        self._manner = PLAINLY
        team.listeners.append(self._hear)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delivers nothing more; what is under way is waited for."""
        with self.team.changing():
            self.team.listeners.remove(self._hear)
        self.courier.close()

    @property
    def deliveries(self) -> list[Delivery]:
        return self.courier.deliveries

    def settle(self, timeout: float = 10.0) -> None:
        """Waits until every event so far was received or given up."""
        self.courier.settle(timeout)

    def _hear(self, event: Event) -> None:
        self.courier.send_event(payloads.envelope(self.team, event.body), self._manner)

    def say(
        self, user: User | str, channel: Channel | str, text: str, *, thread_ts: str | None = None,
        files: tuple[File, ...] = (), manner: Manner = PLAINLY,
    ) -> Message:  # fmt: skip
        """Posts what somebody typed, mentions by `@name` or `<@U…>`. In a public channel they join first if need be."""
        team = self.team
        with team.changing():
            person, place = team.user(user), team.channel(channel)
            if person.id not in place.members:
                if place.kind != "channel":
                    raise PermissionError(f"{person.name} is not in {place.name or place.id}")
                place = team.join(place, person)
            said = self._typed(text)
            self._manner = manner
            try:
                return team.post(
                    place, person, said, thread_ts=thread_ts, client_msg_id=str(uuid.uuid4()), files=files,
                    subtype="file_share" if files else None,
                    blocks=(rich_text(said, secrets.token_urlsafe(4)[:5]),) if said else (),
                )  # fmt: skip
            finally:
                self._manner = PLAINLY

    def _typed(self, text: str) -> str:
        people = {name: each.id for each in self.team.users.values() for name in (each.name, each.real_name)}
        channels = {each.name: each.id for each in self.team.channels.values() if each.name}
        return typed(text, people, channels)

    def drop_file(
        self, user: User | str, channel: Channel | str, name: str, content: bytes, *, mimetype: str = "text/plain",
        text: str = "", thread_ts: str | None = None, manner: Manner = PLAINLY,
    ) -> Message:  # fmt: skip
        """Shares a file, with or without words; the app gets it by `url_private_download` and `files:read`."""
        team = self.team
        with team.changing():
            person, place = team.user(user), team.channel(channel)
            file = File(team.next_id("F"), name, mimetype, content, person.id, int(team.clock()), (place.id,))
            team.files[file.id] = file
            return self.say(person, place, text, thread_ts=thread_ts, files=(file,), manner=manner)

    def edit(self, message: Message, text: str) -> Message:
        said = self._typed(text)
        return self.team.change(
            message, text=said, blocks=(rich_text(said, secrets.token_urlsafe(4)[:5]),), edited_at=self.team.next_ts(),
            edited_by=message.user,
        )  # fmt: skip

    def delete(self, message: Message) -> None:
        self.team.delete(message)

    def command(
        self,
        user: User | str,
        channel: Channel | str,
        text: str = "",
        *,
        name: str = "/syncstatus",
        manner: Manner = PLAINLY,
    ) -> Delivery:
        """A slash command. There is no way to give one inside a thread. LookupError if the app has no such command."""
        team = self.team
        if name not in team.app.commands:
            raise LookupError(f"{name} is not a valid command")
        person, place = team.user(user), team.channel(channel)
        said = self._typed(text) if team.app.commands[name] else text.strip()
        with team.changing():
            trigger, (key, url) = self._trigger(person), self._response_url("commands", person, place)
        form = payloads.command_form(team, person, place, name, said, trigger, url)
        done = self.courier.send("command", form, manner)
        if done.received:
            self._show_answer(done, key)
        else:
            error = "operation_timeout" if done.reason == "http_timeout" else "dispatch_failed"
            team.post(place, SLACKBOT, f'{name} failed with the error "{error}"', seen_by=person.id)
        return done

    def _show_answer(self, done: Delivery, key: str) -> None:
        """An answer in the acknowledgement itself: plain text or a message."""
        said = done.answer() or ({"text": done.body} if done.body.strip() and "json" not in done.content_type else {})
        if not said:
            return
        with self.team.changing():
            url = self.team.passes.open_url(key, self.team.clock())
            if isinstance(url, str):
                return
            try:
                respond(self.team, url, said)
            except Refused as refused:
                self.team.post(
                    url.channel, SLACKBOT, f"The app's answer was refused: {refused.error}", seen_by=url.user
                )

    def _trigger(self, user: User, view: str | None = None) -> str:
        team = self.team
        id = f"{team.next_ts().replace('.', '')}.{int(team.clock())}.{secrets.token_hex(16)}"
        return team.passes.give_trigger(id, user.id, team.clock(), view)

    def _response_url(self, kind: str, user: User, channel: Channel, source: str | None = None) -> tuple[str, str]:
        team = self.team
        key = team.passes.give_url(secrets.token_urlsafe(18), user.id, channel.id, team.clock(), source)
        return key, f"{team.address}/{kind}/{team.id}/{key}"

    def happen(self, type: str, *, manner: Manner = PLAINLY, **fields: Any) -> None:
        """Any other event, delivered if the app subscribed to it and holds the scope it takes."""
        team = self.team
        with team.changing():
            self._manner = manner
            try:
                team.tell([Event(type, {"type": type, **fields, "event_ts": team.next_ts()})])
            finally:
                self._manner = PLAINLY

    def verify_url(self) -> bool:
        """What Slack does when an app's address is entered: a challenge, which must come back."""
        challenge = secrets.token_urlsafe(32)
        said = {"token": self.team.app.verification_token, "challenge": challenge, "type": "url_verification"}
        done = self.courier.send("url_verification", said, PLAINLY)
        return done.received and challenge in (done.body.strip(), done.answer().get("challenge"))
