import pytest

from handlers.understanding.doubts import doubts, elsewhere, misspelt

OURS = "https://corvex.my.salesforce.com"


@pytest.mark.parametrize(
    ("record_id", "wrong"),
    [
        ("003Hs0000OTXK9AIQX", False),
        ("003hs0000otxk9aiqx", False),
        ("003Hs0000OTXK9A", False),
        ("003Hs0000OTXK9AIQY", True),
        ("003Hs0000OTXK9Bzzz", True),
    ],
)
def test_misspelt(record_id: str, wrong: bool) -> None:
    assert misspelt(record_id) is wrong


@pytest.mark.parametrize(
    ("link", "orgs"),
    [
        ("https://corvex.lightning.force.com/lightning/r/Contact/003Hs0000OTXK9AIQX/view", ()),
        ("<https://Corvex.my.salesforce.com/003Hs0000OTXK9A|her>", ()),
        ("https://corvex--uat.sandbox.lightning.force.com/003Hs0000OTXK9A", ("corvex--uat",)),
        ("<https://kestrel.lightning.force.com/003Hs0000OTXK9A|this one>", ("kestrel",)),
        ("https://na12.salesforce.com/003Hs0000OTXK9A", ()),
        ("https://kestrel.example.com", ()),
    ],
)
def test_elsewhere(link: str, orgs: tuple[str, ...]) -> None:
    assert elsewhere(f"see {link} please", OURS) == orgs


def test_without_knowing_our_own_org_no_other_is_named() -> None:
    assert elsewhere("https://kestrel.lightning.force.com/003Hs0000OTXK9A", "http://127.0.0.1:3000") == ()


def test_each_doubt_is_a_sentence() -> None:
    text = "003Hs0000OTXK9AIQY, see https://kestrel.my.salesforce.com/"
    assert doubts(text, ("003Hs0000OTXK9AIQY",), OURS) == (
        "003Hs0000OTXK9AIQY is mistyped: its last three characters do not fit the rest.",
        "A link leads to another Salesforce org (kestrel), which I do not look into.",
    )
