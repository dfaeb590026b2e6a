import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import records

# By hand: "0015f" and "00000" have no capitals (A, A); "AbCdE" has them at places 0, 2 and 4: 1 + 4 + 16 = 21, V.
SHORT, LONG = "0015f00000AbCdE", "0015f00000AbCdEAAV"


def test_checksum_of_a_known_id() -> None:
    assert records.with_checksum(SHORT) == LONG
    assert records.with_checksum(LONG) == LONG
    assert records.with_checksum("short") == "short"


@given(st.from_regex(r"\A[0-9A-Za-z]{15}\Z"))
def test_an_id_that_lost_its_case_is_repaired(short: str) -> None:
    whole = records.with_checksum(short)
    assert records.repaired(whole.lower()) == whole
    assert records.repaired(whole.upper()) == whole


def test_a_damaged_suffix_repairs_nothing() -> None:
    assert records.repaired("0015f00000abcde???") == "0015f00000abcde???"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("look at 003Hs0000OTXK9AIQX please", ("003Hs0000OTXK9AIQX",)),
        ("https://acme.lightning.force.com/lightning/r/Contact/003PV0000YoZJkJYQW/view", ("003PV0000YoZJkJYQW",)),
        ("https://acme--uat.sandbox.my.salesforce.com/00Q5f0000HwZUwg", ("00Q5f0000HwZUwg",)),
        ("https://acme.my.salesforce.com/apex/page?id=0015f00000AbCdE&x=1", ("0015f00000AbCdE",)),
        ("https://acme.lightning.force.com/one/one.app#/sObject/02sQk0000RLJbS2IQL/view", ("02sQk0000RLJbS2IQL",)),
        ("https://x.salesforce.com/r?to=%2F003Hs0000OTXK9AIQX", ("003Hs0000OTXK9AIQX",)),
        ("https://docs.example.com/d/003Hs0000OTXK9AIQX/edit", ()),
        ("https://force.com.evil.example/003Hs0000OTXK9AIQX", ()),
        (f"{SHORT} is {LONG}", (SHORT,)),
        ("internationalis and misunderstanding", ()),
        ("003123456789012 was an order number", ()),
        ("to 003Hs0000OTXK9@example.com", ()),
    ],
)
def test_find(text: str, ids: tuple[str, ...]) -> None:
    assert records.find(text) == ids


def test_a_custom_object_is_known_by_its_checksum() -> None:
    whole = records.with_checksum("a1B5f00000AbCdE")
    assert records.find(f"record {whole}") == (whole,)


@pytest.mark.parametrize(
    ("record_id", "kind"),
    [
        ("003Hs0000OTXK9A", "contact"),
        ("00qhs0000ex90kr", "lead"),
        ("02sQk0000RLJbS2", "message"),
        ("a1B5f00000AbCdE", "record"),
    ],
)
def test_kind(record_id: str, kind: str) -> None:
    assert records.kind(record_id) == kind


def test_mask_names_the_kind() -> None:
    assert records.mask("see 003Hs0000OTXK9AIQX").split() == ["see", "contactid"]
