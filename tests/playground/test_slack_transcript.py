"""Typed text becomes mark-up, mark-up becomes readable again, threads become lines."""

from typing import Any

import pytest

from playground.slack.records import Message
from playground.slack.transcript import Choice, readable, transcript
from playground.slack.typed import rich_text, typed

PEOPLE = {"Sync Triage": "UBOT", "Dana": "U1", "Dana Reyes": "U1"}
PLACES = {"unify-support": "C1"}
NAMES = {"UBOT": "Sync Triage", "U1": "Dana Reyes", "C1": "unify-support"}


@pytest.mark.parametrize(("text", "stored"), [
    ("@Sync Triage look", "<@UBOT> look"),
    ("ask @Dana Reyes, not @Danae", "ask <@U1>, not @Danae"),
    ("see #unify-support", "see <#C1|unify-support>"),
    ("is jane@acme.com lost?", "is <mailto:jane@acme.com|jane@acme.com> lost?"),
    ("at https://acme.my.salesforce.com/003A0?x=1&y=2.", "at <https://acme.my.salesforce.com/003A0?x=1&amp;y=2>."),
    ("everyone at acme.com", "everyone at <http://acme.com|acme.com>"),
    ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
    ("`jane@acme.com` and ```x < y```", "`jane@acme.com` and ```x &lt; y```"),
    ("<@U1> and <mailto:a@b.io|a@b.io> stay", "<@U1> and <mailto:a@b.io|a@b.io> stay"),
    ("@here", "<!here>"),
])  # fmt: skip
def test_the_client_turns_what_is_typed_into_markup(text: str, stored: str) -> None:
    assert typed(text, PEOPLE, PLACES) == stored


def test_typed_text_has_a_rich_twin() -> None:
    block = rich_text("<@UBOT> is `a&lt;b` at <mailto:j@a.io|j@a.io>?", "b1")
    assert block["elements"][0]["elements"] == [
        {"type": "user", "user_id": "UBOT"}, {"type": "text", "text": " is "},
        {"type": "text", "text": "a<b", "style": {"code": True}}, {"type": "text", "text": " at "},
        {"type": "link", "url": "mailto:j@a.io", "text": "j@a.io"}, {"type": "text", "text": "?"},
    ]  # fmt: skip


@pytest.mark.parametrize(("mrkdwn", "text"), [
    ("*Not late yet*: _normal_ until ~14:00~ 14:32", "Not late yet: normal until 14:00 14:32"),
    ("2 * 3 * 4 and Task_Next_Step", "2 * 3 * 4 and Task_Next_Step"),
    ("`a_b_c` &amp; _x_", "`a_b_c` & x"),
    ("<@U1> in <#C1>", "@Dana Reyes in #unify-support"),
    ("<https://x.y|Open Jane> <https://x.y> <mailto:j@a.io|j@a.io>", "Open Jane (https://x.y) https://x.y j@a.io"),
    ("<!date^1732440000^{time}|10:20> <!here>", "10:20 @here"),
])  # fmt: skip
def test_markup_reads_as_people_read_it(mrkdwn: str, text: str) -> None:
    assert readable(mrkdwn, NAMES) == text


def said(text: str, *blocks: dict[str, Any], **rest: Any) -> Message:
    return Message("C1", rest.pop("ts", "1732440000.000100"), rest.pop("user", "UBOT"), text, tuple(blocks), **rest)


BUTTONS = {"type": "actions", "block_id": "b", "elements": [
    {"type": "button", "action_id": "answer/origin/gmail", "text": {"type": "plain_text", "text": "Gmail"}},
    {"type": "button", "action_id": "admin", "text": {"type": "plain_text", "text": "Admin"}, "visible_to_user_ids": ["U9"]},
    {"type": "static_select", "action_id": "pick", "options": [
        {"text": {"type": "plain_text", "text": "Not sure"}, "value": "?"}]},
]}  # fmt: skip


def test_a_thread_reads_from_top_to_bottom_and_counts_what_can_be_clicked() -> None:
    first = said("help", user="U1", thread_ts="1732440000.000100")
    reply = said(
        "fallback", {"type": "header", "text": {"type": "plain_text", "text": "Where from?"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "*Bold* claim"}}, BUTTONS,
        ts="1732440060.000100", thread_ts=first.ts, edited_at="1732440061.000100",
    )  # fmt: skip
    page = transcript([first, reply], NAMES, viewer="U1")
    assert page.lines == (
        "Dana Reyes  09:20", "  help",
        "    Sync Triage  09:21  (edited)", "      Where from?", "      Bold claim", "      [1] Gmail  [2] Not sure",
    )  # fmt: skip
    assert page.choices == (
        Choice(1, "Gmail", reply, "answer/origin/gmail"), Choice(2, "Not sure", reply, "pick", "?"))  # fmt: skip


def test_what_is_for_others_is_not_shown() -> None:
    secret = said("psst", seen_by="U1")
    assert transcript([secret], NAMES, viewer="U2").lines == ()
    assert transcript([secret], NAMES, viewer="U1").lines == ("Sync Triage  09:20  (only visible to you)", "  psst")


def test_long_lines_fold_under_their_own_text() -> None:
    page = transcript([said("1. " + "word " * 10)], NAMES, width=24)
    assert page.lines[1:] == ("  1. word word word word", "     word word word word", "     word word")


def test_rich_text_and_tables_are_read_too() -> None:
    rich = {"type": "rich_text", "block_id": "r", "elements": [
        {"type": "rich_text_list", "style": "ordered", "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "Open "}, {"type": "user", "user_id": "U1"}]},
            {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://x.y"}]}]}]}  # fmt: skip
    table = {
        "type": "table",
        "block_id": "t",
        "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_text", "text": "b"}]],
    }
    assert transcript([said("", rich, table)], NAMES).lines[1:] == (
        "  1. Open @Dana Reyes",
        "  2. https://x.y",
        "  a | b",
    )
