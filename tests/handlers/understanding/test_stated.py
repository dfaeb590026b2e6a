import pytest

from handlers.understanding.markup import plain
from handlers.understanding.stated import stated
from handlers.understanding.wording import wording


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I sent it with Thunderbird", {"origin": "other-client"}),
        ("She writes everything in Outlook", {"origin": "outlook"}),
        ("The mail went out via Unify", {"origin": "unify"}),
        ("I emailed him from my personal Gmail", {"origin": "gmail"}),
        ("I sent it from Unify, not from Gmail", {"origin": "unify"}),
        ("My colleagues send from Unify", {}),
        ("Should I send it from Gmail?", {}),
        ("The contact is missing from Unify", {}),
        ("One went out from Gmail. The other email I sent from Unify.", {}),
        ("He replied in a separate thread", {"reply-thread": "new"}),
        ("The customer did not answer in the same thread", {"reply-thread": "new"}),
        ("She hit reply, same thread", {"reply-thread": "same"}),
        ("Did she reply in the same thread?", {}),
        ("His reply came from another address", {"reply-address": "other"}),
        ("The reply came from the same address", {"reply-address": "same"}),
        ("Writeback is on and Enhanced Email is off", {"writeback": "on", "enhanced-email": "off"}),
        ("Email Message Writeback and Enhanced Email are both enabled", {"writeback": "on", "enhanced-email": "on"}),
        ("Enhanced Email isn't enabled", {"enhanced-email": "off"}),
        ("We turned off writeback", {"writeback": "off"}),
        ("Enhanced email: ✅", {"enhanced-email": "on"}),
        ('"Enable writing to Salesforce" is unticked', {"writing-enabled": "off"}),
        ("Is writeback on?", {}),
        ("If writeback is off, what happens?", {}),
        ("Writeback needs to be on, right?", {}),
        ("Writeback used to be on", {}),
        ("Do I need Enhanced Email? Ours is off.", {"enhanced-email": "off"}),
        ("The connection is fine", {"connection": "ok"}),
        ("Integration page shows Connected", {"connection": "ok"}),
        ("Unify tells us to reconnect Salesforce", {"connection": "expired"}),
        ("The Salesforce connection hasn't expired", {}),
        ("My Salesforce password expired", {}),
        ("An import is still running in Unify", {"sync-running": "yes"}),
        ("No backfill is running", {"sync-running": "no"}),
        ("Is an import running?", {}),
        ("The field is mapped read only", {"mapping": "read-only"}),
        ("Its mapping is set to read & write", {"mapping": "read-write"}),
        ("Should I set the mapping to read and write?", {}),
        ("We changed the mapping from read only to read & write yesterday", {"mapping": "changed-recently"}),
        ("Die Mail ging aus Outlook raus, gesendet um 9", {"origin": "outlook"}),
        ("Enhanced Email ist bei uns nicht aktiviert", {"enhanced-email": "off"}),
    ],
)
def test_stated(text: str, said: dict[str, str]) -> None:
    assert stated(wording(plain(text))) == said
