"""How it behaves in Slack, over signed HTTP: who is answered, where, once, and with what."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from playground.slack.delivery import Manner
from tests.live import Live

Start = Callable[..., Live]
MISSING = "my email to jane@acme.com from this morning isn't in Salesforce"


def test_a_command_is_answered_in_a_thread_under_a_visible_message(live: Start) -> None:
    """The channel sees who asked about whom; everything else is in the thread."""
    bot = live("sent-from-gmail")
    assert bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING).status == 200
    report = bot.report()
    root = bot.team.messages[bot.cast.sales.id, str(report.thread_ts)]
    assert "Dana Reyes asked about *jane@acme.com*" in root.text
    assert report.is_reply


def test_one_report_message_is_edited_in_place(live: Start) -> None:
    """From checking to the verdict and on to the next answer it is the same message."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    first = bot.report()
    bot.slack.click(bot.cast.dana, first, "answer/origin/gmail")
    assert [m.ts for m in bot.reports()] == [first.ts]
    assert bot.payload()["state"] == "diagnosed"
    posts = [c for c in bot.team.calls if c.method == "chat.postMessage"]
    assert len(posts) == 2  # the root and the report


def test_an_answer_typed_into_the_thread_is_an_answer(live: Start) -> None:
    """“gmail” says the same as its button, without a mention."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    report = bot.report()
    bot.slack.say(bot.cast.alex, bot.cast.sales, "she sent it from gmail", thread_ts=report.thread_ts)
    assert bot.payload()["causes"] == ["sent-outside-unify"]


def test_thanks_and_talk_between_people_get_no_reply(live: Start) -> None:
    """In a thread of ours we speak only when spoken to, or answered."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    report, said = bot.report(), len(bot.texts())
    for text in ("thanks!", "lunch at one?", "I'll ask Pete tomorrow"):
        bot.slack.say(bot.cast.alex, bot.cast.sales, text, thread_ts=report.thread_ts)
    assert len(bot.texts()) == said
    assert bot.report() == report


def test_other_threads_are_not_ours(live: Start) -> None:
    """A reply elsewhere is acknowledged and forgotten."""
    bot = live()
    first = bot.slack.say(bot.cast.alex, bot.cast.sales, "emails to jane@acme.com are missing in Salesforce")
    bot.slack.say(bot.cast.dana, bot.cast.sales, "gmail", thread_ts=first.ts)
    assert bot.texts() == []


def test_a_mention_and_its_message_event_are_one(live: Start) -> None:
    """Slack tells of a mention twice, and may deliver each twice."""
    bot = live("validation-rule")
    text = bot.mention("emails fail with FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required")
    bot.slack.say(bot.cast.alex, bot.cast.support, text, manner=Manner(duplicate=True))
    assert len(bot.reports()) == 1
    assert bot.payload()["causes"] == ["write-rejected-validation-rule"]


def test_a_mention_on_a_ticket_reads_the_ticket(live: Start) -> None:
    """The ticket is the thread's first message; the mention only calls."""
    bot = live("validation-rule")
    ticket = bot.slack.say(
        bot.cast.alex, bot.cast.support,
        "Customer: no emails in Salesforce. Errors page: FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required",
    )  # fmt: skip
    bot.slack.say(bot.cast.alex, bot.cast.support, bot.mention("can you look?"), thread_ts=ticket.ts)
    assert bot.payload()["causes"] == ["write-rejected-validation-rule"]
    assert bot.report().thread_ts == ticket.ts


def test_without_history_it_asks_for_the_text_or_the_shortcut(live: Start) -> None:
    """Slack may refuse the thread: then a person is asked, once, precisely."""
    bot = live("validation-rule")
    ticket = bot.slack.say(bot.cast.alex, bot.cast.support, "Customer: no emails in Salesforce")
    bot.team.scopes -= {"channels:history"}
    bot.slack.say(bot.cast.alex, bot.cast.support, bot.mention("can you look?"), thread_ts=ticket.ts)
    assert "Triage sync issue" in bot.texts()[-1]


def test_the_shortcut_answers_in_the_messages_thread(live: Start) -> None:
    """*Triage sync issue* on a ticket."""
    bot = live("validation-rule")
    ticket = bot.slack.say(
        bot.cast.alex, bot.cast.support, "We get FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required"
    )
    bot.slack.shortcut(bot.cast.alex, ticket)
    assert bot.report().thread_ts == ticket.ts
    assert bot.payload()["causes"] == ["write-rejected-validation-rule"]


