"""Joining look-ups: a source that breaks costs its own asks; what is remembered is asked once; silence is not kept."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from bot.lookups import SALESFORCE, UNIFY, Remembered, concurrently
from diagnostics.asks import ApiUsage, Ask, Found, Missing, Reason, Soql, Unify
from tests.diagnostics.checks.facts import NOW

QUERY, READ = Soql("SELECT Id FROM User"), Unify("GET", "/data/v1/objects")


class Source:
    """Answers everything, or nothing, and counts."""

    def __init__(self, silent: bool = False) -> None:
        self.silent, self.asked = silent, list[Ask]()

    def __call__(self, asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
        self.asked += asks
        return dict.fromkeys(asks, Missing(Reason.DOWN, "down") if self.silent else Found(1, NOW))


def broken(asks: Collection[Ask]) -> Mapping[Ask, Found | Missing]:
    raise RuntimeError("secret")


def test_each_gets_its_own_and_a_break_stays_apart() -> None:
    source = Source()
    answers = concurrently((SALESFORCE, source), (UNIFY, broken))([QUERY, READ])
    assert source.asked == [QUERY]
    assert answers[QUERY] == Found(1, NOW)
    silent = answers[READ]
    assert isinstance(silent, Missing)
    assert silent.reason is Reason.DOWN
    assert "secret" not in silent.says


def test_what_is_known_is_kept_for_its_time() -> None:
    now = [NOW]
    source = Source()
    remembered = Remembered(source, lambda: now[0], timedelta(minutes=10))
    remembered.afresh([QUERY, ApiUsage()])
    assert remembered.known([QUERY, ApiUsage()]) == {QUERY: Found(1, NOW)}
    now[0] += timedelta(minutes=11)
    assert not remembered.known([QUERY])


def test_silence_is_not_kept() -> None:
    remembered = Remembered(Source(silent=True), lambda: NOW)
    remembered.afresh([QUERY])
    assert not remembered.known([QUERY])
