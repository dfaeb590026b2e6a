import pytest

from handlers.understanding.addresses import find, named


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("I mailed Bob Ray (bob@a.com) twice", {"bob@a.com": "recipient"}),
        ("the message from ann@x.io to Bob@A.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("ann@x.io -> bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("Ann (ann@x.io) is new here and wrote to bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("an email to bob@a.com and cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("bob@a.com answered on Monday", {"bob@a.com": "recipient"}),
        ("a reply from bob@a.com", {"bob@a.com": "recipient"}),
        ("I wrote to bob@a.com, he replied from bob@home.net", {"bob@a.com": "recipient", "bob@home.net": "unknown"}),
        (
            "her mail goes out as ann@sales.io, her Salesforce user is ann@x.io",
            {"ann@sales.io": "sender", "ann@x.io": "unknown"},
        ),
        ("the integration user sync@x.io", {"sync@x.io": "unknown"}),
        ("mail to bob@a.com, cc: cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "unknown"}),
        ("mail to bob@a.com\n\nBest regards,\nAnn\nann@x.io", {"bob@a.com": "recipient", "ann@x.io": "unknown"}),
        ("Mail an bob@a.com fehlt", {"bob@a.com": "recipient"}),
        ("el correo de ann@x.io a bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("le mail envoyé à bob@a.com", {"bob@a.com": "recipient"}),
        ("in Unify I'm ann@sales.io, in Salesforce ann@x.io", {"ann@sales.io": "sender", "ann@x.io": "unknown"}),
        ("ann@sales.io is what I send from", {"ann@sales.io": "sender"}),
        ("got an answer two hours ago from bob@a.com", {"bob@a.com": "recipient"}),
        ("the page says: connected as sync@x.io", {"sync@x.io": "unknown"}),
        ("ich verschicke über mein Postfach ann@x.io", {"ann@x.io": "sender"}),
        ("the mailbox I send from: ann@x.io", {"ann@x.io": "sender"}),
        ("what ann@x.io sends through Unify has no owner", {"ann@x.io": "sender"}),
        ("stuck in Salesforce on my mail to bob@a.com", {"bob@a.com": "recipient"}),
        ("SELECT Id FROM Task WHERE ToAddress = 'bob@a.com'", {"bob@a.com": "recipient"}),
        ("Salesforce knows me as ann@x.io", {"ann@x.io": "unknown"}),
        ("in Unify her user is ann@sales.io", {"ann@sales.io": "sender"}),
        ("she logs in to Salesforce as ann@x.io", {"ann@x.io": "unknown"}),
        ("all the emails Ann sends (ann@x.io) lack an owner", {"ann@x.io": "sender"}),
        ("two examples: bob@a.com and cy@a.com. Both replied", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("in the To line: bob@a.com, cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("ann@x.io → bob@a.com, an hour ago", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        (
            "This reply is missing:\nFrom: bob@a.com\nTo: ann@x.io",
            {"bob@a.com": "recipient", "ann@x.io": "sender"},
        ),
        (
            "This email is missing:\nFrom: ann@x.io\nTo: bob@a.com",
            {"ann@x.io": "sender", "bob@a.com": "recipient"},
        ),
        ("he replied from the address I'd written to, bob@a.com", {"bob@a.com": "recipient"}),
        (
            "replies from our contact Bob (bob@a.com) are missing, he answers from an alias, bob@b.com",
            {"bob@a.com": "recipient", "bob@b.com": "unknown"},
        ),
        ("the opens of what I sent bob@a.com", {"bob@a.com": "recipient"}),
        ("Ich verschicke alles über Unify mit ann@x.io", {"ann@x.io": "sender"}),
        ("our admin is cy@x.io", {"cy@x.io": "unknown"}),
        ("Admin on our side is cy@x.io", {"cy@x.io": "unknown"}),
        ("it was set up by cy@x.io, who left", {"cy@x.io": "unknown"}),
        ("reach me at cy@x.io", {"cy@x.io": "unknown"}),
        ("replies to ann@x.io are missing", {"ann@x.io": "sender"}),
        ("my replies to bob@a.com are missing", {"bob@a.com": "recipient"}),
        ("an email of mine (ann@x.io), to bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("everything Ann (ann@x.io) sends is empty", {"ann@x.io": "sender"}),
        ("about Ann (ann@x.io). She sent an email to bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("sent to both bob@a.com and his boss cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("mailed bob@a.com, his boss cy@a.com answered", {"bob@a.com": "recipient", "cy@a.com": "unknown"}),
        ("wrote to bob@a.com and cc'd her boss, cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("wrote to bob@a.com. cy@a.com was in cc", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("we mail him at bob@a.com, Salesforce has bob@b.com", {"bob@a.com": "recipient", "bob@b.com": "unknown"}),
        ("an old lead with bob@b.com", {"bob@b.com": "unknown"}),
        ("filed under cy@x.io", {"cy@x.io": "unknown"}),
        ("Salesforce filed my email to bob@a.com elsewhere", {"bob@a.com": "recipient"}),
        ("sent to support@unify.example", {"support@unify.example": "unknown"}),
        ("Absender ann@x.io, Empfänger bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        (
            "our founder (ann@x.io) used Superhuman to write to bob@a.com",
            {"ann@x.io": "sender", "bob@a.com": "recipient"},
        ),
        (
            "From: bob@a.com\nTo: ann@x.io\nSubject: RE: hello\n\nThis answer to Ann's mail is missing",
            {"bob@a.com": "recipient", "ann@x.io": "sender"},
        ),
        ("Mailbox used: ann@x.io\nProspect: bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        (
            "our mailboxes ann@x.io, cy@x.io and di@x.io",
            {"ann@x.io": "sender", "cy@x.io": "sender", "di@x.io": "sender"},
        ),
        ("all send from boxes, e.g. ann@x.io", {"ann@x.io": "sender"}),
        ("it ended up on the contact cy@a.com, should be bob@a.com", {"cy@a.com": "unknown", "bob@a.com": "unknown"}),
        ("the opens of all mails I send (ann@x.io)", {"ann@x.io": "sender"}),
        ("Unify writes as sync@x.io", {"sync@x.io": "unknown"}),
        ("ann@x.io's mails sit under sync@x.io", {"ann@x.io": "sender", "sync@x.io": "unknown"}),
        (
            "I changed my Salesforce email to ann@x.io, my mails (still sent with ann@y.io)",
            {"ann@x.io": "unknown", "ann@y.io": "sender"},
        ),
        (
            "sent from ann@x.io, but the prospect (bob@a.com) answered to my other mailbox ann@y.io",
            {"ann@x.io": "sender", "bob@a.com": "recipient", "ann@y.io": "unknown"},
        ),
        ("Marketing (cy@x.io) is pushing a list", {"cy@x.io": "unknown"}),
        ("row: from: ann@x.io | to: bob@a.com", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("row: to: bob@a.com | from: ann@x.io", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("the email to bob@a.com was sent from ann@x.io", {"ann@x.io": "sender", "bob@a.com": "recipient"}),
        ("two recipients on one email, bob@a.com and cy@a.com", {"bob@a.com": "recipient", "cy@a.com": "recipient"}),
        ("Nothing arrives. cc cy@x.io", {"cy@x.io": "unknown"}),
        ("no address: @bob, a@b, x@@y.com", {}),
        ("BOB@A.COM and bob@a.com", {"bob@a.com": "recipient"}),
    ],
)
def test_roles(text: str, roles: dict[str, str]) -> None:
    assert {a.address: a.role.value for a in find(text)} == roles


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("I wrote to bob@a.com, he replied from bob@home.net", True),
        ("the reply came from bob@home.net, while we had mailed bob@a.com", True),
        ("replies from Bob (bob@a.com) are missing, he answers from bob@home.net", True),
        ("mailed bob@a.com, cy@a.com replied", True),
        ("I emailed Bob (bob@a.com), he passed it on to his colleague cy@a.com, and she answered", True),
        ("sent to bob@a.com, she answered as bob@home.net", True),
        ("I wrote to bob@a.com, bob@a.com replied", False),
        ("bob@a.com and cy@a.com answered", False),
        ("ann@x.io wrote to bob@a.com", False),
    ],
)
def test_an_answer_from_elsewhere(text: str, elsewhere: bool) -> None:
    assert named(text).elsewhere is elsewhere