def test_where_it_is_no_member_it_answers_in_direct_messages(live: Start) -> None:
    """With a pointer where the command was typed."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.random, MISSING)
    assert bot.report().channel == bot.team.dm(bot.cast.dana).id
    pointer = [m for m in bot.team.messages.values() if m.channel == bot.cast.random.id and m.seen_by]
    assert "direct messages" in pointer[-1].text


def test_a_direct_message_is_a_question_and_a_reply_an_answer(live: Start) -> None:
    """The rep writes to the bot alone."""
    bot = live("sent-from-gmail")
    place = bot.team.dm(bot.cast.dana)
    bot.slack.say(bot.cast.dana, place, MISSING)
    assert bot.payload()["questions"] == ["origin"]
    bot.slack.say(bot.cast.dana, place, "from gmail", thread_ts=bot.report().thread_ts)
    assert bot.payload()["causes"] == ["sent-outside-unify"]


def test_help_and_nonsense_get_a_clear_sentence(live: Start) -> None:
    """Only the person sees it."""
    bot = live()
    bot.slack.command(bot.cast.dana, bot.cast.sales, "help")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "purple monkey dishwasher")
    bot.settle()
    private = [m for m in bot.team.messages.values() if m.seen_by == bot.cast.dana.id]
    assert "/syncstatus" in private[0].text
    assert "could not read" in private[1].text
    assert bot.reports() == []


def test_words_from_outside_cannot_mention_or_link(live: Start) -> None:
    """A subject in Unify and a rule in Salesforce are other people's words."""
    hostile = "<!channel> <@U0SYNCTRIAG> <https://evil.example|click> *bold*"
    bot = live("validation-rule")
    bot.world.org.insert(
        "ValidationRule", ValidationName="Hostile", Active=True, EntityDefinitionId="Task", ErrorMessage=hostile
    )
    bot.slack.command(
        bot.cast.dana, bot.cast.sales, f"error for jane@acme.com: FIELD_CUSTOM_VALIDATION_EXCEPTION: {hostile}"
    )
    report = bot.report()
    shown = str(report.blocks) + report.text
    assert "evil.example" in shown
    for injected in ("<!channel", "<@U0SYNCTRIAG", "<https://evil"):
        assert injected not in shown


def test_details_for_admins_never_reach_a_channel(live: Start) -> None:
    """Not even when the admin asks there; in the admin's own direct messages they are told."""
    bot = live("no-task-edit")
    bot.slack.command(bot.cast.sam, bot.cast.sales, "")
    in_channel = str(bot.report().blocks) + bot.report().text
    assert "unify-sync@initech.com" not in in_channel
    assert "Unify Sync" not in in_channel
    bot.slack.command(bot.cast.sam, bot.team.dm(bot.cast.sam), "")
    alone = str(bot.report().blocks)
    assert "unify-sync@initech.com" in alone
    assert bot.payload()["causes"] == ["no-task-edit"]


def test_evidence_opens_in_a_modal_cut_to_who_looks(live: Start) -> None:
    """The rep sees what reps may see; the admin all of it."""
    bot = live("no-task-edit")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "")
    report = bot.report()
    seen = {}
    for person in (bot.cast.dana, bot.cast.sam):
        bot.slack.click(person, report, "case/evidence")
        bot.settle()
        view = next(v for v in reversed(bot.team.views.values()) if v.user == person.id)
        seen[person.name] = str(view.body)
    assert "unify-sync@initech.com" not in seen["dana"]
    assert "unify-sync@initech.com" in seen["sam"]


def test_a_pasted_error_is_read_from_the_form(live: Start) -> None:
    """Long answers come through a form."""
    bot = live("validation-rule")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "all emails of the team are refused, the errors page shows errors")
    report = bot.report()
    assert "write-error" in bot.payload()["questions"]
    bot.slack.click(bot.cast.dana, report, "answer/write-error/paste")
    view = next(v for v in reversed(bot.team.views.values()) if v.open)
    bot.slack.submit(view, {"answer": "FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required"})
    assert bot.payload()["causes"] == ["write-rejected-validation-rule"]


PASTED = (
    "FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required\n"
    "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]\n"
    "REQUIRED_FIELD_MISSING: Required fields are missing: [Region__c]"
)
BOTH = ["write-rejected-required-field", "write-rejected-validation-rule"]


