"""The bands, the slack between them, and the wishes that make hot at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import Contact, Fact, Heat, Lead, Profile, Slot, Temperature
from scoring.temperature import hot_until, temperature
from scoring.weights import HANDLED, NEVER_HOT, TRIGGERS, Bands
from tests.scoring.any_lead import NOW

COLD, WARM, HOT = Temperature.COLD, Temperature.WARM, Temperature.HOT
_RANK = {COLD: 0, WARM: 1, HOT: 2}
points = st.floats(0, 100)


@pytest.mark.parametrize(
    ("before", "reached", "band"),
    [
        (COLD, 0, COLD),
        (COLD, 34.999, COLD),
        (COLD, 35, WARM),
        (COLD, 64.999, WARM),
        (COLD, 65, HOT),
        (COLD, 100, HOT),
        (WARM, 64.999, WARM),
        (WARM, 65, HOT),
        (WARM, 30, WARM),
        (WARM, 29.999, COLD),
        (HOT, 60, HOT),
        (HOT, 59.999, WARM),
        (HOT, 30, WARM),
        (HOT, 29.999, COLD),
        (HOT, 0, COLD),
    ],
)
def test_a_band_is_entered_at_its_border_and_left_five_points_below(
    before: Temperature, reached: float, band: Temperature
) -> None:
    assert temperature(reached, before, NOW) is band


@pytest.mark.parametrize(
    ("ahead", "band"),
    [(timedelta(seconds=1), HOT), (timedelta(0), COLD), (timedelta(days=-1), COLD)],
)
def test_a_wish_keeps_hot_until_its_time_is_over(ahead: timedelta, band: Temperature) -> None:
    assert temperature(0, COLD, NOW, hot_until=NOW + ahead) is band


def test_the_owner_may_set_the_borders() -> None:
    bands = Bands(warm=20, hot=50, slack=10)

    assert temperature(50, COLD, NOW, bands=bands) is HOT
    assert temperature(40, HOT, NOW, bands=bands) is HOT
    assert temperature(39, HOT, NOW, bands=bands) is WARM


@given(points, points, st.sampled_from(Temperature))
def test_more_points_are_never_colder(one: float, other: float, before: Temperature) -> None:
    less, more = sorted((one, other))

    assert _RANK[temperature(less, before, NOW)] <= _RANK[temperature(more, before, NOW)]


@given(points, st.sampled_from(Temperature))
def test_the_same_points_twice_are_the_same_band(reached: float, before: Temperature) -> None:
    once = temperature(reached, before, NOW)

    assert temperature(reached, once, NOW) is once


def _bands(series: list[float]) -> list[Temperature]:
    bands = [COLD]
    for reached in series:
        bands.append(temperature(reached, bands[-1], NOW))
    return bands


@given(st.lists(points, max_size=60))
def test_entries_into_hot_and_exits_from_it_alternate_five_points_apart(
    series: list[float],
) -> None:
    bands = _bands(series)

    steps = zip(bands, bands[1:], series, strict=False)
    crossings = [
        (after is HOT, reached) for before, after, reached in steps if _crosses(before, after)
    ]

    assert [entered for entered, _ in crossings] == [at % 2 == 0 for at in range(len(crossings))]
    assert all(reached >= 65 if entered else reached < 60 for entered, reached in crossings)


def _crosses(before: Temperature, after: Temperature) -> bool:
    return (before is HOT) is not (after is HOT)


@given(st.floats(0, 100), st.lists(st.floats(-2.49, 2.49), max_size=80))
def test_noise_smaller_than_the_slack_never_wakes_the_team_twice(
    level: float, noise: list[float]
) -> None:
    bands = _bands([min(100, max(0, level + one)) for one in noise])

    entries = [before is not HOT and after is HOT for before, after in pairwise(bands)]

    assert sum(entries) <= 1


# --- wishes -------------------------------------------------------------------------------------

_PHONE = Fact(Slot.CONTACT, Contact(1.0, phones=("+84912345678",)), 1, NOW)
_NAME = Fact(Slot.CONTACT, Contact(1.0, name="Lan"), 1, NOW)


def _lead(*kinds: str, facts: tuple[Fact, ...] = (), in_area: bool | None = None) -> Lead:
    heat = tuple(Heat(kind, 1.0, NOW) for kind in kinds)
    return Lead(1, heat=heat, facts=facts, profile=Profile(in_area=in_area))


@pytest.mark.parametrize(
    ("lead", "until"),
    [
        (_lead(), None),
        (_lead("reply", "visit", "product_question"), None),
        *((_lead(kind), NOW + Bands().hot_for) for kind in sorted(TRIGGERS)),
        (_lead("add_to_cart"), None),
        (_lead("add_to_cart", facts=(_NAME,)), None),
        (_lead("add_to_cart", facts=(_PHONE,)), NOW + Bands().hot_for),
        *((_lead("call_me", kind), None) for kind in sorted(NEVER_HOT)),
        (_lead("call_me", in_area=False), None),
        (_lead("call_me", in_area=True), NOW + Bands().hot_for),
        (_lead("call_me", "job_seeker"), NOW + Bands().hot_for),
    ],
)
def test_a_wish_to_buy_makes_hot_for_three_days_unless_nothing_may(
    lead: Lead, until: datetime | None
) -> None:
    assert hot_until(lead) == until


def test_of_several_wishes_the_last_counts() -> None:
    earlier = Heat("call_me", 30, NOW - timedelta(days=2))
    later = Heat("quote_request", 30, NOW - timedelta(days=1))

    assert hot_until(Lead(1, heat=(later, earlier))) == later.at + Bands().hot_for


def test_the_wishes_are_those_of_the_table() -> None:
    assert {"quote_request", "consult_booked", "checkout_started", "call_me"} == TRIGGERS
    assert timedelta(hours=72) == Bands().hot_for


def test_a_wish_that_a_rep_has_handled_keeps_nothing_hot() -> None:
    asked, called, again = (NOW + timedelta(hours=hours) for hours in (0, 1, 2))
    lead = Lead(1, heat=(Heat("call_me", 30, asked),))

    assert hot_until(lead) == asked + timedelta(hours=72)
    handled = replace(lead, heat=(*lead.heat, Heat(HANDLED, 1, called)))
    assert hot_until(handled) is None
    anew = replace(handled, heat=(Heat("call_me", 60, again), *handled.heat[1:]))
    assert hot_until(anew) == again + timedelta(hours=72)


def test_the_owner_may_say_how_long_a_wish_keeps_hot() -> None:
    lead = Lead(1, heat=(Heat("call_me", 30, NOW),))

    assert hot_until(lead, Bands(hot_hours=24)) == NOW + timedelta(hours=24)
