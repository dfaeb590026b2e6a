"""We stop in good time, wait when told to, and come back by ourselves."""

import pytest

from bot.salesforce.allowance import Allowance


class Hands:
    """A clock that is moved by hand."""

    time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def allowance(clock: Hands) -> Allowance:
    return Allowance("initech.my.salesforce.com", clock)


def test_above_95_percent_it_stops_and_says_so(allowance: Allowance) -> None:
    allowance.answered((9_499, 10_000))
    assert allowance.refusal() == ""
    allowance.answered((9_500, 10_000))
    assert "95% of Salesforce's API calls" in allowance.refusal()
    assert allowance.calls == 1


def test_now_and_then_one_call_finds_out_whether_there_are_calls_again(allowance: Allowance, clock: Hands) -> None:
    allowance.answered((9_900, 10_000))
    clock.time += 299
    assert allowance.refusal()
    clock.time += 1
    assert not allowance.refusal()
    allowance.answered((9_900, 10_000))
    assert allowance.refusal()
    clock.time += 300
    assert not allowance.refusal()
    allowance.answered((100, 10_000))
    assert not allowance.refusal()


def test_each_pause_is_longer_until_a_call_comes_through(allowance: Allowance, clock: Hands) -> None:
    for pause in (5, 10, 20, 40, 60, 60):
        allowance.refused("busy", busy=True)
        clock.time += pause - 0.1
        assert allowance.refusal() == "busy"
        clock.time += 0.1
        assert not allowance.refusal()
    allowance.answered(None)
    allowance.refused("busy", busy=True, wait=7)
    clock.time += 6.9
    assert allowance.refusal()
    clock.time += 0.1
    assert not allowance.refusal()


def test_used_up_is_known_until_a_call_comes_through(allowance: Allowance, clock: Hands) -> None:
    allowance.refused("used up", limit=True)
    assert (allowance.exceeded, allowance.refusal()) == (True, "used up")
    clock.time += 60
    assert not allowance.refusal()
    allowance.answered((10, 100))
    assert not allowance.exceeded


def test_a_refusal_for_lack_of_rights_is_no_reason_to_wait(allowance: Allowance) -> None:
    allowance.refused("no rights")
    assert not allowance.refusal()