@pytest.mark.parametrize("way", ["form", "reply", "fenced reply", "file", "file with words"])
def test_an_error_pasted_replied_or_dropped_is_the_same_answer(live: Start, way: str) -> None:
    """Counted alike, and told alike."""
    bot = live("two-errors")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "all emails of the team are refused, the errors page shows errors")
    report = bot.report()
    assert "write-error" in bot.payload()["questions"]
    place, thread = bot.cast.sales, report.thread_ts
    match way:
        case "form":
            bot.slack.click(bot.cast.dana, report, "answer/write-error/paste")
            view = next(v for v in reversed(bot.team.views.values()) if v.open)
            bot.slack.submit(view, {"answer": PASTED})
        case "reply":
            bot.slack.say(bot.cast.dana, place, PASTED, thread_ts=thread)
        case "fenced reply":
            bot.slack.say(bot.cast.dana, place, f"it says\n```{PASTED}```", thread_ts=thread)
        case "file":
            bot.slack.drop_file(bot.cast.dana, place, "errors.txt", PASTED.encode(), thread_ts=thread)
        case "file with words":
            bot.slack.drop_file(
                bot.cast.dana, place, "errors.csv", PASTED.encode("utf-16"), text="here you are", thread_ts=thread
            )
    assert bot.payload()["causes"] == BOTH
    assert bot.report().text.startswith("3 errors with 2 causes. The most frequent (2): Salesforce demands Region")
    assert "write-error" not in bot.payload()["questions"]


EXPORT = (
    "Record ID,Email,Error\n"
    + "".join(
        f"02sQk00000{n:05}AAA,a{n}@b.co,FIELD_CUSTOM_VALIDATION_EXCEPTION: Next step is required\n" for n in range(40)
    )
).encode()


@pytest.mark.parametrize(
    "place", ["mention", "direct message", "ticket", "shortcut", "mention without words", "pasted"]
)
def test_an_export_opens_a_case_wherever_it_is_dropped(live: Start, place: str) -> None:
    """With or without words; the people in it are not whom the question is about."""
    bot = live("validation-rule")
    alex, support = bot.cast.alex, bot.cast.support
    match place:
        case "mention":
            bot.slack.drop_file(alex, support, "e.csv", EXPORT, text=bot.mention("what about these?"))
        case "mention without words":
            bot.slack.drop_file(alex, support, "e.csv", EXPORT, text=bot.mention())
        case "pasted":
            bot.slack.say(alex, support, f"{bot.mention('what about these?')}\n{EXPORT.decode()}")
        case "direct message":
            bot.slack.drop_file(alex, bot.team.dm(alex), "e.csv", EXPORT)
        case "ticket":
            ticket = bot.slack.drop_file(alex, support, "e.csv", EXPORT, text="the customer's skipped records")
            bot.slack.say(alex, support, bot.mention("can you look?"), thread_ts=ticket.ts)
        case "shortcut":
            bot.slack.shortcut(alex, bot.slack.drop_file(alex, support, "e.csv", EXPORT, text="skipped records"))
    assert bot.payload()["causes"] == ["write-rejected-validation-rule"]
    assert "40 × the validation rule “Task_Next_Step”" in str(bot.report().blocks).replace("\u200b", "")


def test_a_file_that_is_no_text_says_nothing(live: Start) -> None:
    """A picture is neither an error nor words."""
    bot = live("validation-rule")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "all emails of the team are refused, the errors page shows errors")
    before = bot.report()
    bot.slack.drop_file(
        bot.cast.dana, bot.cast.sales, "a.png", b"\x89PNG\r\n\x1a\n\x00\x00", thread_ts=before.thread_ts
    )
    assert bot.report() == before


def test_check_again_proves_the_fix(live: Start) -> None:
    """After the admin mends it the same message says so."""
    bot = live("no-task-edit")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "")
    assert bot.payload()["causes"] == ["no-task-edit"]
    bot.world.org.update("PermissionSet", bot.world.permission_set, PermissionsEditTask=True)
    bot.slack.click(bot.cast.dana, bot.report(), "case/recheck")
    assert bot.payload()["state"] == "fixed"
    assert bot.payload()["causes"] == []


def test_too_early_is_looked_at_again(live: Start) -> None:
    """It waits, and when the record is there, the same message says so; nobody is pinged."""
    bot = live("too-early")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "is my mail to jane@acme.com lost?? sent 10 minutes ago")
    assert bot.payload()["state"] == "waiting"
    assert bot.payload()["recheck_at"]
    world = bot.world
    world.org.email(
        world.jane, world.unify, world.ago(10), "Q3 pricing", sender="dana@getinitech.com", written=world.now
    )
    said = len(bot.texts())
    bot.slack.click(bot.cast.dana, bot.report(), "case/recheck")
    assert bot.payload()["state"] == "fixed"
    assert "It is there" in bot.report().text
    assert len(bot.texts()) == said


