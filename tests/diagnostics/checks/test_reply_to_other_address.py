import pytest

from diagnostics.checks.reply_to_other_address import reply_to_other_address
from diagnostics.facts.reply_addresses import ReplyAddresses
from diagnostics.facts.said import ReplyAddress
from diagnostics.judgement import Verdict
from tests.diagnostics.checks.facts import DENIED, JANE, NOW, UNSAID, UNSURE, judged

OTHER = "jane@home.example"
HEALTHY: dict[str, object] = {"said": ReplyAddress("same", NOW), "seen": ReplyAddresses((JANE,), (), ())}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param({}, Verdict.CLEAR, id="the same addresses"),
        pytest.param({"said": ReplyAddress("other", NOW)}, Verdict.CAUSE, id="another address"),
        pytest.param({"said": ReplyAddress("other", NOW), "seen": DENIED}, Verdict.CAUSE, id="said, nothing read"),
        pytest.param({"said": UNSAID, "seen": ReplyAddresses((JANE,), (OTHER,), ())}, Verdict.CAUSE,
                     id="the message names two, Unify wrote to one"),
        pytest.param({"said": UNSAID, "seen": ReplyAddresses((), (OTHER,), ())}, Verdict.UNKNOWN,
                     id="Unify knows none of them"),
        pytest.param({"said": UNSAID, "seen": ReplyAddresses((JANE,), (), (OTHER,))}, Verdict.SUSPECT,
                     id="Salesforce has mail from another address"),
        pytest.param({"said": UNSURE, "seen": ReplyAddresses((JANE,), (), (OTHER,))}, Verdict.SUSPECT, id="not sure"),
        pytest.param({"said": UNSAID}, Verdict.UNKNOWN, id="one address only"),
        pytest.param({"said": UNSAID, "seen": DENIED}, Verdict.UNKNOWN, id="nothing can be read"),
    ],
)  # fmt: skip
def test_reply_to_other_address(facts: dict[str, object], verdict: Verdict) -> None:
    assert judged(reply_to_other_address, HEALTHY, **facts).verdict is verdict
