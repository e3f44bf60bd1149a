"""The monitors see what changed, and nothing where nothing did."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.lead import Temperature
from scoring.monitors import LOOK, drift, flips, psi, unknown_shares

_COLD, _WARM, _HOT = Temperature


def test_the_index_is_that_of_the_definition() -> None:
    before, now = ["a"] * 80 + ["b"] * 20, ["a"] * 20 + ["b"] * 80

    # (.2 - .8) ln(.2 / .8) + (.8 - .2) ln(.8 / .2), but for half a lead a group.
    assert psi(before, now) == pytest.approx(1.664, abs=0.05)


@given(st.lists(st.sampled_from(("", "a", "b", "3", "7.5")), min_size=1, max_size=60))
def test_the_same_leads_have_not_moved(cells: list[str]) -> None:
    assert psi(cells, cells) == pytest.approx(0, abs=1e-12)


@given(
    st.lists(st.sampled_from(("", "a", "1", "2.5")), min_size=1, max_size=60),
    st.lists(st.sampled_from(("", "b", "1", "9")), min_size=1, max_size=60),
)
def test_no_difference_is_negative(before: list[str], now: list[str]) -> None:
    assert psi(before, now) >= 0


def test_numbers_are_compared_by_their_fifths() -> None:
    dice = Random(3)
    before = [f"{dice.gauss(10, 2):.3f}" for _ in range(400)]
    same = [f"{dice.gauss(10, 2):.3f}" for _ in range(400)]
    higher = [f"{dice.gauss(13, 2):.3f}" for _ in range(400)]

    assert psi(before, same) < 0.05
    assert psi(before, higher) > LOOK


def test_only_the_column_that_moved_is_seen_and_only_from_a_hundred_leads_on() -> None:
    dice = Random(5)
    before = [(dice.choice("xyz"), dice.choice("ab")) for _ in range(200)]
    now = [(dice.choice("xyz"), dice.choice("bc")) for _ in range(200)]

    found = drift(("source", "need"), before, now)

    assert found["source"] < 0.1 < LOOK < found["need"]
    assert drift(("source", "need"), before, now[:99]) == {}


def test_shares_and_flips_are_counted_by_hand() -> None:
    states = [("unknown", "positive"), ("unknown", "unknown"), ("negative", "positive")]
    warmth = {1: [_COLD, _WARM, _WARM, _HOT], 2: [_COLD], 3: [_HOT, _COLD]}

    assert unknown_shares(("need", "timing"), states) == pytest.approx(
        {"need": 2 / 3, "timing": 1 / 3}
    )
    assert flips(warmth, {1: 2.0, 2: 1.0, 3: 3.0}) == 0.5
    assert (unknown_shares(("need",), []), flips({}, {})) == ({}, 0.0)
