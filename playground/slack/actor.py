"""People with their mice: what Slack does to an app when somebody clicks, chooses, submits a form or opens a tab."""

from collections.abc import Mapping
from typing import Any

from playground.slack import choices, payloads
from playground.slack.delivery import Delivery, Manner
from playground.slack.keyboard import PLAINLY, Keyboard
from playground.slack.records import Json, Message, User, View
from playground.slack.submitted import take_answer, withdraw


class Slack(Keyboard):
    """All that people can do to the app. Clicks and forms wait for the app's answer and return it."""

    def click(
        self, user: User | str, on: Message | View, action_id: str, value: Any = None, *, manner: Manner = PLAINLY
    ) -> Delivery:
        """Clicks a button, or chooses `value` in a menu, as the message or view stands now. LookupError if there is
        nothing of that action id, or this person does not see it."""
        team = self.team
        with team.changing():
            person = team.user(user)
            now = team.latest(on) if isinstance(on, Message) else self._view(on)
            blocks = now.blocks if isinstance(now, Message) else now.body["blocks"]
            block, element = choices.find(blocks, action_id, person.id)
            act = {"type": element["type"], "action_id": action_id, "block_id": block["block_id"],
                   **choices.chosen(element, value), "action_ts": team.next_ts()}  # fmt: skip
            if isinstance(now, Message):
                place = team.channel(now.channel)
                _, url = self._response_url("actions", person, place, now.ts)
                about = payloads.about_message(team, now, place, url)
                about["state"] = {"values": choices.state_of(blocks, {action_id: value})}
                said = payloads.interaction(team, "block_actions", person, self._trigger(person)) | about
            else:
                said = payloads.interaction(team, "block_actions", person, self._trigger(person, now.id))
                said |= payloads.about_view(team, now)
        return self.courier.send("interaction", said | {"actions": [act]}, manner)

    def _view(self, view: View) -> View:
        return self.team.homes[view.user] if view.type == "home" else self.team.views[view.id]

    def shortcut(
        self,
        user: User | str,
        message: Message | None,
        callback_id: str = "triage_message",
        *,
        manner: Manner = PLAINLY,
    ) -> Delivery:
        """A message shortcut; without a message a global one. LookupError if the app has none of this id."""
        team, wanted = self.team, "global" if message is None else "message"
        if team.app.shortcuts.get(callback_id) != wanted:
            raise LookupError(f"no {wanted} shortcut is called {callback_id}")
        with team.changing():
            person, ts = team.user(user), team.next_ts()
            trigger = self._trigger(person)
            if message is None:
                said = payloads.interaction(team, "shortcut", person, trigger)
            else:
                now, place = team.latest(message), team.channel(message.channel)
                _, url = self._response_url("app", person, place, now.ts)
                said = payloads.interaction(team, "message_action", person, trigger)
                said |= {"message_ts": now.ts, "message": team.show(now, metadata=True, thread=True), "response_url": url,
                         "channel": {"id": place.id, "name": payloads.channel_name(place)}}  # fmt: skip
        return self.courier.send("interaction", said | {"callback_id": callback_id, "action_ts": ts}, manner)

    def submit(self, view: View, values: Mapping[str, Any] | None = None, *, manner: Manner = PLAINLY) -> Delivery:
        """Submits a modal. `values` by action id or block id. ValueError where Slack's client would not let one."""
        team = self.team
        with team.changing():
            now, person = self._open_view(view), team.user(view.user)
            state = choices.state_of(now.body["blocks"], values or {})
            wrong = choices.unanswered(now.body["blocks"], state)
            if wrong:
                raise ValueError("; ".join(wrong))
            now = withdraw(team, now, state=state, open=True)
            said = payloads.interaction(team, "view_submission", person, self._trigger(person, now.id))
            said |= {"view": payloads.about_view(team, now)["view"], "response_urls": []}
        done = self.courier.send("interaction", said, manner)
        if done.received:
            take_answer(team, now, done.answer())
        return done

    def _open_view(self, view: View) -> View:
        now = self.team.views[view.id]
        if not now.open:
            raise ValueError(f"{view.id} is no longer open")
        return now

    def dismiss(self, view: View, *, manner: Manner = PLAINLY) -> Delivery | None:
        """Closes a modal by its cross; the app hears of it only if it asked to."""
        team = self.team
        with team.changing():
            now = withdraw(team, self._open_view(view), open=False)
            if not now.body.get("notify_on_close"):
                return None
            said = payloads.interaction(team, "view_closed", team.user(view.user), None)
            said |= {"view": payloads.about_view(team, now)["view"], "is_cleared": False}
        return self.courier.send("interaction", said, manner)

    def open_home(self, user: User | str, tab: str = "home", *, manner: Manner = PLAINLY) -> None:
        """Opens the app's home or messages tab."""
        team = self.team
        with team.changing():
            person = team.user(user)
            place, home = team.dm(person), team.homes.get(person.id)
            body: Json = {"user": person.id, "channel": place.id, "tab": tab}
            if tab == "home" and home is not None:
                body["view"] = payloads.about_view(team, home)["view"]
            self.happen("app_home_opened", manner=manner, **body)