def test_an_admin_is_asked_and_the_answer_comes_back(live: Start) -> None:
    """What the rep cannot see is asked of the admins by direct message."""
    bot = live("connection-page-expired")
    bot.slack.command(bot.cast.dana, bot.cast.sales, "nothing from any of us reaches Salesforce since this morning")
    report = bot.report()
    bot.slack.click(bot.cast.dana, report, "case/ask-admin")
    bot.settle()
    place = bot.team.dm(bot.cast.sam).id
    asked = [m for m in bot.team.messages.values() if m.channel == place and m.blocks]
    bot.slack.click(bot.cast.sam, asked[-1], "answer/connection/expired")
    assert bot.payload()["causes"] == ["credentials-expired"]
    assert bot.report().ts == report.ts


def test_the_home_tab_shows_cases_and_for_admins_the_state(live: Start) -> None:
    """What the bot does, a button to start, my open cases."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    bot.settle()
    for person in (bot.cast.dana, bot.cast.sam):
        bot.slack.open_home(person)
    bot.settle()
    homes = {v.user: str(v.body) for v in bot.team.homes.values()}
    assert "jane@acme.com" in homes[bot.cast.dana.id]
    assert "State of the integration" not in homes[bot.cast.dana.id]
    assert "State of the integration" in homes[bot.cast.sam.id]


def test_the_home_button_starts_a_case(live: Start) -> None:
    """A form, answered in direct messages."""
    bot = live("sent-from-gmail")
    bot.slack.open_home(bot.cast.dana)
    bot.settle()
    bot.slack.click(bot.cast.dana, bot.team.homes[bot.cast.dana.id], "home/start")
    view = next(v for v in reversed(bot.team.views.values()) if v.open)
    bot.slack.submit(view, {"answer": MISSING})
    assert bot.report().channel == bot.team.dm(bot.cast.dana).id


def test_requests_that_are_not_slacks_are_refused(live: Start) -> None:
    """A wrong signature is 401; an event nobody knows is 200."""
    bot = live()
    assert httpx.post(f"{bot.address}/slack/events", json={"type": "event_callback"}).status_code == 401
    bot.slack.happen("team_join", user={"id": "U1"})
    bot.settle()
    assert all(d.status == 200 for d in bot.slack.deliveries)


def test_operators_see_that_it_lives_and_works(live: Start) -> None:
    """Health, readiness, metrics."""
    bot = live("sent-from-gmail")
    bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
    bot.settle()
    assert httpx.get(f"{bot.address}/healthz").text == "alive"
    assert httpx.get(f"{bot.address}/readyz").json() == {"database": True, "slack": True, "queue": True}
    told = httpx.get(f"{bot.address}/metrics").text
    for name in ("acks_total{kind=\"command\"", "ack_seconds_count", "triage_seconds_count", "look_ups_total{result=\"found\"",
                 "api_calls_total{org=\"", "queue_depth 0.0", "queue_age_seconds 0.0", "verdicts_total{cause=\""):  # fmt: skip
        assert f"sync_triage_{name}" in told, name
    bot.team.revoked = True
    assert httpx.get(f"{bot.address}/readyz").status_code == 503


def test_what_was_heard_and_not_begun_is_attended_to_by_the_next(tmp_path: Path) -> None:
    """The first only acknowledges; it ends, and the next one does the work."""
    with ExitStack() as stack:
        bot = Live.start(stack, tmp_path, "sent-from-gmail", working=False)
        assert bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING).status == 200
        assert bot.service.work.depth() == 1
        bot.again(stack)
        assert len(bot.reports()) == 1


def test_a_case_survives_a_restart(tmp_path: Path) -> None:
    """A button pressed after a restart still belongs to its case."""
    with ExitStack() as stack:
        bot = Live.start(stack, tmp_path, "sent-from-gmail")
        bot.slack.command(bot.cast.dana, bot.cast.sales, MISSING)
        report = bot.report()
        bot.again(stack)
        bot.slack.click(bot.cast.dana, report, "answer/origin/gmail")
        assert bot.payload()["causes"] == ["sent-outside-unify"]
        assert [m.ts for m in bot.reports()] == [report.ts]


def test_services_that_do_not_answer_are_said_to_be_unknown(live: Start) -> None:
    """Salesforce down: nothing is guessed, and the reason stands in the report."""
    bot = live()
    bot.world.org.fail("/composite", 503, "<html>unavailable</html>", times=-1)
    bot.slack.command(bot.cast.dana, bot.cast.sales, "jane@acme.com")
    payload = bot.payload()
    assert payload["causes"] == []
    assert "no-task-edit" in payload["unknown"]
    assert "did not answer" in str(bot.report().blocks)
