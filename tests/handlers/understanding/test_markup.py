import pytest

from handlers.understanding.markup import pasted, plain


@pytest.mark.parametrize(
    ("slack", "text"),
    [
        ("ask <mailto:Jo@Acme.com|Jo@Acme.com> about it", "ask Jo@Acme.com about it"),
        ("<mailto:jo@acme.com|Jo Ann>", "Jo Ann (mailto)"),
        (
            "<https://acme.my.salesforce.com/003|the contact> is odd",
            "the contact (https://acme.my.salesforce.com/003) is odd",
        ),
        ("<http://acme.com|acme.com>", "acme.com"),
        ("<@U123ABC> in <#C9|sales-ops> <!here>", "in #sales-ops @here"),
        ("<!subteam^S1|@admins> <!date^1^{date}|yesterday>", "@admins yesterday"),
        ("Jo &lt;jo@acme.com&gt; &amp; co", "Jo <jo@acme.com> & co"),
        ("*bold* _slanted_ ~gone~ Play_Name__c 3*4", "bold slanted gone Play_Name__c 3*4"),
        ("&gt; quoted\nnot", "quoted\nnot"),
        ("“smart” isn’t…", '"smart" isn\'t...'),
        ("zero\u200bwidth\u00a0space", "zerowidth space"),
        ("at 10:30:15 :tada: :+1:", "at 10:30:15"),
        ("writeback :white_check_mark:, enhanced email ❌", "writeback (yes) , enhanced email (no)"),
        ("cafe\u0301", "café"),
    ],
)
def test_plain(slack: str, text: str) -> None:
    assert plain(slack) == text.replace("(mailto)", "(jo@acme.com)")


@pytest.mark.parametrize(
    ("slack", "text"),
    [
        ("it says\n```APEX_ERROR: x\ny```\nhelp", "APEX_ERROR: x\ny"),
        ("the row is `STRING_TOO_LONG: Subject`", "STRING_TOO_LONG: Subject"),
        ("this:\n&gt; INVALID_STATUS: no\nok?", "INVALID_STATUS: no"),
        ("nothing quoted", "nothing quoted"),
    ],
)
def test_pasted(slack: str, text: str) -> None:
    assert pasted(slack) == text
