"""Is hot hot: intervals, picture, other borders, and a suggestion that pays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.calibration import Judged, assumed_border, report, wilson
from scoring.lead import Temperature
from scoring.temperature import temperature
from scoring.weights import Bands
from tests.scoring.any_lead import NOW

COLD, WARM, HOT = Temperature.COLD, Temperature.WARM, Temperature.HOT


def judged(points: float, *, won: bool, times: int = 1) -> list[Judged]:
    return [Judged(points, temperature(points, COLD, NOW), won)] * times


@pytest.mark.parametrize(
    ("won", "count", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (70, 100, 0.6042, 0.7811),
    ],
)
def test_wilson_s_interval(won: int, count: int, low: float, high: float) -> None:
    rate = wilson(won, count)

    assert rate.low == pytest.approx(low, abs=1e-4)
    assert rate.high == pytest.approx(high, abs=1e-4)


@given(st.integers(0, 300), st.integers(1, 300))
def test_the_share_lies_in_its_interval(won: int, count: int) -> None:
    won = min(won, count)
    rate = wilson(won, count)

    assert 0 <= rate.low <= rate.share <= rate.high <= 1


SOLD = [
    *judged(80, won=True, times=18),
    *judged(80, won=False, times=6),
    *judged(50, won=True, times=15),
    *judged(50, won=False, times=25),
    *judged(10, won=True, times=2),
    *judged(10, won=False, times=58),
]


def test_the_report_counts_what_happened() -> None:
    found = report(SOLD, Bands(), worth=0.17)

    assert [(one.won, one.count) for one in (found.tiers[HOT], found.tiers[WARM])] == [
        (18, 24),
        (15, 40),
    ]
    assert found.rising
    assert (found.wins_hot.won, found.wins_hot.count) == (18, 35)
    assert [(start, rate.won, rate.count) for start, _, rate in found.picture] == [
        (0, 2, 60),
        (40, 15, 40),
        (80, 18, 24),
    ]
    borders = {one.hot: (one.called.count, round(one.found, 2)) for one in found.borders}
    assert borders == {
        55: (24, 0.51),
        60: (24, 0.51),
        65: (24, 0.51),
        70: (24, 0.51),
        75: (24, 0.51),
    }


def test_a_call_that_pays_earlier_makes_hot_begin_earlier_and_the_rank_cut_holds() -> None:
    found = report(SOLD, Bands(hot=90, warm=60), worth=0.17)

    assert found.suggested is not None
    warm, hot = found.suggested
    assert hot == 80  # the best 15 % are at 80, and 50 would pay as well
    assert warm < hot - 5


@pytest.mark.parametrize(("capacity", "hot"), [(0.15, 80), (0.19, 80), (0.4, 50), (1.0, 50)])
def test_hot_begins_where_a_call_pays_and_the_reps_have_time(capacity: float, hot: int) -> None:
    found = report(SOLD, Bands(hot=95, warm=60), worth=0.17, capacity=capacity)

    assert found.suggested is not None
    assert found.suggested[1] == hot
    called = sum(one.points >= (found.within_reach or 0) for one in SOLD)
    assert called >= capacity * len(SOLD)  # there is time for as many, the last ones tied


def test_while_nothing_is_known_a_call_pays_by_what_the_owner_thinks() -> None:
    # At the close rate itself a lead of average points pays.
    assert assumed_border(worth=0.1, close_rate=0.1) == pytest.approx(35)
    assert assumed_border(worth=0.17, close_rate=0.1) == pytest.approx(46, abs=0.1)
    assert assumed_border(worth=0.17, close_rate=0.3) < 35
    assert assumed_border(worth=0.95, close_rate=0.001) == 100


def test_nothing_is_suggested_where_nothing_would_change_or_too_little_is_known() -> None:
    assert report(SOLD[::4], Bands(), worth=0.17).suggested is None
    lost = judged(50, won=False, times=100)
    assert report(lost, Bands(), worth=0.17).suggested is None
    assert report(SOLD, Bands(hot=80, warm=50), worth=0.17).suggested is None


def test_upside_down_is_told() -> None:
    wrong = [*judged(80, won=False, times=20), *judged(10, won=True, times=20)]

    assert not report(wrong, Bands(), worth=0.17).rising


def test_no_outcomes_are_a_report_all_the_same() -> None:
    found = report([], Bands(), worth=0.17)

    assert found.picture == ()
    assert found.suggested is None
    assert found.ranked is None


@given(
    st.lists(
        st.builds(Judged, st.floats(0, 100), st.sampled_from(Temperature), st.booleans()),
        max_size=120,
    ),
    st.floats(0.01, 0.95),
)
def test_a_suggestion_never_crosses_its_thresholds(leads: list[Judged], worth: float) -> None:
    bands = Bands()

    found = report(leads, bands, worth)

    assert sum(rate.count for _, _, rate in found.picture) == len(leads)
    if found.suggested is not None:
        warm, hot = found.suggested
        assert warm > 0
        assert warm + bands.slack < hot <= 100
